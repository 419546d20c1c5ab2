/** What has to be told of a fund's own money, told for each bank and area by its name, and nothing of what a document does not know. */
import { describe, expect, it } from "vitest";
import { stateCouncil } from "../calendar/working-day";
import { day } from "../local-date";
import { fen, ZERO } from "../money";
import { baotou } from "../schemes/baotou/scheme";
import { yanqing } from "../schemes/yanqing/scheme";
import { type OwnMoney, ownFlags } from "./own-flags";

const ON = day("2026-03-02");
const SIGNED = day("2025-01-06");
const NOTHING: OwnMoney = { banks: [], promises: [], capital: ZERO, paid: ZERO, returned: ZERO };
const BANK = { id: "b", name: "甲银行", signedOn: SIGNED, held: ZERO, placed: false, lent: ZERO };
const PROMISE = { id: "a", name: "甲区", since: SIGNED, amount: fen(800_000_000), paidIn: fen(800_000_000) };

function told(money: Partial<OwnMoney>, rules = baotou.fund, on = ON, periods = false) {
  const flags = ownFlags(rules, { ...NOTHING, ...money }, on, stateCouncil());
  if (!flags.ok) throw new Error(JSON.stringify(flags.refusals));
  return flags.value.map(({ flag, period }) => [flag.code, flag.figures.institution ?? "", ...(periods ? [period] : [])]);
}

describe("包头", () => {
  it("BT-023 a bank without its first deposit", () => {
    expect(told({ banks: [BANK] }, baotou.fund, ON, true)).toEqual([["initial_deposit_missing", "甲银行", `b/${SIGNED}`]]);
    expect(told({ banks: [{ ...BANK, held: fen(1), placed: true }] })).toEqual([]);
  });
  it("BT-025 a top-up that has not come after the office agreed", () => {
    const lent = { ...BANK, held: fen(100), placed: true, lent: fen(1_001) };
    expect(told({ banks: [lent] })).toEqual([]);
    expect(told({ banks: [{ ...lent, topUpAgreedOn: day("2026-01-05") }] })).toEqual([["topup_overdue", "甲银行"]]);
  });
  it("BT-027 a deposit that did not come back when everything was done", () => {
    expect(told({ banks: [{ ...BANK, held: fen(1), completedOn: day("2026-01-05") }] })).toEqual([["exit_return_overdue", "甲银行"]]);
    expect(told({ banks: [{ ...BANK, held: fen(1), completedOn: day("2026-02-28") }] })).toEqual([]);
  });
  it("BT-010 BT-012 a promise below the rule without a reason, and one that is not paid in after two years", () => {
    expect(told({ promises: [{ ...PROMISE, amount: fen(500_000_000), paidIn: fen(500_000_000) }] })).toEqual([["injection_low", "甲区"]]);
    expect(told({ promises: [{ ...PROMISE, amount: fen(500_000_000), paidIn: fen(500_000_000), hardship: "财政困难" }] })).toEqual([]);
    const late = [{ ...PROMISE, paidIn: fen(799_999_999) }];
    expect(told({ promises: late })).toEqual([]);
    expect(told({ promises: late }, baotou.fund, day("2027-01-07"))).toEqual([["injection_overdue", "甲区"]]);
  });
  it("BT-059 a fifth of what was paid in is out and not back", () => {
    const out = { capital: fen(1_000), paid: fen(300), returned: fen(101) };
    expect(told(out)).toEqual([]);
    expect(told({ ...out, returned: fen(100) })).toEqual([["topup_trigger", ""]]);
  });
});

it("YQ-031 a document that knows none of it has nothing to tell", () => {
  expect(told({ banks: [BANK], promises: [PROMISE], capital: fen(1), paid: fen(9) }, yanqing.fund)).toEqual([]);
});
