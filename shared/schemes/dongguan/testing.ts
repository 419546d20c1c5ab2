/** Who and what the tests of 东莞 tell of: its bodies, what the district sets, a firm of either track, and its way to a covered loan and into a loss. */
import { day, type LocalDate } from "../../local-date";
import { fen, minus, ZERO } from "../../money";
import { type Application, applicationFacts } from "../../process/application";
import { approve } from "../../process/approve";
import { type Change, changeParameter } from "../../process/change";
import { openCheckWith, pass, recordFinding } from "../../process/check";
import type { Records } from "../../process/claim-sums";
import type { ConferenceDecision } from "../../process/conference";
import type { CheckFinding } from "../../process/event";
import { gradeLoan, repay } from "../../process/loan-life";
import type { OrgRef } from "../../process/party";
import { adopt } from "../../process/recommend";
import { type Registration, registerLoan } from "../../process/registration";
import { submit } from "../../process/submit";
import type { Facts } from "../../rule/facts";
import { amended } from "../reading";
import type { Scheme } from "../scheme";
import { act, must, org, ToldCase, ToldFile } from "../testing";
import { dongguan } from "./scheme";

export const FIRM = org("firm", "enterprise", "东莞甲公司");
export const OFFICE = org("office", "office", "市工业和信息化局");
export const FINANCE = org("finance", "finance", "市财政局");
export const SCIENCE = org("science", "department", "市科技局");
export const REFORM = org("reform", "department", "市发展改革局");
export const AGRICULTURE = org("agriculture", "department", "市农业农村局");
export const MARKET = org("market", "department", "市市场监管局");
export const FINANCIAL = org("financial", "regulator", "市金融工作局");
export const PBOC = org("pboc", "regulator", "中国人民银行东莞市分行");
export const NFRA = org("nfra", "regulator", "国家金融监督管理总局东莞监管分局");
export const GOVERNMENT = org("government", "government", "东莞市人民政府");
export const CENTRE = org("centre", "manager", "东莞市电子计算中心");
export const BANK = org("bank", "bank", "甲银行东莞分行");
export const GUARANTOR = org("guar", "guarantor", "东莞甲融资担保");
export const ACCOUNT_BANK = org("teller", "account_bank", "开户银行");
export const ROSTER = [OFFICE, FINANCE, SCIENCE, REFORM, AGRICULTURE, MARKET, FINANCIAL, PBOC, NFRA];

const START = day("2024-01-02");
export const DECISION: ConferenceDecision = {
  topic: "loan_types",
  documentNo: "联席1号",
  decidedOn: START,
  from: day("2024-01-10"),
  subject: "",
  says: "纳入信用贷款和知识产权质押贷款",
};

const set = (scheme: Scheme, change: Change, by: OrgRef): Scheme =>
  amended(scheme, must(changeParameter(scheme, change, [DECISION], act(by, START))));

const LOAN_TYPES: Change = { key: "bank.loanTypes", value: ["credit", "ip_pledge"], from: day("2024-01-10"), decisionNo: "联席1号" };
const BANDS: Change = {
  key: "bank.ratio.bands",
  value: [{ upTo: 300_000_000, ratio: "0.80" }, { upTo: 500_000_000, ratio: "0.70" }, { ratio: "0.60" }],
  from: day("2024-01-01"),
};
const BUDGET: Change = { key: "fund.annualBudget", value: 5_000_000_000, from: day("2024-01-01") };

/** The plan with what it leaves to the district: kinds of loan by the conference, bands by the bureau, the budget by finance. */
export const scheme: Scheme = set(set(set(dongguan, LOAN_TYPES, OFFICE), BANDS, OFFICE), BUDGET, FINANCE);

export const APPLIED = day("2024-02-01");
export const LISTED = day("2024-03-01");
export const LENT = day("2024-04-01");

const person = { name: "李某", key: "key-li", masked: "441***********1234" };
export const APPLICATION: Application = {
  creditCode: "91441900MA00000001",
  name: FIRM.name,
  registeredDistrict: "广东省东莞市松山湖",
  registeredAddress: "松山湖科技路1号",
  registration: "existing",
  establishedOn: day("2018-05-06"),
  industry: "industry",
  activity: "other",
  listedProcess: false,
  representative: person,
  controller: person,
  holders: [],
  affiliates: [],
  years: [{ fiscalYear: 2023, headcount: 120, revenue: fen(1_000_000_000), assets: fen(900_000_000) }],
  project: "传感器生产",
  need: { amount: fen(200_000_000), purpose: "采购原料", termMonths: 24 },
  focus: { field: "specialised", profiles: [], evidence: "" },
  dishonestEnterprise: false,
  dishonestRepresentative: false,
  conduct: [],
};
export const FACTS: Facts = applicationFacts(APPLICATION, [], APPLIED);
/** More than three hundred people and twenty million of revenue. */
export const MEDIUM = { years: [{ fiscalYear: 2023, headcount: 400, revenue: fen(5_000_000_000), assets: fen(4_000_000_000) }] };
export const LARGE = { years: [{ fiscalYear: 2023, headcount: 2_000, revenue: fen(90_000_000_000), assets: fen(80_000_000_000) }] };

/** A bank's own loan: what is told of it beside its record. */
export const BANK_FACTS: Facts = {
  ...FACTS,
  loan: { mode: "bank", principal: ZERO, disbursedOn: LENT, contractOn: day("2024-03-28"), type: "credit", collateral: [] },
  lender: { kind: "bank" },
};
export const GUARANTEED_FACTS: Facts = {
  ...FACTS,
  loan: { mode: "guaranteed", principal: ZERO, disbursedOn: LENT, papers: { national_fund: "国担2024-0001" } },
  lender: { kind: "bank" },
  guarantor: { kind: "guarantor" },
};

export const registration = (more: Partial<Registration["loan"]> = {}): Registration => ({
  enterprise: FIRM,
  loan: {
    loanId: "loan-1",
    contractNo: "借字1号",
    principal: fen(200_000_000),
    rate: "0.0495",
    termMonths: 24,
    disbursedOn: LENT,
    mode: "bank",
    lender: BANK,
    ...more,
  },
});

export const TIERS = [
  { party: "national", share: "0.20" },
  { party: "provincial", share: "0.20" },
  { party: "guarantor", share: "0.40" },
  { party: "bank", share: "0.20" },
] as const;
export const guaranteed = (more: Partial<Registration["loan"]> = {}): Registration =>
  registration({ mode: "guaranteed", partner: GUARANTOR, tiers: TIERS, batch: true, ...more });

export function submitted(): ToldCase {
  const told = new ToldCase();
  const command = { application: APPLICATION, papers: [], addressedTo: SCIENCE };
  return told.does(submit(scheme, told.state, command, {}, act(FIRM, APPLIED)), FIRM, APPLIED);
}

export const adopts = (told: ToldCase, justification?: string, who = SCIENCE, facts: Facts = FACTS) =>
  adopt(scheme, told.state, { letterNo: "", profile: "", loanNeed: "", ...(justification ? { justification } : {}) }, facts, act(who, APPLIED));

export function recommended(): ToldCase {
  const told = submitted();
  return told.does(adopts(told, "专精特新企业评选第3名"), SCIENCE, APPLIED);
}

export function listed(): ToldCase {
  const told = recommended();
  return told.does(approve(scheme, told.state, "联席2号", [], act(OFFICE, LISTED)), OFFICE, LISTED);
}

export const files = (told: ToldCase, given = registration(), facts: Facts = BANK_FACTS, under = scheme, who: OrgRef = BANK) =>
  registerLoan(under, told.state, given, facts, act(who, given.loan.disbursedOn > LENT ? given.loan.disbursedOn : LENT));

const LOOKED: CheckFinding = {
  source: "internal",
  sourceName: "备案台账",
  queriedAt: 1,
  subject: "enterprise",
  topic: "credit",
  result: "clear",
  detail: "材料齐全",
};

/** The trustee has looked at the filing. */
export function reviewed(told: ToldCase, on: LocalDate = LENT): ToldCase {
  told.does(openCheckWith(scheme, told.state, [], act(CENTRE, on)), CENTRE, on);
  told.does(recordFinding(scheme, told.state, LOOKED, 2, act(CENTRE, on)), CENTRE, on);
  return told.does(pass(scheme, told.state, "符合备案条件", FACTS, act(CENTRE, on)), CENTRE, on);
}

export function funded(more: Partial<Registration["loan"]> = {}): ToldFile {
  const told = listed();
  return ToldFile.of(reviewed(told.does(files(told, registration(more)), BANK, LENT)));
}

export function fundedWithGuarantor(more: Partial<Registration["loan"]> = {}): ToldFile {
  const told = new ToldCase();
  return ToldFile.of(reviewed(told.does(files(told, guaranteed(more), GUARANTEED_FACTS, scheme, GUARANTOR), GUARANTOR, LENT)));
}

export const BAD = day("2026-05-06");

/** So much is left unpaid, and the loan is graded bad. */
export function bad(told: ToldFile, left: number): ToldFile {
  const before = day("2025-12-01");
  const back = minus(told.file.loan.principal, fen(left));
  if (back > ZERO) told.does(repay(told.file.life, { id: "r-1", on: before, principal: back, interest: ZERO }, act(BANK, before)), BANK, before);
  return told.does(gradeLoan(told.file.life, "loss", BAD, act(BANK, BAD)), BANK, BAD);
}

/** What the records know beside the loan at hand: fifty million lent by the bank in 2026, thirty in 2024, nothing paid. */
export const RECORDS: Records = {
  loans: [
    { enterpriseId: "other", lenderId: "bank", mode: "bank", disbursedOn: day("2026-01-05"), principal: fen(5_000_000_000) },
    { enterpriseId: "firm", lenderId: "bank", mode: "bank", disbursedOn: LENT, principal: fen(200_000_000) },
    { enterpriseId: "other", lenderId: "bank", mode: "bank", disbursedOn: day("2024-11-05"), principal: fen(2_800_000_000) },
    { enterpriseId: "other", lenderId: "bank", mode: "guaranteed", disbursedOn: day("2026-01-06"), principal: fen(9_000_000_000) },
    { enterpriseId: "other", lenderId: "bank2", mode: "bank", disbursedOn: day("2026-01-07"), principal: fen(7_000_000_000) },
  ],
  paid: [],
};
