/** What was decided stays what it was: a number that changes afterwards, whatever to, is asked for by no old decision of any document. */
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "../local-date";
import { applicationFacts } from "../process/application";
import { claimAmount } from "../process/claim-amount";
import type { LoanFile } from "../process/loan-file";
import { decideEligibility } from "../rule/rule";
import { asAmended } from "./amendment";
import * as baotou from "./baotou/testing";
import { DEBIT, paid as paidInBaotou } from "./baotou/testing";
import * as dongguan from "./dongguan/testing";
import * as kezhou from "./kezhou/testing";
import { schemeOf } from "./registry";
import type { Scheme } from "./scheme";
import { must } from "./testing";
import * as xinxiang from "./xinxiang/testing";
import { APPLICATION, CLEAR, PAPERS, TODAY } from "./yanqing/testing";
import { FileTold } from "./yanqing/testing-fund";

/** Every number at nothing that any rule could read, from a day on. */
const spoiled = (scheme: Scheme, from: LocalDate): Scheme =>
  asAmended(
    scheme,
    scheme.parameters.map(({ key }) => ({ key, value: null, from })),
  );

const amountOf = (scheme: Scheme, file: LoanFile, on: LocalDate) => {
  if (!file.claim) throw new Error("no claim");
  const { amount, ratio, derivation } = must(claimAmount(scheme, file, file.claim, on));
  return { amount, ratio, derivation };
};

describe("YQ-001 a case of 延庆", () => {
  const told = new FileTold().agreed();
  const yanqing = schemeOf("yanqing");

  it("keeps the numbers of its rating through every later change, on the day of the payment and after it", () => {
    const later = spoiled(yanqing, addDays(TODAY, 1));
    const before = amountOf(yanqing, told.file, TODAY);
    for (const days of [0, 1, 400]) expect(amountOf(later, told.file, addDays(TODAY, days))).toEqual(before);
    // the change itself is real: rated from that day on, nothing could be computed
    const { tier } = told.file;
    const rated = { ...told.file, tier: { ...tier, on: addDays(TODAY, 1) } };
    expect(() => amountOf(later, rated, addDays(TODAY, 2))).toThrow();
  });
});

describe("a claim on the day on which it was paid", () => {
  it("BT-029 in 包头", () => {
    const { file } = paidInBaotou();
    const scheme = schemeOf("baotou");
    expect(amountOf(spoiled(scheme, addDays(DEBIT, 1)), file, DEBIT)).toEqual(amountOf(scheme, file, DEBIT));
  });
});

describe("findings of the day on which they were made", () => {
  it.each([
    ["YQ-020 延庆, an application", schemeOf("yanqing"), { ...applicationFacts(APPLICATION, PAPERS, TODAY), ...CLEAR }, "application", TODAY],
    ["XX-013 新乡, a registration", schemeOf("xinxiang"), xinxiang.FACTS, "registration", xinxiang.LENT],
    ["KZ-016 克州, an application", kezhou.scheme, kezhou.FACTS, "application", kezhou.APPLIED],
    ["KZ-033 克州, a loan", kezhou.scheme, kezhou.LOAN_FACTS, "disbursement", kezhou.LENT],
    ["DG-028 东莞, a filing", dongguan.scheme, dongguan.BANK_FACTS, "registration", dongguan.LENT],
    ["BT-031 包头, a loan", schemeOf("baotou"), baotou.LOAN_FACTS, "disbursement", baotou.LENT],
  ] as const)("%s", (_, scheme, facts, checkpoint, on) => {
    const by = ({ rules, ruleSet }: Scheme) => decideEligibility(rules, facts, checkpoint, on, ruleSet);
    expect(by(spoiled(scheme, addDays(on, 1)))).toEqual(by(scheme));
    expect(by(scheme).findings.length).toBeGreaterThan(2);
  });
});
