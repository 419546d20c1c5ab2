import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import {
  APPLICATION,
  act,
  BANK,
  BANK2,
  CLEAR,
  codes,
  FACTS,
  FIRM,
  first,
  GUARANTOR,
  INSURER,
  LENDER,
  LOAN,
  PAPERS,
  TODAY,
  TOWN,
  Told,
} from "../schemes/yanqing/testing";
import { readShares, recordLoan, splitBetween } from "./loan";
import { type LoanMode, type LoanStep, stepOf } from "./procedure";
import { submit } from "./submit";

const STEP = stepOf(yanqing.admission, "loan") as LoanStep;
const mode = (id: string) => STEP.modes.find((one) => one.id === id) as LoanMode;
const offered = (who = BANK) => new Told().reviewed().pushed([who, BANK2]).offered(who);
const says = (change: Parameters<Told["lends"]>[0], who = BANK) => offered(who).lends(change, FACTS, who);
const used = { creditCode: "x", name: "延庆乙公司", disbursedOn: TODAY, path: "延庆甲公司 —法定代表人 王某→ 延庆乙公司" };

describe("recording a loan", () => {
  it("YQ-102 keeps amount, rate, term, dates and parties; the other leads close", () => {
    const told = offered();
    told.does(told.lends(), BANK);
    expect(told.state).toMatchObject({
      status: "funded",
      loan: { principal: 300_000_000, rate: "0.0435", termMonths: 12, disbursedOn: TODAY, mode: "bank", lender: BANK },
      rounds: [{ failed: false, leads: [{ status: "funded" }, { status: "closed" }] }],
    });
    expect(told.events.at(-1)?.event).toMatchObject({
      type: "loan_recorded",
      warnings: [],
      decision: { checkpoint: "disbursement", outcome: "eligible" },
    });
  });

  it("YQ-102 only the institution that offered, on its own lead, once", () => {
    const told = offered();
    expect(codes(told.lends({}, FACTS, BANK2))).toEqual(["offer_missing"]);
    expect(codes(told.lends({ leadId: told.lead(BANK) }, FACTS, BANK2))).toEqual(["lead_not_yours"]);
    expect(codes(told.lends({ leadId: "none" }))).toEqual(["lead_not_yours"]);
    told.does(told.lends(), BANK);
    expect(first(told.lends())).toMatchObject({ code: "lead_closed", figures: { status: "funded" } });
  });

  it("YQ-021 YQ-022 a loan of the firm or its group is refused with the path", () => {
    expect(codes(offered().lends({}, { ...FACTS, ownLoans: [used] }))).toEqual(["one_loan_only"]);
    expect(first(offered().lends({}, { ...FACTS, groupLoans: [used] }))).toMatchObject({
      code: "affiliate_used",
      figures: { path: used.path },
      cites: { article: "二（一）" },
    });
  });

  it("YQ-014 the debtors' list is asked once more", () => {
    expect(codes(offered().lends({}, { ...FACTS, dishonestRepresentative: true }))).toEqual(["dishonest_legalrep"]);
  });
});

/** A case whose reviewed need is the cap itself. */
function needing(amount: number): Told {
  const told = new Told();
  const application = { ...APPLICATION, need: { ...APPLICATION.need, amount: fen(amount) } };
  told.does(submit(yanqing, told.state, { application, papers: PAPERS, addressedTo: TOWN }, CLEAR, act(FIRM)), FIRM);
  return told.adopted().screened().voted("medium").pushed().offered(BANK, TODAY, "5000000.00");
}

describe("amount", () => {
  it.each([
    ["3000000.00", []],
    ["0.01", []],
    ["3000000.01", ["loan_over_need"]],
    ["5000000.01", ["loan_over_cap", "loan_over_need"]],
    ["0.00", ["loan_amount_invalid"]],
    ["-1.00", ["loan_amount_invalid"]],
    ["three", ["amount_invalid"]],
    ["1.001", ["amount_invalid"]],
  ])("YQ-020 %s of a reviewed need of 3,000,000.00", (principal, refused) => {
    expect(codes(says({ principal }))).toEqual(refused);
  });

  it("YQ-020 the cap itself is allowed, one fen more is not", () => {
    expect(codes(needing(500_000_000).lends({ principal: "5000000.00" }))).toEqual([]);
    expect(first(needing(500_000_000).lends({ principal: "5000000.01" }))).toMatchObject({
      code: "loan_over_cap",
      figures: { amount: "5000000.01", limit: "5000000.00" },
      cites: { article: "二（一）" },
      field: "principal",
    });
  });
});

describe("rate", () => {
  it("YQ-092 above the offer it needs a reason, and is kept as a warning", () => {
    expect(first(says({ ratePercent: "4.3501" }))).toMatchObject({
      code: "rate_raised",
      figures: { rate: "0.043501", offered: "0.0435" },
      cites: { article: "四（二）" },
      field: "raiseReason",
    });
    expect(codes(says({ ratePercent: "4.36", raiseReason: " " }))).toEqual(["rate_raised"]);
    const told = offered();
    told.does(told.lends({ ratePercent: "4.36", raiseReason: " 基准上调 " }), BANK);
    expect(told.events.at(-1)?.event).toMatchObject({ warnings: ["rate_raised"], loan: { rate: "0.0436", raiseReason: "基准上调" } });
  });

  it.each(["4.35", "4.3500", "4.3", "4", "0.01"])("YQ-092 %s percent is not above 4.35", (ratePercent) => {
    const answer = says({ ratePercent });
    expect(answer).toMatchObject({ ok: true, value: [{ warnings: [] }] });
  });

  it("rates and ceilings are compared as numbers, not as text", () => {
    const step = { ...STEP, rateCap: { key: "cap", says: "", cites: STEP.cites, versions: [{ from: day("2025-08-22"), value: "0.05" }] } };
    const scheme = {
      ...yanqing,
      admission: { ...yanqing.admission, steps: yanqing.admission.steps.map((one) => (one.kind === "loan" ? step : one)) },
    };
    const told = offered();
    const text = { loanId: "l", leadId: told.lead(), contractNo: "1", principal: "1.00", disbursedOn: TODAY, ...LOAN, raiseReason: "x" };
    expect(codes(recordLoan(scheme, told.state, { ...text, ratePercent: "5" }, FACTS, act(BANK)))).toEqual([]);
    expect(codes(recordLoan(scheme, told.state, { ...text, ratePercent: "5.01" }, FACTS, act(BANK)))).toEqual(["rate_over_cap"]);
  });
});

describe("dates", () => {
  it("YQ-102 from the push to today, both included", () => {
    const late = addDays(TODAY, 10);
    const told = offered();
    const on = (disbursedOn: string) =>
      codes(
        recordLoan(
          yanqing,
          told.state,
          { loanId: "l", leadId: told.lead(), contractNo: "1", principal: "1.00", ...LOAN, disbursedOn },
          FACTS,
          act(BANK, late),
        ),
      );
    expect([on(TODAY), on(late)]).toEqual([[], []]);
    expect(on(addDays(TODAY, -1))).toEqual(["disbursed_before_push"]);
    expect(on(addDays(late, 1))).toEqual(["disbursed_in_future"]);
    expect(on("2026-02-30")).toEqual(["date_invalid"]);
  });

  it("YQ-002 a loan of the scheme's last day may be recorded later, one of the day after may not be made", () => {
    const last = day("2028-08-21");
    const told = new Told().reviewed("medium", last).pushed([BANK], last).offered(BANK, last);
    expect(codes(told.lends({ disbursedOn: last }, FACTS, BANK, addDays(last, 30)))).toEqual([]);
    expect(first(told.lends({ disbursedOn: "2028-08-22" }, FACTS, BANK, addDays(last, 30)))).toMatchObject({
      code: "scheme_not_in_force",
      cites: { article: "六" },
      field: "disbursedOn",
    });
  });
});

describe("modes", () => {
  it("YQ-048 a bank lends directly; another lender does not", () => {
    expect(codes(says({ mode: "bank" }))).toEqual([]);
    expect(codes(says({ mode: "bank", lenderLicensedThrough: day("2030-01-01") }, LENDER))).toEqual(["partner_type_mismatch"]);
    expect(codes(says({ mode: "gift" }))).toEqual(["mode_invalid"]);
  });

  it("YQ-049 a guaranteed loan names its guarantor", () => {
    const shared = { mode: "guarantee", payeeSharePercent: "80" };
    expect(codes(says({ ...shared, partner: GUARANTOR }))).toEqual([]);
    for (const wrong of [{}, { partner: INSURER }, { partner: BANK2 }])
      expect(first(says({ ...shared, ...wrong }))).toMatchObject({
        code: "guarantor_missing",
        cites: { article: "二（五）2" },
        field: "partnerOrgId",
      });
  });

  it("YQ-051 a lender that is no bank has a licence on the day of the loan", () => {
    const shared = { mode: "guarantee", payeeSharePercent: "80", partner: GUARANTOR };
    expect(codes(says({ ...shared, lenderLicensedThrough: TODAY }, LENDER))).toEqual([]);
    for (const licence of [{}, { lenderLicensedThrough: addDays(TODAY, -1) }])
      expect(first(says({ ...shared, ...licence }, LENDER))).toMatchObject({ code: "lender_unlicensed", cites: { article: "二（五）2" } });
    const told = offered(LENDER);
    const text = { ...shared, disbursedOn: TODAY, lenderLicensedThrough: TODAY };
    expect(codes(told.lends(text, FACTS, LENDER, addDays(TODAY, 5)))).toEqual([]);
  });

  it("YQ-052 an insured loan names its insurer", () => {
    expect(codes(says({ mode: "insurance", partner: INSURER }))).toEqual([]);
    expect(first(says({ mode: "insurance", partner: GUARANTOR }))).toMatchObject({ code: "insurer_missing", cites: { article: "二（五）3" } });
  });

  it.each(["80", "100", "0", "33.3333", "８０"])("YQ-050 a share of %s percent is kept with its rest", (payeeSharePercent) => {
    const answer = says({ mode: "guarantee", payeeSharePercent, partner: GUARANTOR });
    expect(codes(answer)).toEqual([]);
    const shares = readShares(payeeSharePercent, mode("guarantee"));
    expect(answer).toMatchObject({ value: [{ loan: { shares: shares.ok && shares.value } }] });
  });
  it.each([undefined, "", "100.01", "-1", "80%", "most"])("YQ-050 a share of %j percent is not agreed", (payeeSharePercent) => {
    const text = { mode: "guarantee", partner: GUARANTOR, ...(payeeSharePercent === undefined ? {} : { payeeSharePercent }) };
    expect(first(says(text))).toMatchObject({ code: "split_invalid", cites: { article: "二（五）2" }, field: "payeeSharePercent" });
  });
  it("YQ-050 other modes have no shares", () => {
    expect(readShares("80", mode("bank"))).toEqual({ ok: true, value: undefined });
  });

  it("YQ-050 what the payee passes on sums exactly; the payee takes a tie", () => {
    expect(splitBetween(mode("guarantee"), fen(3), { guarantor: "0.5", lender: "0.5" })).toEqual({ ok: true, value: { guarantor: 2, lender: 1 } });
    expect(splitBetween(mode("guarantee"), fen(150_000_000), { guarantor: "0.80", lender: "0.20" })).toEqual({
      ok: true,
      value: { guarantor: 120_000_000, lender: 30_000_000 },
    });
    for (const shares of [
      {},
      { guarantor: "1" },
      { guarantor: "0.8", lender: "0.3" },
      { guarantor: "1.5", lender: "-0.5" },
      { guarantor: "0.5", bank: "0.5" },
    ])
      expect(codes(splitBetween(mode("guarantee"), fen(3), shares as Record<string, string>))).toEqual(["split_invalid"]);
  });

  it("every fault is told at once", () => {
    const text = { principal: "6000000.00", ratePercent: "x", termMonths: "0", mode: "guarantee", disbursedOn: addDays(TODAY, 1) };
    expect(codes(says(text))).toEqual([
      "rate_invalid",
      "term_invalid",
      "loan_over_cap",
      "guarantor_missing",
      "split_invalid",
      "disbursed_in_future",
      "loan_over_need",
    ]);
  });
});
