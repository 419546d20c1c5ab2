/** Ballots on a claim stay sealed: two runs that differ in one ballot only look the same to every other account until the closing; and none is slipped in. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { accountsOf, plain, type Run, sightOf } from "../sight";
import { type Cast, cast, idOf, must } from "../story";
import { call, env } from "../testing";
import { checked, closes, filed, type Lent, lent, opens, panelled, seen, votes, withdraws } from "./claim-story";

const UNITS = ["office", "finance", "department", "bankA", "guarantor"] as const;
interface Told extends Run, Lent {
  readonly told: readonly string[];
}

let who: Cast;
let accounts: Record<string, string>;
let runs: Told[];

/** The same steps but for what the guarantor votes. */
async function run(n: number, name: string, ballot: { choice: string; reason: string }): Promise<Told> {
  const one = await lent(who, n, { raters: UNITS, name });
  await filed(who.bankA, one.caseId);
  await checked(who, one.caseId);
  const meetingId = await panelled(who, one.caseId, UNITS);
  must(await opens(who.office, one.caseId));
  must(await votes(who.office, one.caseId, { choice: "agreed", reason: "依据" }));
  const printed = vi.spyOn(console, "log");
  const answer = await votes(who.guarantor, one.caseId, ballot);
  const told = [JSON.stringify(answer.body), ...printed.mock.calls.flat().map(String)];
  printed.mockRestore();
  return { ...one, meetingId, told };
}

beforeAll(async () => {
  who = await cast();
  runs = [
    await run(821, "北京代偿密封甲有限公司", { choice: "agreed", reason: "短" }),
    await run(822, "北京代偿密封乙有限公司", { choice: "not_agreed", reason: `很长的理由${"。".repeat(900)}` }),
  ];
  accounts = await accountsOf();
}, 90_000);

const pair = () => runs as [Told, Told];
const sealedOf = async (caseId: string) =>
  (
    await env.DB.prepare("SELECT b.* FROM ballot b JOIN review r ON r.id = b.review_id WHERE r.case_id = ? AND r.about = 'claim' ORDER BY b.org_id")
      .bind(caseId)
      .all<{ review_id: string; round: number; org_id: string; sealed: string }>()
  ).results;

describe("YQ-072 until the closing", () => {
  it("whoever looks, wherever they look, sees the same of two claims that differ in one ballot", { timeout: 60_000 }, async () => {
    const [agreed, not] = pair();
    for (const [phone, token] of [...Object.entries(accounts), ["the firm", ""]] as const) {
      const [one, other] = [await sightOf(token || agreed.firm, agreed), await sightOf(token || not.firm, not)];
      expect(other, phone).toBe(one);
      expect(one, phone).not.toContain("sealed");
    }
  });
  it("and would see a difference, were there one", async () => {
    const [agreed, not] = pair();
    const look = (one: Told) => sightOf(who.office, one);
    must(await votes(who.bankA, agreed.caseId, { choice: "agreed", reason: "依据" }));
    expect(await look(agreed)).not.toBe(await look(not));
    must(await votes(who.bankA, not.caseId, { choice: "agreed", reason: "依据" }));
    expect(await look(agreed)).toBe(await look(not));
  });
  it("the answer to the vote and the log say nothing of it", () => {
    const [agreed, not] = pair();
    expect(agreed.told.map((text) => plain(text, agreed))).toEqual(not.told.map((text) => plain(text, not)));
    expect(agreed.told.join()).not.toMatch(/agreed|短/);
  });
  it("the refusal to close early names who is missing and not how the others voted", async () => {
    const answers = await Promise.all(pair().map(({ caseId }) => closes(who.office, caseId, { opinion: "意见" })));
    expect(answers.map(({ body }) => body.refusals[0])).toEqual(
      [0, 1].map(() => expect.objectContaining({ code: "ballots_missing", figures: { missing: "区财政局、区经济和信息化局", units: "5" } })),
    );
  });
  it("what lies in the records has one length and holds no word of it", async () => {
    const lengths = new Set<number>();
    for (const { caseId } of pair()) {
      for (const { sealed } of await sealedOf(caseId)) lengths.add(sealed.length);
      const { results } = await env.DB.prepare("SELECT data FROM case_event WHERE case_id = ? AND type = 'claim_ballot_cast'")
        .bind(caseId)
        .all<{ data: string }>();
      expect(results.length).toBe(3);
      for (const { data } of results) {
        expect(data).not.toMatch(/agreed|理由|短/);
        lengths.add((JSON.parse(data) as { sealed: string }).sealed.length);
      }
    }
    expect(lengths.size).toBe(1);
    const replies = await env.DB.prepare("SELECT reply FROM idempotency WHERE route = 'castClaimBallot'").all<{ reply: string }>();
    for (const { reply } of replies.results) expect(reply).not.toMatch(/agreed|理由|sealed/);
  });
});

describe("YQ-072 a ballot on a claim by raw SQL", () => {
  const insert = (reviewId: string, round: number, orgId: string, or = "") =>
    env.DB.prepare(`INSERT ${or} INTO ballot (review_id, round, org_id, sealed) VALUES (?, ?, ?, 'x')`).bind(reviewId, round, orgId).run();
  it("a second one, a stranger's, one of another round, a changed and a removed one are refused; and a review stays a claim's", async () => {
    const [one] = pair();
    const [first] = await sealedOf(one.caseId);
    const { review_id: id = "", org_id: org = "" } = first ?? {};
    await expect(insert(id, 1, org)).rejects.toThrow(/unit_already_voted/);
    await expect(insert(id, 1, org, "OR REPLACE")).rejects.toThrow(/unit_already_voted/);
    await expect(insert(id, 1, (await idOf(who.bankB)).orgId)).rejects.toThrow(/unit_not_on_panel/);
    await expect(insert(id, 2, (await idOf(who.finance)).orgId)).rejects.toThrow(/review_not_open/);
    await expect(env.DB.prepare("UPDATE ballot SET sealed = 'x' WHERE review_id = ?").bind(id).run()).rejects.toThrow(/unit_already_voted/);
    await expect(env.DB.prepare("DELETE FROM ballot WHERE review_id = ?").bind(id).run()).rejects.toThrow(/unit_already_voted/);
    await expect(env.DB.prepare("UPDATE review SET about = 'rating' WHERE id = ?").bind(id).run()).rejects.toThrow(/append_only/);
  });
  it("a late one is refused, and the closing tells the panel alone who voted for what", async () => {
    const [one, two] = pair();
    for (const { caseId } of [one, two])
      for (const unit of ["finance", "department"] as const) must(await votes(who[unit], caseId, { choice: "agreed", reason: "依据" }));
    const closed = await Promise.all([one, two].map(({ caseId }) => closes(who.office, caseId, { opinion: "同意" }).then(must)));
    expect(closed.map(({ body }) => body.counts)).toEqual([
      { agreed: 5, not_agreed: 0 },
      { agreed: 4, not_agreed: 1 },
    ]);
    const [first] = await sealedOf(one.caseId);
    await expect(insert(first?.review_id ?? "", 1, (await idOf(who.finance)).orgId)).rejects.toThrow(/unit_already_voted|review_not_open/);
    const { orgId } = await idOf(who.guarantor);
    for (const token of [who.office, who.finance, who.department, who.guarantor]) {
      const { past, counts } = (await seen(token, one.caseId)).file.claim.verification;
      expect(counts).toEqual({ agreed: 5, not_agreed: 0 });
      expect(past).toMatchObject([{ round: 1, ballots: expect.arrayContaining([{ unit: orgId, choice: "agreed", reason: "短" }]) }]);
    }
    const firm = JSON.stringify(await seen(one.firm, one.caseId));
    expect(firm).not.toMatch(/"ballots":\[\{|"counts":\{"agreed|短|"opinion"/);
  });
  it("a claim that is taken back during its ballot takes no more, and its ballots stay sealed", async () => {
    const one = await lent(who, 823, { raters: UNITS });
    await filed(who.bankA, one.caseId);
    await checked(who, one.caseId);
    const meetingId = await panelled(who, one.caseId, UNITS);
    must(await opens(who.office, one.caseId));
    must(await votes(who.guarantor, one.caseId, { choice: "not_agreed", reason: "存疑" }));
    must(await withdraws(who.bankA, one.caseId, { reason: "企业已恢复还款" }));
    expect(await votes(who.finance, one.caseId, { choice: "agreed", reason: "依据" })).toMatchObject({ status: 409 });
    const [first] = await sealedOf(one.caseId);
    await expect(insert(first?.review_id ?? "", 1, (await idOf(who.finance)).orgId)).rejects.toThrow(/review_not_open/);
    const office = await seen(who.office, one.caseId);
    expect([office.file.claim.step, office.file.claim.verification]).toEqual(["withdrawn", undefined]);
    expect(JSON.stringify(office)).not.toMatch(/存疑/);
    const { agenda } = must(await call("GET", `/meetings/${meetingId}`, undefined, { token: who.office })).body;
    expect(agenda).toMatchObject([{ about: "claim", result: "dropped", case: { id: one.caseId } }]);
  });
});
