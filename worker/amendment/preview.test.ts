/** What would have been otherwise, against an independent computation; what was decided stays what it was, computed again by the document as it was known; what each article brought about. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addDays, day, type LocalDate, shanghaiDay } from "../../shared/local-date";
import { applicationFacts } from "../../shared/process/application";
import { claimAmount } from "../../shared/process/claim-amount";
import { evolveFile, fileOf } from "../../shared/process/loan-file";
import { valueOn } from "../../shared/rule/parameter";
import { decideEligibility } from "../../shared/rule/rule";
import type { Typed } from "../../shared/rule/typed-value";
import { tellOf } from "../case/case-verb";
import { load } from "../database";
import { eventsQuery } from "../event";
import { due, paid } from "../payment/pay-story";
import { applied, type Cast, cast, idOf, must, newFirm, openedFund } from "../story";
import { call, env } from "../testing";
import { inForceQuery, schemeKnownAt } from "./in-force";

let who: Cast;
const told = {} as { half: Awaited<ReturnType<typeof due>>; less: Awaited<ReturnType<typeof due>>; small: string };
beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  await openedFund(who);
  told.half = await due(who, 801);
  await paid(who, told.half.claimId);
  told.less = await due(who, 802, { before: "1000000.00" });
  told.small = await applied(await newFirm(803, "北京小额有限公司"), 803, (await idOf(who.department)).orgId, "200000.00");
}, 120_000);

const preview = async (key: string, value: Typed, after?: string) =>
  must(
    await call(
      "GET",
      `/amendments/preview?key=${key}&value=${encodeURIComponent(JSON.stringify(value))}${after ? `&after=${after}` : ""}`,
      undefined,
      { token: who.office },
    ),
  ).body;
const today = () => shanghaiDay(Date.now());

describe("what would have been otherwise", () => {
  it("YQ-046 a claim that was paid and one that waits, each by what was owed on its day", async () => {
    const found = await preview("tier.medium.ratio", "0.40");
    // half of 3,000,000.00 and of 2,000,000.00 were due, two fifths would have been
    expect(found).toMatchObject({
      looked: 3,
      changed: 2,
      total: 3,
      amounts: { before: "2500000.00", after: "2000000.00" },
      returns: { before: "0.00", after: "0.00" },
      uncounted: 0,
      asked: true,
      pauses: null,
      next: null,
    });
    expect(found.cases.map(({ caseId }: { caseId: string }) => caseId)).toEqual([told.half.caseId, told.less.caseId]);
    expect(found.cases[0]).toMatchObject({
      name: told.half.name,
      differences: [
        { what: "ratio", article: "二（四）", before: "0.50", after: "0.40" },
        { what: "amount", article: "二（四）", before: "1500000.00", after: "1200000.00" },
      ],
    });
  });

  it("YQ-074 principal and interest instead of principal alone", async () => {
    const found = await preview("comp.base", "principal_and_interest");
    // interest of 12,345.67 stands beside each: half of it, rounded to the fen, is 6,172.84
    expect(found.amounts).toEqual({ before: "2500000.00", after: "2512345.68", change: { is: "more", amount: "12345.68" } });
  });

  it("YQ-020 a firm that could not have applied is named once, with the article", async () => {
    const found = await preview("need.max", "1000000.00");
    expect(found.cases.map(({ differences }: { differences: unknown[] }) => differences)).toEqual([
      [expect.objectContaining({ what: "rule", article: "二（一）", before: "", after: "need_over_cap" })],
      [expect.objectContaining({ what: "rule", article: "二（一）", before: "", after: "need_over_cap" })],
    ]);
    expect(found.amounts).toEqual({ before: "0.00", after: "0.00", change: null });
  });

  it("nothing is told of a number that is what it was, and of one that no case has asked for it is said so", async () => {
    expect(await preview("need.max", "5000000.00")).toMatchObject({ changed: 0, cases: [], asked: true });
    expect(await preview("kpi.recommend.perQuarter", "9")).toMatchObject({ changed: 0, cases: [], asked: false });
  });

  it("YQ-086 the fund would have paused at another line", async () => {
    const { pauses } = await preview("pause.threshold", "1500000.00");
    expect(pauses.before).toEqual({ count: 0, first: [] });
    // from then on by what is left, which stays below the line: with each posting anew
    expect(pauses.after.first.slice(0, 2)).toEqual([
      { to: "PAUSED", on: today() },
      { to: "ACTIVE", on: today() },
    ]);
    expect(pauses.after.count).toBeGreaterThan(2);
  });

  it("goes page by page with sums that run on, and takes no made-up place", async () => {
    const first = `${today().slice(0, 4)}.1.1.1.0.150000000.120000000.0.0`;
    expect(await preview("tier.medium.ratio", "0.40", first)).toMatchObject({
      looked: 3,
      changed: 2,
      amounts: { before: "2500000.00", after: "2000000.00" },
    });
    const answer = await call("GET", "/amendments/preview?key=need.max&value=%221%22&after=x", undefined, { token: who.office });
    expect([answer.status, answer.body.code]).toEqual([400, "field_invalid"]);
    const nobody = await call("GET", "/amendments/preview?key=need.max&value=%221%22", undefined, { token: who.firm });
    expect(nobody.status).toBe(403);
  });
});

/** What the records of a case say was decided, and what the document as it was known then decides on the same facts. */
async function again(caseId: string) {
  const { events, amendments } = await load(env.DB, { events: eventsQuery(env.DB, caseId), amendments: inForceQuery(env.DB, "yanqing") });
  const { state, events: admission, fileEvents } = tellOf(caseId, events, new Map());
  const submitted = admission.find(({ event }) => event.type === "application_submitted");
  if (submitted?.event.type !== "application_submitted") throw new Error("no application");
  const { application, papers, decision } = submitted.event;
  const then = schemeKnownAt("yanqing", amendments, submitted.recordedAt);
  const facts = { ...applicationFacts(application, papers, submitted.occurredOn), ownLoans: [], groupLoans: [], suspectedTies: [], bars: [] };
  const decided = decideEligibility(then.rules, facts, decision.checkpoint, decision.on, decision.ruleSet);
  const reviewed = admission.find(({ event }) => event.type === "review_decided");
  const payment = fileEvents.findIndex(({ event }) => event.type === "claim_paid");
  const last = fileEvents[payment];
  const opened = state.loan ? fileOf(state) : undefined;
  const file = opened?.ok ? fileEvents.slice(0, payment).reduce(evolveFile, opened.value) : undefined;
  const amount =
    file?.claim && last ? claimAmount(schemeKnownAt("yanqing", amendments, last.recordedAt), file, file.claim, last.occurredOn) : undefined;
  return {
    decided: { stored: JSON.parse(JSON.stringify(decision)), again: JSON.parse(JSON.stringify(decided)) },
    ratio: reviewed?.event.type === "review_decided" ? reviewed.event.ratio : undefined,
    paid: last?.event.type === "claim_paid" ? last.event.amount : undefined,
    amount: amount?.ok ? amount.value.amount : undefined,
  };
}

/** All that was decided in the district, by its records and again. */
async function everything() {
  const { results } = await env.DB.prepare("SELECT id FROM case_file WHERE scheme_id = 'yanqing' AND submitted_on IS NOT NULL ORDER BY id").all<{
    id: string;
  }>();
  return Promise.all(results.map(({ id }) => again(id)));
}

async function agreed(key: string, value: Typed, from: LocalDate) {
  const { id } = must(await call("POST", "/amendments", { key, value, from, reason: "区里研究确定" }, { token: who.office })).body;
  must(await call("POST", `/amendments/${id}/approve`, {}, { token: who.office2 }));
}

describe("YQ-001 old decisions", () => {
  it("are the same for ever: no number of a day on which something was decided is set anew", async () => {
    const before = await again(told.half.caseId);
    const all = await everything();
    expect(all).toHaveLength(3);
    for (const one of all) expect([one.decided.again, one.amount]).toEqual([one.decided.stored, one.paid]);
    expect(before.decided.again).toEqual(before.decided.stored);
    expect([before.amount, before.paid, before.ratio]).toEqual([150_000_000, 150_000_000, "0.50"]);
    const now = await call("POST", "/amendments", { key: "need.max", value: "1.00", from: today(), reason: "今天起" }, { token: who.office });
    expect([now.status, now.body.code]).toEqual([422, "param_history"]);
    const tomorrow = addDays(today(), 1);
    await agreed("need.max", "1000000.00", tomorrow);
    await agreed("tier.medium.ratio", "0.30", tomorrow);
    await agreed("comp.base", "principal_and_interest", tomorrow);
    await agreed("affiliate.equityThreshold", "0.30", tomorrow);
    expect(await everything()).toEqual(all);
  });

  it("YQ-043 YQ-074 a case that was rated before keeps its ratio and its base until it is paid, whatever was agreed in between", async () => {
    vi.useFakeTimers({ now: Date.now() + 2 * 86_400_000, toFake: ["Date"] });
    try {
      const then = await cast();
      const { payables } = must(await call("GET", "/payables?limit=50", undefined, { token: then.office })).body;
      expect(payables.find(({ id }: { id: string }) => id === told.less.claimId)).toMatchObject({ today: { amount: "1000000.00" } });
      await paid(then, told.less.claimId);
    } finally {
      vi.useRealTimers();
    }
    expect(await again(told.less.caseId)).toMatchObject({ amount: 100_000_000, paid: 100_000_000 });
  });

  it("DG-024 what is published late is known from its entry on: what was decided before is computed as it was known", () => {
    const row = { id: "a", key: "lpr.1y", value: '"0.0290"', from_day: "2026-11-01", document_no: "", decided_at: 1000 };
    const rate = (instant: number) => {
      const lpr = schemeKnownAt("dongguan", [row], instant).parameters.find(({ key }) => key === "lpr.1y");
      const read = lpr && valueOn(lpr, day("2026-11-20"));
      return read?.ok ? read.value : undefined;
    };
    expect([rate(999), rate(1000)]).toEqual(["0.0300", "0.0290"]);
  });
});

describe("what each article brought about this year", () => {
  it("a case that is turned away again and again counts once, and everybody may read the counts", async () => {
    const firm = await newFirm(804, "北京超额有限公司");
    const department = (await idOf(who.department)).orgId;
    await expect(applied(firm, 804, department, "9000000.00")).rejects.toThrow(/need_over_cap/);
    await expect(applied(firm, 804, department, "9000000.00")).rejects.toThrow(/./);
    const { year, clauses } = must(await call("GET", "/policy/year", undefined, { token: who.firm })).body;
    expect(year).toBe(Number(today().slice(0, 4)));
    expect(clauses.find(({ clause }: { clause: string }) => clause === "YQ-020")).toMatchObject({ cases: 1, others: 0 });
    const { results } = await env.DB.prepare("SELECT * FROM refused_decision").all();
    expect(JSON.stringify(results)).not.toMatch(/超额|139/);
  });

  it("YQ-074 what was paid stands under the articles of its posting, to the fen", async () => {
    const { clauses } = must(await call("GET", "/policy/year", undefined, { token: who.bankA })).body;
    const paidUnder = clauses.filter(({ paid }: { paid: string }) => paid !== "0.00");
    expect(paidUnder.length).toBeGreaterThan(0);
    for (const one of paidUnder) expect(one).toMatchObject({ payments: 2, paid: "2500000.00" });
  });
});
