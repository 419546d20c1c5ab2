/** Slow recovery answered rung by rung through the API: a suspended institution gets no push. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { noticesOf, today } from "../recovery/recovery-story";
import { applied, type Cast, cast, idOf, meeting, must, newFirm, screened, voted } from "../story";
import { type Answer, call, env } from "../testing";

let who: Cast;
let bank: string;
let department: string;
beforeAll(async () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-25T02:00:00Z"), toFake: ["Date"] });
  who = await cast();
  bank = (await idOf(who.bankA)).orgId;
  department = (await idOf(who.department)).orgId;
}, 60_000);
afterAll(() => void vi.useRealTimers());

const refusal = ({ status, body }: Answer) => ({ status, ...body.refusals?.[0] });
const climbs = (rung: string, more: object = {}, token = who.office, org = bank) =>
  call("POST", `/organisations/${org}/rungs`, { rung, reason: "追偿半年没有进展", ...more }, { token });
const pushes = async (caseId: string, name: keyof Cast) =>
  call("POST", `/cases/${caseId}/push`, { institutions: [(await idOf(who[name])).orgId], preferenceReason: "按意向" }, { token: who.office });
const sanctions = async () => must(await call("GET", "/sanctions", undefined, { token: who.finance })).body;

describe("YQ-081 the ladder", () => {
  it("is climbed from the talk over the circular to the suspension, none skipped; the institution is told of each", async () => {
    for (const rung of ["notice", "suspend", "fine"])
      expect(refusal(await climbs(rung))).toMatchObject({
        code: "sanction_invalid",
        figures: { next: "interview" },
        article: "三（七）3",
        field: "rung",
      });
    expect(must(await climbs("interview")).body).toMatchObject({
      institution: "海坨银行延庆支行",
      what: "interview",
      on: today(),
      until: null,
      active: true,
      caseId: null,
    });
    expect(refusal(await climbs("suspend"))).toMatchObject({ code: "sanction_invalid", figures: { next: "notice" } });
    expect(await climbs("notice", { reason: " " })).toMatchObject({ status: 400 });
    must(await climbs("notice"));
    const told = (await noticesOf(who.bankA)).filter(({ code }) => code === "measure_taken");
    expect(told.map(({ figures }) => figures.what).sort()).toEqual(["interview", "notice"]);
    expect((await noticesOf(who.government)).map(({ code }) => code)).toContain("measure_taken");
  });

  it("a suspended institution gets no push until its last day is over", async () => {
    const caseId = await applied(await newFirm(1041, "北京暂停有限公司"), 1041, department);
    await screened(who, caseId);
    must(await voted(who, caseId, await meeting(who), { office: "low", finance: "low", department: "low" }));
    expect(refusal(await climbs("suspend", { until: "2026-11-24" }))).toMatchObject({ code: "date_invalid", field: "until" });
    must(await climbs("suspend", { until: "2026-12-31" }));
    expect(refusal(await pushes(caseId, "bankA"))).toMatchObject({
      status: 422,
      code: "partner_suspended",
      figures: { institution: "海坨银行延庆支行" },
    });
    vi.setSystemTime(Date.parse("2027-01-01T02:00:00Z"));
    who = await cast();
    expect((await sanctions()).measures.map(({ what, active }: { what: string; active: boolean }) => `${what} ${active}`).sort()).toEqual([
      "interview true",
      "notice true",
      "suspend false",
    ]);
    must(await pushes(caseId, "bankA"));
    vi.setSystemTime(Date.parse("2026-11-25T03:00:00Z"));
    who = await cast();
  });

  it("is the office's, for institutions; a record that nobody edits", async () => {
    expect(await climbs("interview", {}, who.finance)).toMatchObject({ status: 403 });
    for (const org of [department, "nowhere"]) expect(await climbs("interview", {}, who.office, org)).toMatchObject({ status: 404 });
    for (const text of ["UPDATE measure SET until_day = on_day", "DELETE FROM measure"])
      await expect(env.DB.prepare(text).run()).rejects.toThrow("append_only");
  });
});
