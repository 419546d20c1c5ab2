/** What recommending units answer for, through the API: misconduct that is noted and never scored, and the mark of two paid firms in a year. */
import { beforeAll, describe, expect, it } from "vitest";
import { noticesOf, paid, today } from "../recovery/recovery-story";
import { type Cast, cast, idOf, must, openedFund } from "../story";
import { type Answer, call, phoneOf, tokenOf } from "../testing";

let who: Cast;
let department: string;
beforeAll(async () => {
  who = await cast();
  await openedFund(who);
  department = (await idOf(who.department)).orgId;
}, 60_000);

const refusal = ({ status, body }: Answer) => ({ status, ...body.refusals?.[0] });
const sanctions = async () => must(await call("GET", "/sanctions", undefined, { token: who.finance })).body;
const year = today().slice(0, 4);

describe("YQ-090 a department's misconduct", () => {
  const notes = (body: object, token = who.office) => call("POST", "/sanctions/misconduct", body, { token });
  it("is noted by one of the four types for those who appraise it, and scores nothing", async () => {
    const note = { orgId: department, type: "no_followup", detail: "贷后半年没有走访" };
    expect(must(await notes(note)).body.flag).toMatchObject({
      code: "dept_misconduct",
      article: "四（一）",
      figures: { unit: "区经济和信息化局", kind: "no_followup" },
    });
    expect((await noticesOf(who.government)).map(({ code }) => code)).toContain("dept_misconduct");
    expect((await noticesOf(who.department)).map(({ code }) => code)).toContain("dept_misconduct");
    const unit = (await sanctions()).departments.find((one: { orgId: string }) => one.orgId === department);
    expect(unit.misconduct).toEqual([{ type: "no_followup", detail: "贷后半年没有走访", on: today() }]);
    expect(refusal(await notes({ ...note, type: "lateness" }))).toMatchObject({ code: "field_invalid", field: "type" });
    expect(refusal(await notes({ ...note, orgId: (await idOf(await tokenOf(phoneOf(2)))).orgId }))).toMatchObject({ code: "role_forbidden" });
    expect(refusal(await notes({ ...note, orgId: "nowhere" }))).toMatchObject({ code: "not_found", field: "orgId" });
    expect(refusal(await notes({ ...note, caseId: "nowhere" }))).toMatchObject({ code: "not_found", field: "caseId" });
    expect(await notes(note, who.finance)).toMatchObject({ status: 403 });
  });
});

describe("YQ-091 two paid firms in a year", () => {
  it("mark the department that recommended them; one does not, and a township is counted without a mark", async () => {
    const unit = async () => (await sanctions()).departments.find((one: { orgId: string }) => one.orgId === department);
    expect(await unit()).toMatchObject({ paidFirms: 0, year: Number(year), flag: null });
    await paid(who, 1051);
    expect(await unit()).toMatchObject({ paidFirms: 1, flag: null });
    await paid(who, 1052);
    expect(await unit()).toMatchObject({
      paidFirms: 2,
      flag: { code: "dept_two_comp_cases", figures: { count: "2", year }, article: "四（一）" },
    });
    const told = async (token: string) => must(await call("GET", "/loans", undefined, { token })).body.paidFirms;
    expect(await told(who.department)).toEqual({ year: Number(year), count: 2, flagged: true });
    expect(await told(who.bankA)).toBeNull();
    const { departments } = await sanctions();
    expect(departments.filter(({ flag }: { flag: unknown }) => flag !== null)).toHaveLength(1);
    expect(departments.map(({ kind }: { kind: string }) => kind)).toContain("township");
  });
});
