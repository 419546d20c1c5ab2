/** The verification of a claim through the API: the very units that rated, their successors by a paper, odd, by their delegates, at their meeting. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, cast, idOf, meeting, must, seatsOf } from "../story";
import { call, phoneOf, tokenOf } from "../testing";
import { checked, closes, filed, files, filing, lent, opens, panelled, RATERS, seen, sets, verified, votes } from "./claim-story";

const FIVE = ["office", "finance", "department", "bankA", "guarantor"] as const;
let who: Cast;
/** A department that rated nothing. */
let another: string;
beforeAll(async () => {
  who = await cast();
  another = await tokenOf(phoneOf(14));
}, 60_000);

/** A checked claim, ready for its panel. */
async function ready(n: number, raters: readonly (keyof Cast)[] = RATERS) {
  const one = await lent(who, n, { raters });
  await filed(who.bankA, one.caseId);
  await checked(who, one.caseId);
  return one;
}
const plan = async (units: readonly (keyof Cast)[], more: object = {}) => ({
  meetingId: await meeting(who),
  seats: await seatsOf(who, units),
  successors: [],
  ...more,
});
const inDays = (days: number) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10);

describe("YQ-072 the very same units", () => {
  it("one missing, one too many, another in its place: each is refused with the units by name", async () => {
    const { caseId } = await ready(831, FIVE);
    const said = async (units: readonly (keyof Cast)[]) => {
      const { status, body } = await sets(who.office, caseId, await plan(units));
      return [status, body.refusals[0].code, body.refusals[0].figures, body.refusals[0].article];
    };
    expect(await said(RATERS)).toEqual([422, "claim_panel_mismatch", { missing: "海坨银行延庆支行、永宁融资担保有限公司", extra: "" }, "三（六）"]);
    expect((await said([...FIVE, "bankB"]))[2]).toEqual({ missing: "", extra: "松山银行延庆支行" });
    expect((await said([...RATERS, "bankA", "bankB"]))[2]).toEqual({ missing: "永宁融资担保有限公司", extra: "松山银行延庆支行" });
  });

  it("YQ-A16 a successor sits in its place by a paper, takes part in the case, votes, and is told as whose successor", async () => {
    const { caseId } = await ready(832);
    const { orgId, personId } = await idOf(another);
    const seats = [...(await seatsOf(who, ["office", "finance"])), { orgId, personId }];
    const from = (await idOf(who.department)).orgId;
    const body = { ...(await plan(RATERS)), seats };
    expect((await sets(who.office, caseId, body)).body.refusals[0]).toMatchObject({
      code: "claim_panel_mismatch",
      figures: { missing: "区经济和信息化局", extra: "区农业农村局" },
    });
    expect((await call("GET", `/cases/${caseId}`, undefined, { token: another })).status).toBe(404);
    expect(await sets(who.office, caseId, { ...body, successors: [{ from, to: orgId, documentNo: " " }] })).toMatchObject({ status: 400 });
    must(await sets(who.office, caseId, { ...body, successors: [{ from, to: orgId, documentNo: "延编发〔2026〕3号" }] }));
    must(await opens(who.office, caseId));
    const view = await seen(another, caseId);
    expect(view.actions).toContain("castClaimBallot");
    expect(view.file.claim.verification.seats.find((seat: { unit: { id: string } }) => seat.unit.id === orgId)).toMatchObject({
      standsFor: "区经济和信息化局",
      voted: false,
    });
    must(await votes(another, caseId, { choice: "agreed", reason: "依据" }));
    expect(await votes(who.department, caseId, { choice: "agreed", reason: "依据" })).toMatchObject({
      status: 422,
      body: { code: "unit_not_on_panel" },
    });
  });

  it("YQ-061 a merger that leaves an even number is refused; the document wants it odd", async () => {
    const { caseId } = await ready(833, FIVE);
    const [from, to] = [(await idOf(who.guarantor)).orgId, (await idOf(who.bankA)).orgId];
    const body = await plan(["office", "finance", "department", "bankA"], { successors: [{ from, to, documentNo: "延编发〔2026〕4号" }] });
    expect((await sets(who.office, caseId, body)).body.refusals[0]).toMatchObject({ code: "panel_even", figures: { units: "4" } });
  });

  it("YQ-A17 a unit that claims itself votes, and it is said beside the opinion", async () => {
    const { caseId } = await ready(834, FIVE);
    await panelled(who, caseId, FIVE);
    const { seats } = (await seen(who.office, caseId)).file.claim.verification;
    const interested = seats.filter((seat: { interested: boolean }) => seat.interested).map((seat: { unit: { name: string } }) => seat.unit.name);
    expect(interested).toEqual(["海坨银行延庆支行"]);
  });

  it("a person who is not of the unit is no delegate, and a meeting that does not exist holds no panel", async () => {
    const { caseId } = await ready(835);
    const body = await plan(RATERS);
    const stranger = { ...body, seats: [...body.seats.slice(0, 2), { orgId: body.seats[2]?.orgId, personId: (await idOf(who.bankB)).personId }] };
    expect((await sets(who.office, caseId, stranger)).body.refusals[0]).toMatchObject({
      code: "delegate_invalid",
      figures: { unit: "区经济和信息化局" },
      field: "seats.2",
    });
    expect((await sets(who.office, caseId, { ...body, meetingId: "nowhere" })).body.refusals[0]).toMatchObject({
      code: "meeting_missing",
      field: "meetingId",
    });
    expect(await sets(who.finance, caseId, body)).toMatchObject({ status: 403 });
  });
});

describe("YQ-072 the ballot", () => {
  it("no vote before the panel is set, before its meeting's day, or before the opening", async () => {
    const { caseId } = await ready(841);
    const vote = () => votes(who.finance, caseId, { choice: "agreed", reason: "依据" });
    expect((await vote()).body.code).toBe("review_not_open");
    expect((await opens(who.office, caseId)).body.code).toBe("meeting_missing");
    const { meetingId } = must(
      await call("POST", "/meetings", { title: "代偿核查会", heldOn: inDays(1), place: "三楼" }, { token: who.office }),
    ).body;
    must(await sets(who.office, caseId, { ...(await plan(RATERS)), meetingId }));
    const early = await opens(who.office, caseId);
    expect([early.status, early.body.refusals[0]]).toMatchObject([422, { code: "meeting_not_today", figures: { heldOn: inDays(1), on: inDays(0) } }]);
    expect((await seen(who.office, caseId)).actions).not.toContain("openClaimBallot");
    expect((await vote()).body.code).toBe("review_not_open");
    // set again for today: the panel leaves the other agenda
    await panelled(who, caseId);
    expect(must(await call("GET", `/meetings/${meetingId}`, undefined, { token: who.office })).body.agenda).toEqual([]);
    must(await opens(who.office, caseId));
    must(await vote());
    expect((await sets(who.office, caseId, await plan(RATERS))).body.code).toBe("review_already_open");
  });

  it("one unit has one ballot, by its delegate, with a word that the document knows and a reason", async () => {
    const { caseId } = await ready(842, FIVE);
    await panelled(who, caseId, FIVE);
    must(await opens(who.office, caseId));
    const { orgId } = await idOf(who.guarantor);
    must(await call("POST", "/identity/staff", { phone: "13600000842", name: "同事", orgId, title: "业务主管" }, { token: who.office }));
    const colleague = await tokenOf("13600000842");
    const said = async (token: string, choice: string, reason = "依据") => (await votes(token, caseId, { choice, reason })).body.code;
    expect(await said(colleague, "agreed")).toBe("delegate_invalid");
    expect(await said(who.guarantor, "medium")).toBe("tier_invalid");
    expect(await said(who.guarantor, "agreed", " ")).toBe("field_required");
    expect(await said(who.guarantor, "agreed")).toBeUndefined();
    expect(await said(who.guarantor, "not_agreed")).toBe("unit_already_voted");
    expect((await seen(who.guarantor, caseId)).file.claim.verification.mine).toEqual({ unit: orgId, voted: true });
    expect((await votes(who.bankB, caseId, { choice: "agreed", reason: "依据" })).status).toBe(404);
  });

  it("units that refuse send it back to the institution with their opinion as the reason, and it may be filed again", async () => {
    const one = await ready(843);
    const { body } = must(await verified(who, one.caseId, RATERS, { finance: "not_agreed", department: "not_agreed" }));
    expect(body).toMatchObject({ result: "returned", choice: "not_agreed", counts: { agreed: 1, not_agreed: 2 } });
    const mine = await seen(who.bankA, one.caseId);
    expect(mine.file.claim).toMatchObject({
      step: "file",
      opinion: { choice: "not_agreed", says: "不符合代偿条件" },
      returned: { by: "区发展和改革委员会" },
    });
    expect(mine.file.claim.verification).toBeUndefined();
    must(await files(who.bankA, one.caseId, filing()));
    await checked(who, one.caseId);
    expect(must(await verified(who, one.caseId)).body.result).toBe("decided");
  });

  it("it is not closed without an opinion, or by anyone but the office", async () => {
    const { caseId } = await ready(844);
    await panelled(who, caseId);
    must(await opens(who.office, caseId));
    for (const unit of RATERS) must(await votes(who[unit], caseId, { choice: "agreed", reason: "依据" }));
    expect((await closes(who.office, caseId, { opinion: " " })).body.refusals[0]).toMatchObject({ code: "reason_required", field: "opinion" });
    expect(await closes(who.finance, caseId, { opinion: "同意" })).toMatchObject({ status: 403 });
    must(await closes(who.office, caseId, { opinion: "同意" }));
    expect(await closes(who.office, caseId, { opinion: "同意" })).toMatchObject({ status: 409, body: { code: "wrong_step" } });
  });
});

it("YQ-072 a meeting lists its claims beside its ratings, with what still waits for one", async () => {
  const { caseId } = await ready(851);
  const meetingId = await meeting(who);
  const look = async (token: string) => must(await call("GET", `/meetings/${meetingId}`, undefined, { token })).body;
  const mine = (rows: { id?: string; about: string; case?: { id: string } }[]) => rows.filter((row) => (row.case?.id ?? row.id) === caseId);
  expect(mine((await look(who.office)).waiting)).toMatchObject([{ about: "claim", todo: ["claim_panel"] }]);
  must(await sets(who.office, caseId, { ...(await plan(RATERS)), meetingId }));
  must(await opens(who.office, caseId));
  must(await votes(who.finance, caseId, { choice: "agreed", reason: "依据" }));
  const { agenda, waiting, meeting: held } = await look(who.office);
  expect(mine(waiting)).toEqual([]);
  expect(held).toMatchObject({ agenda: 1, open: 1 });
  expect(agenda).toMatchObject([{ about: "claim", round: 1, result: null }]);
  const voted = Object.fromEntries(agenda[0].seats.map((seat: { unit: { name: string }; voted: boolean }) => [seat.unit.name, seat.voted]));
  expect(voted).toEqual({ 区发展和改革委员会: false, 区财政局: true, 区经济和信息化局: false });
  expect(mine((await look(who.department)).agenda)).toHaveLength(1);
  expect((await call("GET", `/meetings/${meetingId}`, undefined, { token: who.bankB })).status).toBe(404);
});
