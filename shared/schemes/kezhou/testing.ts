/** Who and what the tests of 克州 tell of: its bodies, a firm that meets every condition, and its way to a loan and into arrears. */
import { day, type LocalDate } from "../../local-date";
import { type Fen, fen, ZERO } from "../../money";
import { type Application, applicationFacts } from "../../process/application";
import { approve } from "../../process/approve";
import { openCheckWith, pass, recordFinding } from "../../process/check";
import type { CheckFinding } from "../../process/event";
import { recordLoan } from "../../process/loan";
import { gradeLoan, repay } from "../../process/loan-life";
import { publish } from "../../process/publish";
import { type Institution, offer, push } from "../../process/push";
import { adopt } from "../../process/recommend";
import { submit } from "../../process/submit";
import type { Facts, LoanFacts } from "../../rule/facts";
import { readAs } from "../reading";
import { act, must, org, ToldCase, ToldFile } from "../testing";
import { LOAN_FILE } from "./eligibility";
import { kezhou } from "./scheme";

/** The document with the day on which it was issued, as the office enters it. */
export const scheme = must(readAs(kezhou, "validity.issuedOn", "2025-03-15"));

export const FIRM = org("firm", "enterprise", "阿图什甲公司");
export const COUNTY = org("county", "township", "阿图什市工信局");
export const PREFECTURE = org("prefecture", "department", "自治州工信局");
export const FINANCE = org("finance", "office", "自治州财政局");
export const GOVERNMENT = org("gov", "government", "自治州人民政府");
export const MANAGER = org("manager", "manager", "克州财信融资担保");
export const PBOC = org("pboc", "regulator", "人民银行克州分行");
export const NFRA = org("nfra", "regulator", "金融监管克州分局");
export const BANK = org("bank", "bank", "甲银行克州分行");
export const BANK2 = org("bank2", "bank", "乙银行克州分行");
export const GUARANTOR = org("guar", "guarantor", "新疆甲担保");

export const APPLIED = day("2025-06-02");
export const LISTED = day("2025-07-01");
export const LENT = day("2025-08-01");
/** Twelve months after the loan. */
export const MATURES = day("2026-08-01");

const person = { name: "王某", key: "key-wang", masked: "653***********1234" };
export const APPLICATION: Application = {
  creditCode: "91653001MA00000001",
  name: FIRM.name,
  registeredDistrict: "克孜勒苏柯尔克孜自治州阿图什市",
  registeredAddress: "阿图什市光明路1号",
  registration: "existing",
  establishedOn: day("2020-05-06"),
  industry: "industry",
  activity: "other",
  listedProcess: false,
  representative: person,
  controller: person,
  holders: [],
  affiliates: [],
  years: [{ fiscalYear: 2024, headcount: 60, revenue: fen(2_000_000_000), assets: fen(1_500_000_000) }],
  project: "棉纱生产",
  need: { amount: fen(500_000_000), purpose: "采购棉花", termMonths: 12 },
  focus: { field: "cotton_textile", profiles: [], evidence: "" },
  dishonestEnterprise: false,
  dishonestRepresentative: false,
  conduct: [],
  answers: {
    attested: {
      cleanRecord: true,
      stableCashflow: true,
      taxNormal: true,
      mainBusiness: true,
      tradeGenuine: true,
      contractsMatch: true,
      noRiskEvent: true,
      equityClear: true,
      repaymentSource: true,
      expertOpinion: true,
    },
    monthlyStaff: [60, 60, 60, 60, 60, 60],
    localStaffRatio: "0.80",
  },
};
export const PAPERS = [{ kind: "purchase_orders" }, { kind: "sales_contracts" }] as const;
export const FACTS: Facts = applicationFacts(APPLICATION, PAPERS, APPLIED);

export const LOAN: LoanFacts = {
  mode: "guaranteed",
  principal: ZERO,
  disbursedOn: LENT,
  fees: [
    { kind: "interest", rate: "0.0435" },
    { kind: "guarantee_fee", rate: "0.0100" },
  ],
  counterGuarantee: ["surety"],
  filed: LOAN_FILE,
};
export const LOAN_FACTS: Facts = {
  ...FACTS,
  loan: LOAN,
  listed: { listedOn: LISTED },
  lender: { kind: "bank", agreementFrom: day("2025-04-01") },
  guarantor: { kind: "guarantor", region: "新疆乌鲁木齐", agreementFrom: day("2025-04-01") },
  totals: { enterpriseLive: ZERO, fundOutstanding: ZERO },
};

export const partner = (who: typeof BANK, more: Partial<Institution> = {}): Institution => ({
  org: who,
  leadId: `lead-${who.id}`,
  agreementInForce: true,
  suspended: false,
  lowThreshold: false,
  productInnovation: false,
  ...more,
});

export const finding = (topic: CheckFinding["topic"]): CheckFinding => ({
  source: "external",
  sourceName: "州级部门",
  queriedAt: 1,
  subject: "enterprise",
  topic,
  result: "clear",
  detail: "无记录",
});

export function submitted(): ToldCase {
  const told = new ToldCase();
  const command = { application: APPLICATION, papers: PAPERS, addressedTo: COUNTY };
  return told.does(submit(scheme, told.state, command, {}, act(FIRM, APPLIED)), FIRM, APPLIED);
}

export function reviewed(): ToldCase {
  const told = submitted();
  told.does(adopt(scheme, told.state, { letterNo: "", profile: "", loanNeed: "" }, FACTS, act(COUNTY, APPLIED)), COUNTY, APPLIED);
  return told.does(openCheckWith(scheme, told.state, [], act(PREFECTURE, APPLIED)), PREFECTURE, APPLIED);
}

export function checked(topics: readonly CheckFinding["topic"][] = ["credit", "tax", "criminal"]): ToldCase {
  const told = reviewed();
  for (const topic of topics) told.does(recordFinding(scheme, told.state, finding(topic), 2, act(PREFECTURE, APPLIED)), PREFECTURE, APPLIED);
  return told;
}

export function listed(): ToldCase {
  const told = checked();
  told.does(pass(scheme, told.state, "符合条件", FACTS, act(PREFECTURE, APPLIED)), PREFECTURE, APPLIED);
  told.does(approve(scheme, told.state, "名单1号", [], act(FINANCE, LISTED)), FINANCE, LISTED);
  return told.does(publish(scheme, told.state, { name: FIRM.name, listedOn: LISTED }, act(FINANCE, LISTED)), FINANCE, LISTED);
}

export function pushed(): ToldCase {
  const told = listed();
  const all = [partner(BANK), partner(BANK2)];
  return told.does(push(scheme, told.state, { institutions: [BANK.id, BANK2.id] }, all, [], FACTS, act(FINANCE, LISTED)), FINANCE, LISTED);
}

const TERMS = { ratePercent: "4.35", termMonths: "12", mode: "guaranteed" } as const;

export function offered(amount = "5000000.00"): ToldCase {
  const told = pushed();
  return told.does(offer(scheme, told.state, "lead-bank", { ...TERMS, amount, remark: "" }, act(BANK, LENT)), BANK, LENT);
}

export const loanText = (more = {}) => ({
  ...TERMS,
  loanId: "loan-1",
  leadId: "lead-bank",
  contractNo: "借字1号",
  principal: "5000000.00",
  disbursedOn: LENT,
  partner: GUARANTOR,
  guaranteeLetterOn: "2025-07-21",
  ...more,
});

export const lends = (told: ToldCase, more = {}, facts: Facts = LOAN_FACTS) => recordLoan(scheme, told.state, loanText(more), facts, act(BANK, LENT));

export function funded(): ToldFile {
  const told = offered();
  return ToldFile.of(told.does(lends(told), BANK, LENT));
}

/** Repaid down to an amount, unpaid at maturity, graded bad. */
export function bad(left: number, on: LocalDate = day("2026-09-15")): ToldFile {
  const told = funded();
  const before = day("2026-07-01");
  if (left < 500_000_000)
    told.does(
      repay(told.file.life, { id: "r-1", on: before, principal: fen(500_000_000 - left) as Fen, interest: ZERO }, act(BANK, before)),
      BANK,
      before,
    );
  return told.does(gradeLoan(told.file.life, "doubtful", on, act(BANK, on)), BANK, on);
}
