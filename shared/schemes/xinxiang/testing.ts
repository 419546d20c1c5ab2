/** Who and what the tests of 新乡 tell of: its bodies, a loan that meets every rule, and that loan's way into arrears. */
import { day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { repay } from "../../process/loan-life";
import { type Registration, registerLoan } from "../../process/registration";
import type { Facts } from "../../rule/facts";
import { act, org, ToldCase, ToldFile } from "../testing";
import { xinxiang } from "./scheme";

export const FIRM = org("firm", "enterprise", "新乡甲公司");
export const PLATFORM = org("platform", "manager", "智慧金融平台");
export const OFFICE = org("office", "office", "领导小组办公室");
export const GROUP = org("group", "government", "领导小组");
export const FINANCE = org("finance", "finance", "市财政局");
export const BANK = org("bank", "bank", "甲银行新乡分行");
export const GUARANTOR = org("guar", "guarantor", "新乡甲担保");
export const TREASURY_BANK = org("teller", "account_bank", "国库代理银行");
export const AUDITOR = org("audit", "auditor", "市审计局");

export const LENT = day("2023-03-01");
export const DUE = day("2024-03-01");

/** A small firm, a partner bank, no other loan. */
export const FACTS: Facts = {
  appliedOn: LENT,
  creditCode: "91410700MA00000001",
  registeredDistrict: "河南省新乡市红旗区",
  activity: "other",
  industry: "software_it_services",
  years: [{ fiscalYear: 2022, headcount: 20, revenue: fen(500_000_000), assets: fen(400_000_000) }],
  loan: { mode: "credit", principal: ZERO, disbursedOn: LENT, purpose: "production_operation" },
  lender: { kind: "bank", region: "新乡市", agreementFrom: day("2022-01-01") },
  totals: { enterpriseLive: ZERO, enterpriseLifetime: ZERO, enterpriseYear: ZERO },
};

export const registration = (more: Partial<Registration["loan"]> = {}): Registration => ({
  enterprise: FIRM,
  loan: {
    loanId: "loan-1",
    contractNo: "借字1号",
    principal: fen(200_000_000),
    rate: "0.0435",
    termMonths: 12,
    disbursedOn: LENT,
    mode: "credit",
    lender: BANK,
    orderNo: "P-1",
    ...more,
  },
});

/** A guaranteed loan with a guarantor of the provincial system. */
export const GUARANTEED_FACTS: Facts = {
  ...FACTS,
  guarantor: { kind: "guarantor", agreementFrom: day("2022-01-01"), marks: ["government", "reguaranteed"] },
};
export const guaranteed = (more: Partial<Registration["loan"]> = {}): Registration =>
  registration({ mode: "reguaranteed", partner: GUARANTOR, ...more });

/** Entered, part repaid, the rest unpaid on its day. */
export function funded(given: Registration = registration(), facts: Facts = FACTS): ToldFile {
  const told = new ToldCase().does(registerLoan(xinxiang, new ToldCase().state, given, facts, act(BANK, LENT)), BANK, LENT);
  return ToldFile.of(told);
}

export function repaid(told: ToldFile, principal: number): ToldFile {
  const on = day("2023-12-01");
  return told.does(repay(told.file.life, { id: "r-1", on, principal: fen(principal), interest: ZERO }, act(BANK, on)), BANK, on);
}
