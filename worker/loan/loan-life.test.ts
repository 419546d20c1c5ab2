/** A loan's life through the API: what the lender tells of it on which day, and what the fund stands behind meanwhile. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { day } from "../../shared/local-date";
import { outstandingOn } from "../../shared/process/loan-life";
import { tellOf } from "../case/case-verb";
import type { EventRow } from "../event";
import { applied, type Cast, idOf, must, newFirm, screened } from "../story";
import { env } from "../testing";
import { committedOf, extendsTo, grades, inbox, lent, onDay, repayment, repays, SOUND, schedules, soundBooks, tokensAt, undoes } from "./loan-story";

let who: Cast;
let caseId: string;
let other: string;
beforeAll(async () => {
  who = await onDay("2026-03-02");
  ({ caseId } = await lent(who, 901));
  ({ caseId: other } = await lent(who, 902, { guarantor: true }));
}, 60_000);
afterAll(() => {
  vi.useRealTimers();
});

/** The loan as its own history tells it. */
async function lifeOf(id: string) {
  const { results } = await env.DB.prepare("SELECT * FROM case_event WHERE case_id = ? ORDER BY seq").bind(id).all<EventRow>();
  const { loanFile } = tellOf(id, results, new Map());
  if (!loanFile) throw new Error("no loan");
  return loanFile.life;
}
const count = async (id: string): Promise<number> =>
  (await env.DB.prepare("SELECT COUNT(*) AS n FROM case_event WHERE case_id = ?").bind(id).first<number>("n")) ?? -1;
const row = (id: string) =>
  env.DB.prepare("SELECT stage, grade, outstanding, matures_on FROM loan_file WHERE case_id = ?")
    .bind(id)
    .first<{ stage: string; grade: string; outstanding: number; matures_on: string }>();

describe("YQ-102 repayments", () => {
  it("YQ-006 the loan commits its ratio of the principal, and each repayment lets go of its part to the fen", async () => {
    expect(await committedOf(caseId)).toBe(150_000_000);
    who = await onDay("2026-04-10");
    expect(must(await repays(who.bankA, caseId, repayment("L-1", "2026-04-08", "600,000.01", "12,000.00"))).body).toMatchObject({
      caseId,
      stage: "live",
      outstanding: "2399999.99",
    });
    // half of 2,399,999.99 is rounded half up
    expect(await committedOf(caseId)).toBe(120_000_000);
    must(await repays(who.bankA, caseId, repayment("L-2", "2026-04-10", "0.02")));
    expect(await committedOf(caseId)).toBe(119_999_999);
    expect(await row(caseId)).toMatchObject({ stage: "live", outstanding: 239_999_997 });
    expect(await soundBooks()).toMatchObject(SOUND);
  });

  it("the outstanding principal is known on any day", async () => {
    const life = await lifeOf(caseId);
    const days = ["2026-03-01", "2026-03-02", "2026-04-07", "2026-04-08", "2026-04-09", "2026-04-10", "2027-01-01"];
    expect(days.map((on) => outstandingOn(life, day(on)))).toEqual([0, 300_000_000, 300_000_000, 239_999_999, 239_999_999, 239_999_997, 239_999_997]);
  });

  it("two taps with one key are one repayment, and the same number under another key is refused", async () => {
    const body = repayment("L-3", "2026-04-10", "100000.00");
    const before = await count(caseId);
    const [first, second] = await Promise.all([repays(who.bankA, caseId, body, "tap"), repays(who.bankA, caseId, body, "tap")]);
    expect([first.status, second.status, first.body]).toEqual([200, 200, second.body]);
    expect(await count(caseId)).toBe(before + 1);
    const again = await repays(who.bankA, caseId, body);
    expect([again.status, again.body.refusals]).toMatchObject([
      409,
      [{ code: "already_exists", field: "repaymentNo", figures: { repayment: "L-3" } }],
    ]);
    expect(await committedOf(caseId)).toBe(114_999_999);
  });

  it("one taken back is owed again, and its number is free", async () => {
    expect((await undoes(who.bankA, caseId, { repaymentNo: "L-9", reason: "录错" })).body.refusals[0]).toMatchObject({
      code: "not_found",
      field: "repaymentNo",
    });
    expect(must(await undoes(who.bankA, caseId, { repaymentNo: "L-3", reason: "金额录错" })).body.outstanding).toBe("2399999.97");
    expect(await committedOf(caseId)).toBe(119_999_999);
    must(await repays(who.bankA, caseId, repayment("L-3", "2026-04-10", "99999.97")));
    expect(await committedOf(caseId)).toBe(115_000_000);
  });

  it.each([
    ["more than is owed", { principal: "2300000.01" }, { code: "repayment_over", field: "principal", figures: { outstanding: "2300000.00" } }],
    ["a day to come", { on: "2026-04-11" }, { code: "date_invalid", field: "on", figures: { given: "2026-04-11", on: "2026-04-10" } }],
    ["a day before the loan", { on: "2026-03-01" }, { code: "date_invalid", field: "on", figures: { disbursedOn: "2026-03-02" } }],
    ["a day that does not exist", { on: "2026-02-30" }, { code: "date_invalid", field: "on" }],
    ["no amount", { principal: "0", interest: "0" }, { code: "amount_invalid", field: "principal" }],
    ["less than nothing", { principal: "-1" }, { code: "amount_invalid", field: "principal", figures: { given: "-1.00" } }],
    ["interest below nothing", { interest: "-0.01" }, { code: "amount_invalid", field: "interest", figures: { given: "-0.01" } }],
    ["a third decimal", { principal: "1.001" }, { code: "amount_invalid", field: "principal", figures: { given: "1.001" } }],
    ["no number", { repaymentNo: " " }, { code: "field_required", field: "repaymentNo" }],
  ])("%s is refused with its field and the figures, and nothing changes", async (_, change, refusal) => {
    const before = await count(caseId);
    const answer = await repays(who.bankA, caseId, { ...repayment("L-X", "2026-04-10", "1", "0"), ...change });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.refusals[0]).toMatchObject(refusal);
    expect([await count(caseId), await committedOf(caseId)]).toEqual([before, 115_000_000]);
  });

  it("two amounts that cannot be read are told together", async () => {
    const { refusals } = (await repays(who.bankA, caseId, repayment("L-X", "2026-13-01", "x", "y"))).body;
    expect(refusals.map(({ field }: { field: string }) => field).sort()).toEqual(["interest", "on", "principal"]);
  });
});

describe("YQ-102 whose loan it is", () => {
  it("another institution finds no such case; the guarantor of the loan sees it and tells nothing of it", async () => {
    const { insurer } = await tokensAt({ insurer: 10 });
    for (const token of [who.bankB, insurer]) {
      const answer = await repays(token, caseId, repayment("L-Y", "2026-04-10", "1"));
      expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
      expect((await grades(token, caseId, { grade: "loss", on: "2026-04-10" })).status).toBe(404);
    }
    expect((await repays(who.guarantor, other, repayment("L-Y", "2026-04-10", "1"))).body.code).toBe("lead_not_yours");
    expect((await repays(who.office, caseId, repayment("L-Y", "2026-04-10", "1"))).status).toBe(403);
  });
});

describe("YQ-102 schedule and extension", () => {
  const instalments = (...each: readonly (readonly [string, string])[]) => ({
    instalments: each.map(([dueOn, principal]) => ({ dueOn, principal, interest: "1000.00" })),
  });
  it("a plan whose principal is the loan's is kept; every other is told by what it sums to", async () => {
    expect(must(await schedules(who.bankA, other, instalments(["2026-09-01", "1000000.00"], ["2027-03-02", "2000000.00"]))).status).toBe(200);
    expect((await schedules(who.bankA, other, instalments(["2026-09-01", "1000000.00"]))).body.refusals[0]).toMatchObject({
      code: "schedule_invalid",
      field: "instalments",
      figures: { sum: "1000000.00", principal: "3000000.00", maturesOn: "2027-03-02" },
    });
    expect((await schedules(who.bankA, other, instalments(["2026-09-01", "x"], ["2026-02-30", "1"]))).body.refusals).toMatchObject([
      { code: "amount_invalid", field: "instalments.0.principal" },
      { code: "date_invalid", field: "instalments.1.dueOn" },
    ]);
    expect((await lifeOf(other)).schedule.map(({ dueOn }) => dueOn)).toEqual(["2026-09-01", "2027-03-02"]);
  });
  it("YQ-A18 an extension under the same contract moves the last day, and the office hears of it", async () => {
    const early = await extendsTo(who.bankA, other, { maturesOn: "2027-03-02", reason: "经营暂时困难" });
    expect(early.body.refusals[0]).toMatchObject({ code: "date_invalid", field: "maturesOn" });
    must(await extendsTo(who.bankA, other, { maturesOn: "2027-09-02", reason: "经营暂时困难" }));
    expect(await row(other)).toMatchObject({ matures_on: "2027-09-02" });
    expect(await inbox(who.office, other)).toContain("extended");
  });
});

describe("YQ-103 the five classes", () => {
  it("say when the loan has turned bad, and tell the office, who recommended the firm and who would be paid", async () => {
    expect(must(await grades(who.bankA, other, { grade: "special_mention", on: "2026-04-01" })).body).toMatchObject({ turnedBad: false });
    expect(await inbox(who.office, other)).not.toContain("graded");
    expect(must(await grades(who.bankA, other, { grade: "substandard", on: "2026-04-09" })).body).toMatchObject({ turnedBad: true, stage: "live" });
    for (const token of [who.office, who.department, who.guarantor]) expect(await inbox(token, other)).toContain("graded");
    expect(must(await grades(who.bankA, other, { grade: "doubtful", on: "2026-04-10" })).body.turnedBad).toBe(false);
    expect(await row(other)).toMatchObject({ grade: "doubtful" });
  });
  it("do not go back in time, and the same is told once", async () => {
    expect((await grades(who.bankA, other, { grade: "loss", on: "2026-04-08" })).body.refusals[0]).toMatchObject({
      code: "date_invalid",
      field: "on",
      figures: { gradedOn: "2026-04-10" },
    });
    expect((await grades(who.bankA, other, { grade: "doubtful", on: "2026-04-10" })).body.code).toBe("already_exists");
    expect((await grades(who.bankA, other, { grade: "worse", on: "2026-04-10" })).body.refusals[0].field).toBe("grade");
  });
});

describe("the end of a loan", () => {
  it("YQ-102 repaid in full it commits nothing and takes no more principal", async () => {
    who = await onDay("2026-05-06");
    const last = must(await repays(who.bankA, caseId, repayment("L-10", "2026-05-06", "2300000.00", "50000")));
    expect(last.body).toMatchObject({ stage: "repaid", outstanding: "0.00" });
    expect(await committedOf(caseId)).toBe(0);
    expect((await repays(who.bankA, caseId, repayment("L-11", "2026-05-06", "0.01"))).body.refusals[0]).toMatchObject({
      code: "loan_closed",
      field: "principal",
      figures: { repayment: "0.01", outstanding: "0.00" },
    });
    must(await repays(who.bankA, caseId, repayment("L-12", "2026-05-06", "0", "33.33")));
    const books = await soundBooks();
    expect(books).toMatchObject(SOUND);
    expect(books.total).toBe(books.parts);
    expect(books.parts).toBe(await committedOf(other));
  });
  it("of a case without a loan, and of one that does not exist, nothing can be told", async () => {
    const early = await applied(await newFirm(903, "北京未放款有限公司"), 903, (await idOf(who.department)).orgId);
    await screened(who, early);
    const told = await repays(who.bankA, early, repayment("L", "2026-05-06", "1"));
    expect([told.status, told.body.code]).toEqual([409, "wrong_step"]);
    const none = await repays(who.bankA, "none", repayment("L", "2026-05-06", "1"));
    expect([none.status, none.body.code]).toEqual([404, "not_found"]);
  });
});
