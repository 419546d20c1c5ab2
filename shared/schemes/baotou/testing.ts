/** Who and what the tests of 包头 tell of: its bodies, a firm that meets every condition, and its way to a loan and into arrears. */
import { day, type LocalDate } from "../../local-date";
import { fen, minus, timesRatio, ZERO } from "../../money";
import { anchorsOf } from "../../process/anchors";
import { type Application, applicationFacts } from "../../process/application";
import { approve } from "../../process/approve";
import { openCheckWith, pass, recordFinding } from "../../process/check";
import { checkClaim, consentClaim, fileClaim, recordPayment } from "../../process/claim";
import type { Filing } from "../../process/claim-state";
import type { CheckFinding } from "../../process/event";
import { recordLoan } from "../../process/loan";
import { outstandingOn, repay } from "../../process/loan-life";
import { fulfil } from "../../process/obligation";
import type { OrgRef } from "../../process/party";
import { type Institution, offer, push } from "../../process/push";
import { adopt } from "../../process/recommend";
import { submit } from "../../process/submit";
import type { Facts, LoanFacts } from "../../rule/facts";
import { act, org, ToldCase, ToldFile } from "../testing";
import { baotou } from "./scheme";

export const FIRM = org("firm", "enterprise", "青山甲公司");
export const AREA = org("area", "township", "青山区工信局");
export const OTHER_AREA = org("area2", "township", "东河区工信局");
export const OFFICE = org("office", "office", "包头市工信局");
export const FINANCE = org("finance", "finance", "包头市财政局");
export const GOVERNMENT = org("gov", "government", "包头市人民政府");
export const MANAGER = org("manager", "manager", "包头市百佳融资担保有限责任公司");
export const BANK = org("bank", "bank", "甲银行包头分行");
export const GUARANTOR = org("guar", "guarantor", "包头甲担保");

export const APPLIED = day("2024-03-04");
export const LENT = day("2024-04-01");
/** Twelve months after the loan. */
export const MATURES = day("2025-04-01");

const person = { name: "王某", key: "key-wang", masked: "150***********1234" };
export const APPLICATION: Application = {
  creditCode: "91150200MA00000001",
  name: FIRM.name,
  registeredDistrict: "包头市青山区",
  registeredAddress: "包头市青山区钢铁大街1号",
  registration: "existing",
  establishedOn: day("2018-05-06"),
  industry: "industry",
  activity: "other",
  listedProcess: false,
  representative: person,
  controller: person,
  holders: [],
  affiliates: [],
  years: [{ fiscalYear: 2023, headcount: 60, revenue: fen(2_000_000_000), assets: fen(1_500_000_000) }],
  project: "机械加工",
  need: { amount: fen(500_000_000), purpose: "采购钢材", termMonths: 12 },
  focus: { field: "", profiles: [], evidence: "" },
  dishonestEnterprise: false,
  dishonestRepresentative: false,
  conduct: [],
};
export const FACTS: Facts = applicationFacts(APPLICATION, [], APPLIED);

export const LOAN: LoanFacts = {
  mode: "helped",
  principal: ZERO,
  disbursedOn: LENT,
  termMonths: 12,
  purpose: "working_capital",
  repayment: "bullet",
  collateral: [],
  counterGuarantee: ["receivable"],
  fees: [{ kind: "interest", rate: "0.0435" }],
  steps: { due_diligence: day("2024-03-20"), filed_with_office: day("2024-03-22"), approved: day("2024-03-28") },
};
export const LOAN_FACTS: Facts = {
  ...FACTS,
  attested: { ratePolicy: true },
  support: [],
  loan: LOAN,
  lender: { kind: "bank", agreementFrom: day("2023-01-01") },
  guarantor: { kind: "guarantor", agreementFrom: day("2023-01-01") },
  totals: {
    enterpriseLive: ZERO,
    fundOutstanding: ZERO,
    poolMoney: fen(2_000_000_000),
    areaOutstanding: ZERO,
    areaContribution: fen(800_000_000),
    lenderOutstanding: ZERO,
    bankDeposit: fen(100_000_000),
  },
};

export const partner = (who: OrgRef, more: Partial<Institution> = {}): Institution => ({
  org: who,
  leadId: `lead-${who.id}`,
  agreementInForce: true,
  suspended: false,
  lowThreshold: false,
  productInnovation: false,
  ...more,
});

export const finding = (topic: CheckFinding["topic"]): CheckFinding => ({
  source: "internal",
  sourceName: "实地调查",
  queriedAt: 1,
  subject: "enterprise",
  topic,
  result: "clear",
  detail: "正常生产",
});

export function submitted(addressedTo: OrgRef = AREA): ToldCase {
  const told = new ToldCase();
  return told.does(submit(baotou, told.state, { application: APPLICATION, papers: [], addressedTo }, {}, act(FIRM, APPLIED)), FIRM, APPLIED);
}
export const adopts = (told: ToldCase, who: OrgRef, facts = FACTS) =>
  adopt(baotou, told.state, { letterNo: "", profile: "", loanNeed: "" }, facts, act(who, APPLIED));

export function reviewed(): ToldCase {
  const told = submitted();
  told.does(adopts(told, AREA), AREA, APPLIED);
  return told.does(openCheckWith(baotou, told.state, [], act(OFFICE, APPLIED)), OFFICE, APPLIED);
}
export function surveyed(): ToldCase {
  const told = reviewed();
  told.does(recordFinding(baotou, told.state, finding("operations"), 2, act(OFFICE, APPLIED)), OFFICE, APPLIED);
  return told.does(pass(baotou, told.state, "实地看过", FACTS, act(OFFICE, APPLIED)), OFFICE, APPLIED);
}
export const pushes = (told: ToldCase) => push(baotou, told.state, { institutions: [BANK.id] }, [partner(BANK)], [], FACTS, act(OFFICE, APPLIED));

export function offered(amount = "5000000.00"): ToldCase {
  const told = surveyed();
  told.does(approve(baotou, told.state, "推荐表1号", [], act(OFFICE, APPLIED)), OFFICE, APPLIED);
  told.does(pushes(told), OFFICE, APPLIED);
  const terms = { amount, ratePercent: "4.35", termMonths: "12", mode: "helped", remark: "" };
  return told.does(offer(baotou, told.state, "lead-bank", terms, act(BANK, LENT)), BANK, LENT);
}
export const lends = (told: ToldCase, more = {}, facts: Facts = LOAN_FACTS) =>
  recordLoan(
    baotou,
    told.state,
    {
      loanId: "loan-1",
      leadId: "lead-bank",
      contractNo: "借字1号",
      principal: "5000000.00",
      ratePercent: "4.35",
      termMonths: "12",
      mode: "helped",
      disbursedOn: LENT,
      partner: GUARANTOR,
      ...more,
    },
    facts,
    act(BANK, LENT),
  );
export function funded(): ToldFile {
  const told = offered();
  return ToldFile.of(told.does(lends(told), BANK, LENT));
}

/** Repaid down to an amount before maturity. */
export function left(amount: number): ToldFile {
  const told = funded();
  const on = day("2025-03-03");
  return told.does(
    repay(told.file.life, { id: "r-1", on, principal: minus(fen(500_000_000), fen(amount)), interest: ZERO }, act(BANK, on)),
    BANK,
    on,
  );
}

export const OBLIGATIONS = baotou.obligations ?? [];
export function fulfils(told: ToldFile, id: string, on: LocalDate, more: { way?: string; documentNo?: string } = {}, who: OrgRef = BANK): ToldFile {
  const obligation = OBLIGATIONS.find((one) => one.id === id);
  if (!obligation) throw new Error(id);
  return told.does(fulfil(obligation, { on, detail: "已办", ...more }, anchorsOf(told.file, on), told.file.fulfilled ?? [], act(who, on)), who, on);
}

/** The first day of the debit: the twenty-sixth after maturity. */
export const DEBIT = day("2025-04-27");
export function collected(amount = 100_000_000): ToldFile {
  const told = left(amount);
  fulfils(told, "collection", day("2025-04-10"), { way: "phone" });
  return fulfils(told, "collection", day("2025-04-15"), { way: "onsite" }, MANAGER);
}
const IN_FORCE = { agreementInForce: true };
export const files = (told: ToldFile, on: LocalDate = DEBIT, more: Partial<Filing> = {}, who = BANK) =>
  fileClaim(
    baotou,
    told.file,
    {
      claimId: "claim-1",
      evidence: { grade: "normal", overdueDays: 26, letterNo: "" },
      principal: outstandingOn(told.file.life, on),
      interest: fen(30_000),
      covered: ZERO,
      papers: [],
      ...more,
    },
    IN_FORCE,
    act(who, on),
  );
export function confirmed(amount = 100_000_000): ToldFile {
  const told = collected(amount);
  told.does(files(told), BANK, DEBIT);
  told.does(checkClaim(baotou, told.file, "相符", act(MANAGER, DEBIT)), MANAGER, DEBIT);
  return told.does(consentClaim(baotou, told.file, "确认1号", IN_FORCE, act(OFFICE, DEBIT)), OFFICE, DEBIT);
}
export function paid(amount = 100_000_000): ToldFile {
  const told = confirmed(amount);
  const payment = { instructionNo: "1", ratio: "0.40", amount: timesRatio(fen(amount), "0.40", "half_up"), unfunded: ZERO, loss: fen(amount) };
  return told.does(recordPayment(baotou, told.file, payment), BANK, DEBIT);
}
