import { describe, expect, it } from "vitest";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, BANK2, codes, DEPT, FINANCE, GUARANTOR, OFFICE, TODAY, TOWN } from "../schemes/yanqing/testing";
import { FileTold } from "../schemes/yanqing/testing-fund";
import { answerable, determine, ratersOf } from "./breach";
import { setPanel } from "./claim-panel";
import { modesOf } from "./procedure";

const { breach } = yanqing.sanctions;
const mode = (id: string) => {
  const found = modesOf(yanqing.admission).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe("YQ-092 who determines what about whom", () => {
  const given = { type: "collusion", against: BANK, documentNo: "认定1", detail: "串通" };
  const asks = (who = FINANCE, more: object = {}, before: Parameters<typeof determine>[3] = []) =>
    codes(determine(breach, new FileTold().file, { ...given, ...more }, before, act(who)));

  it("each unit that rated the loan, once a type, with its paper and its reasons", () => {
    expect(asks()).toEqual([]);
    expect(asks(BANK2)).toEqual(["unit_not_on_panel"]);
    expect(asks(FINANCE, { type: "lateness" })).toEqual(["field_invalid"]);
    expect(asks(FINANCE, { documentNo: " " })).toEqual(["document_no_required"]);
    expect(asks(FINANCE, { detail: " " })).toEqual(["reason_required"]);
    const told = [{ type: "collusion", unit: FINANCE.id, against: BANK.id }];
    expect([asks(FINANCE, {}, told), asks(FINANCE, { type: "other" }, told), asks(OFFICE, {}, told)]).toEqual([["already_exists"], [], []]);
  });

  it("YQ-A16 a unit that stands for another determines in its place", () => {
    const told = new FileTold().filed().checked();
    const seats = told.file.raters.map((seat) => (seat.unit.id === TOWN.id ? { ...seat, unit: DEPT } : seat));
    const plan = { id: "v", meetingId: "m", heldOn: TODAY, seats, successors: [{ from: TOWN.id, to: DEPT.id, documentNo: "合并1" }] };
    told.does(setPanel(yanqing, told.file, plan, act(OFFICE)), OFFICE);
    expect(ratersOf(told.file)).toEqual([OFFICE.id, FINANCE.id, DEPT.id]);
    expect(codes(determine(breach, told.file, given, [], act(DEPT)))).toEqual([]);
    expect(codes(determine(breach, told.file, given, [], act(TOWN)))).toEqual(["unit_not_on_panel"]);
  });

  it("an institution behind the loan answers: the one named, else whoever would be paid", () => {
    const { file } = new FileTold();
    expect(answerable(file, mode("bank"), undefined)).toEqual({ ok: true, value: BANK });
    const guaranteed = { ...file, loan: { ...file.loan, mode: "guarantee", partner: GUARANTOR } };
    expect(answerable(guaranteed, mode("guarantee"), undefined)).toEqual({ ok: true, value: GUARANTOR });
    expect(answerable(guaranteed, mode("guarantee"), BANK.id)).toEqual({ ok: true, value: BANK });
    expect(codes(answerable(guaranteed, mode("guarantee"), BANK2.id))).toEqual(["not_found"]);
  });
});
