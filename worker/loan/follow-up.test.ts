/** Who looks after a funded firm, and what the night tells of those who do not. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { day } from "../../shared/local-date";
import { yanqing } from "../../shared/schemes/yanqing/scheme";
import { filed } from "../claim/claim-story";
import { applied, type Cast, idOf, loanBody, meeting, must, newFirm, pushed, screened, voted } from "../story";
import { call, env, phoneOf, tokenOf } from "../testing";
import { follows, grades, inbox, lent, onDay } from "./loan-story";
import { loanFlagsTold } from "./watch";

let who: Cast;
let insurer: string;
let caseId: string;
let insured: string;
let open: string;
const signIn = async (on: string) => {
  who = await onDay(on);
  insurer = await tokenOf(phoneOf(10));
};
beforeAll(async () => {
  await signIn("2026-03-02");
  ({ caseId } = await lent(who, 941));
  // insured, and by another bank
  insured = await applied(await newFirm(942, "北京保险贷有限公司"), 942, (await idOf(who.department)).orgId);
  await screened(who, insured);
  await voted(who, insured, await meeting(who), { office: "low", finance: "low", department: "low" });
  const { bankB = "" } = await pushed(who, insured, ["bankB"]);
  const offer = { amount: "3000000.00", ratePercent: "3.85", termMonths: "12", mode: "insurance", remark: "" };
  must(await call("POST", `/cases/${insured}/leads/${bankB}/offer`, offer, { token: who.bankB }));
  const body = { ...loanBody("HT-942"), mode: "insurance", partnerOrgId: (await idOf(insurer)).orgId };
  must(await call("POST", `/cases/${insured}/leads/${bankB}/loan`, body, { token: who.bankB }));
  // pushed, and nobody answers
  open = await applied(await newFirm(943, "北京无人答有限公司"), 943, (await idOf(who.department)).orgId);
  await screened(who, open);
  await voted(who, open, await meeting(who), { office: "low", finance: "low", department: "low" });
  await pushed(who, open, ["bankA", "bankB"]);
}, 60_000);
afterAll(() => {
  vi.useRealTimers();
});

const note = (on: string, abnormal = false, text = "走访企业，生产正常") => ({ on, text, abnormal });
const notes = async (token: string, id = caseId) =>
  must(await call("GET", `/cases/${id}`, undefined, { token })).body.file.life.followUps as { by: string; abnormal: boolean; text: string }[];

describe("YQ-100 a follow-up", () => {
  it("is written down by the recommending unit; those who decide read it, the firm does not", async () => {
    await signIn("2026-04-10");
    expect(must(await follows(who.department, caseId, note("2026-04-09"))).body).toEqual({ caseId });
    expect(await notes(who.office)).toMatchObject([{ on: "2026-04-09", by: "区经济和信息化局", text: "走访企业，生产正常", abnormal: false }]);
    const owner = await tokenOf("13900000941");
    expect(await notes(owner)).toEqual([]);
    expect(await inbox(who.office, caseId)).not.toContain("follow_up_abnormal");
  });
  it("that is abnormal reaches the office at once, with what was seen", async () => {
    must(await follows(who.department, caseId, note("2026-04-10", true, "厂房停工，工资拖欠")));
    const { notices } = must(await call("GET", "/notices", undefined, { token: who.office })).body;
    expect(notices.find(({ code }: { code: string }) => code === "follow_up_abnormal")).toMatchObject({
      caseId,
      figures: { by: "区经济和信息化局", text: "厂房停工，工资拖欠", enterprise: "北京代偿941有限公司" },
    });
    expect((await notes(who.office)).map(({ abnormal }) => abnormal)).toEqual([true, false]);
  });
  it("two taps are one, and what stands is never edited", async () => {
    const send = () =>
      call("POST", `/cases/${caseId}/loan/follow-ups`, note("2026-04-10", false, "复访"), { token: who.department, key: "one-visit" });
    const taps = await Promise.all([send(), send()]);
    expect(taps.map(({ status }) => status)).toEqual([200, 200]);
    expect((await notes(who.office)).filter(({ text }) => text === "复访")).toHaveLength(1);
    for (const way of [
      "UPDATE follow_up SET text = 'x'",
      "DELETE FROM follow_up",
      "INSERT OR REPLACE INTO follow_up SELECT * FROM follow_up LIMIT 1",
    ])
      await expect(env.DB.prepare(way).run()).rejects.toThrow(/append_only|already_exists/);
  });
  it("of another unit, of a day to come, or of a case that is not one's own is refused", async () => {
    const stranger = await tokenOf(phoneOf(14));
    expect((await follows(stranger, caseId, note("2026-04-10"))).status).toBe(404);
    expect((await follows(who.department, caseId, note("2026-04-11"))).body.refusals[0]).toMatchObject({ code: "date_invalid", field: "on" });
    expect((await follows(who.department, caseId, note("2026-03-01"))).body.refusals[0]).toMatchObject({ figures: { disbursedOn: "2026-03-02" } });
    expect((await follows(who.department, caseId, { ...note("2026-04-10"), text: " " })).body.refusals[0]).toMatchObject({ field: "text" });
    expect((await follows(who.department, open, note("2026-04-10"))).body.code).toBe("wrong_step");
    expect((await follows(who.office, caseId, note("2026-04-10"))).status).toBe(403);
  });
  it("YQ-104 the insurer of a loan notes its claims; of a loan that it does not insure it knows nothing", async () => {
    must(await follows(insurer, insured, note("2026-04-10", false, "接到理赔报案，编号 BX-1")));
    expect(await notes(who.office, insured)).toMatchObject([{ by: "八达岭财产保险延庆支公司", text: "接到理赔报案，编号 BX-1" }]);
    expect((await follows(insurer, caseId, note("2026-04-10"))).status).toBe(404);
  });
});

describe("what the night tells", () => {
  /** The night of a day: which flags were told, to how many. */
  const night = async (on: string) => {
    const statements = await loanFlagsTold(env.DB, yanqing, day(on));
    if (statements.length > 0) await env.DB.batch([...statements]);
    const { results } = await env.DB.prepare("SELECT case_id, code, period FROM flag_told ORDER BY code, case_id, period").all();
    return results;
  };
  const named = (id: string, code: string, period: unknown) => ({ case_id: id, code, period });

  it("nothing before anything is late", async () => {
    expect(await night("2026-04-30")).toEqual([]);
  });
  it("YQ-102 a push that nobody decided is told once, to the institution and the office", async () => {
    await night("2026-05-01");
    expect(await night("2026-05-01")).toEqual([]);
    const told = await night("2026-05-02");
    expect(told.map(({ case_id, code }) => [case_id, code])).toEqual([
      [open, "push_no_response"],
      [open, "push_no_response"],
    ]);
    await signIn("2026-05-03");
    for (const token of [who.bankA, who.bankB]) expect(await inbox(token, open)).toContain("push_no_response");
    expect((await inbox(who.office, open)).filter((code) => code === "push_no_response")).toHaveLength(2);
    expect(await night("2026-05-03")).toEqual(told);
  });
  it("YQ-100 a quarter without a look of the recommending unit is told once for that quarter", async () => {
    // looked after in the second quarter; the insurer's note does not stand for the unit's
    await night("2026-07-01");
    await night("2026-07-02");
    const told = (await night("2026-07-02")).filter(({ code }) => code === "no_followup");
    expect(told).toEqual([named(insured, "no_followup", "2026Q2")]);
    await signIn("2026-07-03");
    for (const token of [who.department, who.office]) expect(await inbox(token, insured)).toContain("no_followup");
    expect(await inbox(who.department, caseId)).not.toContain("no_followup");
    must(await follows(who.department, insured, note("2026-07-03")));
    await night("2026-10-08");
    expect((await night("2026-10-08")).filter(({ code }) => code === "no_followup")).toEqual(
      [named(caseId, "no_followup", "2026Q3"), named(insured, "no_followup", "2026Q2")].sort((a, b) => (a.case_id < b.case_id ? -1 : 1)),
    );
  });
  it("YQ-103 a bad loan without a claim is told after five working days, once, to who would be paid and to the office", async () => {
    await signIn("2026-10-12");
    must(await grades(who.bankA, caseId, { grade: "substandard", on: "2026-10-12" }));
    await night("2026-10-19");
    expect((await night("2026-10-19")).filter(({ code }) => code === "claim_late")).toEqual([]);
    await night("2026-10-20");
    await night("2026-10-21");
    expect((await night("2026-10-21")).filter(({ code }) => code === "claim_late")).toEqual([named(caseId, "claim_late", "2026-10-19")]);
    await signIn("2026-10-21");
    for (const token of [who.bankA, who.office]) expect(await inbox(token, caseId)).toContain("claim_late");
  });
  it("YQ-071 a claim whose half-year is over is told; one filed in time never was late", async () => {
    await filed(who.bankA, caseId);
    await night("2026-12-31");
    expect((await night("2026-12-31")).filter(({ code }) => code === "batch_overdue")).toEqual([]);
    await night("2027-01-01");
    expect((await night("2027-01-04")).filter(({ code }) => code === "batch_overdue")).toEqual([named(caseId, "batch_overdue", "2026-12-31")]);
  });
});
