import { describe, expect, it } from "vitest";
import { addDays } from "../local-date";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, codes, DEPT, first, TODAY, TOWN } from "../schemes/yanqing/testing";
import { FileTold } from "../schemes/yanqing/testing-fund";
import { noteOnFile } from "./follow-up";
import type { OrgRef } from "./party";

const INSURER: OrgRef = { id: "ins", kind: "insurer", name: "甲保险" };
const { file } = new FileTold();
const insured = { ...file, loan: { ...file.loan, partner: INSURER } };
const note = { on: addDays(TODAY, 10), text: "走访，经营正常", abnormal: false };
const notes = (who: OrgRef, more: Partial<typeof note> = {}, of = file) =>
  noteOnFile(yanqing.reports.followUp?.cites, of, { ...note, ...more }, act(who, addDays(TODAY, 20)));

describe("YQ-100 a follow-up", () => {
  it("is the recommending unit's, with its day and its words", () => {
    expect(notes(TOWN)).toEqual({ ok: true, value: { ...note, by: TOWN } });
    expect(first(notes(DEPT))).toMatchObject({ code: "recommender_mismatch", cites: { article: "五", clauses: ["YQ-100"] } });
    expect(codes(notes(BANK))).toEqual(["recommender_mismatch"]);
  });
  it("has a day between the loan and today, and words", () => {
    expect(first(notes(TOWN, { on: addDays(TODAY, 21) }))).toMatchObject({ code: "date_invalid", field: "on" });
    expect(first(notes(TOWN, { on: addDays(TODAY, -1) }))).toMatchObject({ code: "date_invalid", figures: { disbursedOn: TODAY } });
    expect(codes(notes(TOWN, { on: TODAY }))).toEqual([]);
    expect(first(notes(TOWN, { text: "  " }))).toMatchObject({ code: "reason_required", field: "text" });
  });
  it("YQ-104 the insurer of the loan notes claims on its policy; another does not", () => {
    expect(notes(INSURER, { text: "理赔受理" }, insured)).toMatchObject({ ok: true, value: { by: INSURER } });
    expect(codes(notes(INSURER))).toEqual(["recommender_mismatch"]);
    expect(codes(notes({ ...INSURER, id: "other" }, {}, insured))).toEqual(["recommender_mismatch"]);
  });
});
