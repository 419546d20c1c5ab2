/** Ballots stay sealed: two runs that differ in one ballot only look the same to everybody until the closing; and a ballot cannot be slipped in, moved or changed. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { settingsOf } from "../settings";
import { accountsOf, plain, sightOf } from "../sight";
import { applied, type Cast, cast, idOf, meeting, must, newFirm, pushed, screened, seatsOf } from "../story";
import { call, env } from "../testing";
import { seal, unseal } from "./seal";

const UNITS = ["office", "finance", "department", "bankA", "guarantor"] as const;
interface Run {
  readonly n: number;
  readonly name: string;
  readonly firm: string;
  readonly caseId: string;
  readonly meetingId: string;
  readonly seats: { orgId: string; personId: string }[];
  readonly told: string[];
}

let who: Cast;
let accounts: Record<string, string>;
let runs: Run[];
let department: string;

const vote = (caseId: string, unit: (typeof UNITS)[number], choice: string, reason: string) =>
  call("POST", `/cases/${caseId}/review/ballot`, { choice, reason }, { token: who[unit] });

/** The same steps but for what the first bank votes. */
async function run(n: number, name: string, ballot: { choice: string; reason: string }): Promise<Run> {
  const firm = await newFirm(n, name);
  const caseId = await applied(firm, 600, department);
  await screened(who, caseId);
  const meetingId = await meeting(who);
  const seats = await seatsOf(who, UNITS);
  must(await call("POST", `/cases/${caseId}/review`, { meetingId, seats }, { token: who.office }));
  must(await call("POST", `/cases/${caseId}/review/open`, {}, { token: who.office }));
  must(await vote(caseId, "office", "low", "依据"));
  const printed = vi.spyOn(console, "log");
  const answer = await vote(caseId, "bankA", ballot.choice, ballot.reason);
  const told = [JSON.stringify(answer.body), ...printed.mock.calls.flat().map(String)];
  printed.mockRestore();
  return { n, name, firm, caseId, meetingId, seats, told };
}

beforeAll(async () => {
  who = await cast();
  department = (await idOf(who.department)).orgId;
  accounts = await accountsOf();
  runs = [
    await run(601, "北京密封甲有限公司", { choice: "high", reason: "短" }),
    await run(602, "北京密封乙有限公司", { choice: "not_supported", reason: `很长的理由${"。".repeat(900)}` }),
  ];
}, 60_000);

const pair = () => runs as [Run, Run];
const sealedOf = async (caseId: string) =>
  (
    await env.DB.prepare("SELECT b.* FROM ballot b JOIN review r ON r.id = b.review_id WHERE r.case_id = ? ORDER BY length(b.sealed), b.org_id")
      .bind(caseId)
      .all<{ review_id: string; round: number; org_id: string; sealed: string }>()
  ).results;

describe("until the closing", () => {
  it("YQ-064 whoever looks, wherever they look, sees the same of two cases that differ in one ballot", async () => {
    const [high, not] = pair();
    for (const [phone, token] of [...Object.entries(accounts), ["the firm", ""]] as const) {
      const sights = await Promise.all([high, not].map((one) => sightOf(token || one.firm, one)));
      expect(sights[1], phone).toBe(sights[0]);
      expect(sights[0]).not.toContain("sealed");
    }
  });
  it("and would see a difference, were there one", async () => {
    const [high, not] = pair();
    must(await vote(high.caseId, "guarantor", "low", "依据"));
    expect(await sightOf(who.office, high)).not.toBe(await sightOf(who.office, not));
    must(await vote(not.caseId, "guarantor", "low", "依据"));
    expect(await sightOf(who.office, high)).toBe(await sightOf(who.office, not));
  });
  it("the answer to the vote and the log say nothing of it", () => {
    const [high, not] = pair();
    expect(high.told.map((text) => plain(text, high))).toEqual(not.told.map((text) => plain(text, not)));
    expect(high.told.join()).not.toMatch(/high|短/);
  });
  it("the refusal to close early names who is missing and not how the others voted", async () => {
    const answers = await Promise.all(
      pair().map((one) => call("POST", `/cases/${one.caseId}/review/close`, { recoveryOwner: one.seats[0]?.orgId }, { token: who.office })),
    );
    expect(answers.map(({ body }) => body.code)).toEqual(["ballots_missing", "ballots_missing"]);
    expect(JSON.stringify(answers[0]?.body.refusals)).toBe(JSON.stringify(answers[1]?.body.refusals));
  });
  it("what lies in the records has one length and holds no word of it", async () => {
    const lengths = new Set<number>();
    for (const one of pair()) {
      for (const { sealed } of await sealedOf(one.caseId)) lengths.add(sealed.length);
      const { results } = await env.DB.prepare("SELECT data FROM case_event WHERE case_id = ? AND type = 'ballot_cast'")
        .bind(one.caseId)
        .all<{ data: string }>();
      for (const { data } of results) {
        expect(data).not.toMatch(/not_supported|理由|"high"/);
        lengths.add((JSON.parse(data) as { sealed: string }).sealed.length);
      }
    }
    expect(lengths.size).toBe(1);
    const replies = await env.DB.prepare("SELECT reply FROM idempotency WHERE route = 'castBallot'").all<{ reply: string }>();
    for (const { reply } of replies.results) expect(reply).not.toMatch(/high|not_supported|理由|sealed/);
  });
});

describe("a ballot by raw SQL", () => {
  const insert = (reviewId: string, round: number, orgId: string, or = "") =>
    env.DB.prepare(`INSERT ${or} INTO ballot (review_id, round, org_id, sealed) VALUES (?, ?, ?, 'x')`).bind(reviewId, round, orgId).run();
  it("a second one, a stranger's, one of another round, a changed and a removed one are refused", async () => {
    const [one] = pair();
    const [first] = await sealedOf(one.caseId);
    const { review_id: id = "", org_id: org = "" } = first ?? {};
    const stranger = (await idOf(who.bankB)).orgId;
    await expect(insert(id, 1, org)).rejects.toThrow(/unit_already_voted/);
    await expect(insert(id, 1, org, "OR REPLACE")).rejects.toThrow(/unit_already_voted/);
    await expect(insert(id, 1, stranger)).rejects.toThrow(/unit_not_on_panel/);
    await expect(insert(id, 2, one.seats[1]?.orgId ?? "")).rejects.toThrow(/review_not_open/);
    await expect(env.DB.prepare("UPDATE ballot SET sealed = 'x'").run()).rejects.toThrow(/unit_already_voted/);
    await expect(env.DB.prepare("DELETE FROM ballot").run()).rejects.toThrow(/unit_already_voted/);
  });
  it("a late one is refused", async () => {
    const [one, two] = pair();
    for (const { caseId } of [one, two]) for (const unit of ["finance", "department"] as const) must(await vote(caseId, unit, "low", "依据"));
    const closed = must(await call("POST", `/cases/${one.caseId}/review/close`, { recoveryOwner: one.seats[0]?.orgId }, { token: who.office }));
    expect(closed.body.counts).toEqual({ high: 1, medium: 0, low: 4, not_supported: 0 });
    const [first] = await sealedOf(one.caseId);
    await expect(insert(first?.review_id ?? "", 1, one.seats[0]?.orgId ?? "")).rejects.toThrow(/unit_already_voted|review_not_open/);
    await expect(insert(first?.review_id ?? "", 1, (await idOf(who.bankB)).orgId)).rejects.toThrow(/review_not_open|unit_not_on_panel/);
  });
});

describe("the seal", () => {
  const secret = settingsOf(env).BALLOT_KEY;
  const place = { reviewId: "r", round: 1, unit: "u" };
  it("opens in its place and nowhere else, unchanged and under its key only", async () => {
    const sealed = await seal(secret, place, { choice: "high", reason: "理由" });
    expect(await unseal(secret, place, sealed)).toEqual({ unit: "u", choice: "high", reason: "理由" });
    for (const other of [
      { ...place, reviewId: "q" },
      { ...place, round: 2 },
      { ...place, unit: "v" },
    ])
      await expect(unseal(secret, other, sealed)).rejects.toThrow();
    await expect(unseal(`${secret}x`, place, sealed)).rejects.toThrow();
    const [iv = "", body = ""] = sealed.split(".");
    for (const at of [0, 40, body.length - 5]) {
      const changed = `${body.slice(0, at)}${body[at] === "A" ? "B" : "A"}${body.slice(at + 1)}`;
      await expect(unseal(secret, place, `${iv}.${changed}`)).rejects.toThrow();
    }
    expect(await seal(secret, place, { choice: "high", reason: "理由" })).not.toBe(sealed);
  });
  it("holds the longest reason that the contract takes", async () => {
    const reason = "长".repeat(1000);
    expect(await unseal(secret, place, await seal(secret, place, { choice: "not_supported", reason }))).toMatchObject({ reason });
    const odd = '"'.repeat(500) + "\u{20000}".repeat(250);
    expect(await unseal(secret, place, await seal(secret, place, { choice: "not_supported", reason: odd }))).toMatchObject({ reason: odd });
    const breaks = `甲${"\n\r\t".repeat(332)}乙`;
    expect(await unseal(secret, place, await seal(secret, place, { choice: "not_supported", reason: breaks }))).toMatchObject({ reason: breaks });
  });
});

describe("after the closing", () => {
  it("the panel sees each unit's ballot with its reason; the firm and the banks with a lead do not", async () => {
    const [one] = pair();
    for (const unit of ["office", "finance", "bankA", "guarantor"] as const) {
      const { body } = must(await call("GET", `/cases/${one.caseId}`, undefined, { token: who[unit] }));
      expect(body.reviews[0].past[0].ballots).toContainEqual({ unit: one.seats[3]?.orgId, choice: "high", reason: "短" });
    }
    await pushed(who, one.caseId, ["bankA", "bankB"]);
    for (const token of [one.firm, who.bankB]) {
      const answer = must(await call("GET", `/cases/${one.caseId}`, undefined, { token }));
      expect(answer.body.reviews).toEqual([]);
      expect(JSON.stringify(answer.body)).not.toMatch(/"ballots"|"counts"|短|"high":/);
    }
  });
  it("YQ-062 the other case, changed in that ballot alone, closes by its own count", async () => {
    const [, two] = pair();
    const { body } = must(await call("POST", `/cases/${two.caseId}/review/close`, { recoveryOwner: two.seats[0]?.orgId }, { token: who.office }));
    expect(body).toMatchObject({ choice: "low", counts: { high: 0, low: 4, not_supported: 1 } });
  });
});
