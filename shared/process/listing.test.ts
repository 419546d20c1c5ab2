import { describe, expect, it } from "vitest";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, codes, OFFICE, TODAY, TOWN } from "../schemes/yanqing/testing";
import { FileTold, officer, Purse } from "../schemes/yanqing/testing-fund";
import { forcedByListing, liftListing } from "./listing";
import { coordinate, recover, startLegal } from "./recovery";
import { declareReturn, receiveReturn } from "./recovery-return";

const { recovery: rules, sanctions } = yanqing;

describe("YQ-096 what a listing does to money that is out", () => {
  const forced = (file: FileTold["file"] | undefined) => forcedByListing(rules, file, "骗贷", act(OFFICE));
  it("forces an open recovery into law, and nothing where there is none or it is there already", () => {
    expect(forced(undefined)).toEqual({ ok: true, value: [] });
    expect(forced(new FileTold().file)).toEqual({ ok: true, value: [] });
    const told = new FileTold().filed();
    expect(forced(told.file)).toEqual({ ok: true, value: [{ type: "legal_forced", reason: "骗贷" }] });
    expect(forced(new FileTold().filed().does(forced(told.file), OFFICE).file)).toEqual({ ok: true, value: [] });
    told.does(coordinate(rules, told.file, { outcome: "NO_RESULT", on: TODAY, attended: [TOWN.id] }, act(OFFICE)), OFFICE);
    told.does(startLegal(rules, told.file, { on: TODAY, court: "延庆区法院", caseNo: "1号" }, act(BANK)), BANK);
    expect(forced(told.file)).toEqual({ ok: true, value: [] });
  });
  it("leaves a recovery alone to which everything has come back", () => {
    const told = new FileTold().agreed().paidFrom(new Purse());
    const money = { id: "1", receivedOn: TODAY, amount: fen(300_000_000), costs: fen(0) };
    told.does(recover(rules, told.file, money, act(BANK)), BANK);
    expect(forced(told.file)).toMatchObject({ value: [{ type: "legal_forced" }] });
    const sent = { receiptId: "1", amount: fen(150_000_000), on: TODAY, voucherNo: "1" };
    told.does(declareReturn(rules, told.file, sent, act(BANK)), BANK);
    told.does(receiveReturn(rules, told.file, { receiptId: "1", transferId: "t" }, act(OFFICE)), OFFICE);
    expect(forced(told.file)).toEqual({ ok: true, value: [] });
  });
  it("a document that knows no such force does nothing", () => {
    const { forced: _, ...without } = rules;
    expect(forcedByListing(without, new FileTold().filed().file, "骗贷", act(OFFICE))).toEqual({ ok: true, value: [] });
  });
});

describe("YQ-094 an entry made by mistake", () => {
  const lifts = (entry: Parameters<typeof liftListing>[1], more: Partial<Parameters<typeof liftListing>[2]> = {}) =>
    codes(liftListing(sanctions.bar, entry, { reason: "同名", documentNo: "1号", ...more }, officer(OFFICE, "office-2")));
  it("is lifted once, by another person, with a reason and a paper", () => {
    expect(lifts({ madeBy: "office-1" })).toEqual([]);
    expect(lifts({ madeBy: "office-2" })).toEqual(["same_person"]);
    expect(lifts({ madeBy: "office-1", liftedOn: TODAY })).toEqual(["already_exists"]);
    expect(lifts({ madeBy: "office-1" }, { reason: " " })).toEqual(["reason_required"]);
    expect(lifts({ madeBy: "office-1" }, { documentNo: " " })).toEqual(["document_no_required"]);
  });
});
