/** A firm's way in 青溪 from its application to a loan, into arrears and to the bank's claim. */
import { day, type LocalDate } from "../../shared/local-date";
import { type Fen, fen, minus, yuan, ZERO } from "../../shared/money";
import type { Outcome } from "../../shared/outcome";
import { anchorsOf } from "../../shared/process/anchors";
import { type Application, applicationFacts } from "../../shared/process/application";
import { approve } from "../../shared/process/approve";
import { openCheckWith, pass, recordFinding } from "../../shared/process/check";
import { checkClaim, consentClaim, fileClaim } from "../../shared/process/claim";
import type { Filing } from "../../shared/process/claim-state";
import { recordLoan } from "../../shared/process/loan";
import { evolveFile, type FiledOn, type FileEvent, fileOf, type LoanFile } from "../../shared/process/loan-file";
import { gradeLoan, outstandingOn, repay } from "../../shared/process/loan-life";
import { fulfil } from "../../shared/process/obligation";
import type { OrgRef } from "../../shared/process/party";
import { offer, push } from "../../shared/process/push";
import { adopt } from "../../shared/process/recommend";
import { submit } from "../../shared/process/submit";
import type { Facts, LoanFacts } from "../../shared/rule/facts";
import { act, must, ToldCase, ToldFile } from "../../shared/schemes/testing";
import { APPLIED, BANK, FIRM, GOVERNMENT, LENT, MANAGER, OFFICE, TOWN } from "./life";
import { qingxi } from "./scheme/scheme";

/** A loan's file that keeps its history, so that it can be told again from nothing. */
export class KeptFile extends ToldFile {
  readonly history: FiledOn[] = [];
  readonly opened: LoanFile = this.file;

  override does(outcome: Outcome<readonly FileEvent[]>, who: OrgRef, on: LocalDate): this {
    this.history.push(...must(outcome).map((event) => ({ event, actor: act(who, on).actor, occurredOn: on })));
    return super.does(outcome, who, on);
  }

  again(): LoanFile {
    return this.history.reduce(evolveFile, this.opened);
  }
}

const person = { name: "何某", key: "key-he", masked: "330***********0012" };

export const application = (firm: OrgRef, more: Partial<Application> = {}): Application => ({
  creditCode: "91330100MA00000001",
  name: firm.name,
  registeredDistrict: "青溪县石桥镇",
  registeredAddress: "青溪县石桥镇河街1号",
  registration: "existing",
  establishedOn: day("2018-05-06"),
  industry: "industry",
  activity: "other",
  listedProcess: false,
  representative: person,
  controller: person,
  holders: [],
  affiliates: [],
  years: [{ fiscalYear: 2023, headcount: 30, revenue: fen(800_000_000), assets: fen(500_000_000) }],
  project: "添置设备",
  need: { amount: fen(200_000_000), purpose: "采购原料", termMonths: 12 },
  focus: { field: "", profiles: [], evidence: "" },
  dishonestEnterprise: false,
  dishonestRepresentative: false,
  conduct: [],
  ...more,
});

/** What the district's records say of a loan that is about to go out. */
export const loanFacts = (firm: OrgRef, totals: NonNullable<Facts["totals"]>, loan: Partial<LoanFacts> = {}): Facts => ({
  ...applicationFacts(application(firm), [], APPLIED),
  loan: { mode: "mutual_aid", principal: ZERO, disbursedOn: LENT, ...loan },
  lender: { kind: "bank", agreementFrom: day("2024-01-10") },
  totals: { enterpriseLive: ZERO, fundOutstanding: ZERO, ...totals },
});

export const submits = (told: ToldCase, firm: OrgRef, more: Partial<Application> = {}, on = APPLIED) =>
  submit(qingxi, told.state, { application: application(firm, more), papers: [], addressedTo: TOWN }, {}, act(firm, on));

/** Recommended, visited, agreed to, offered a loan by the bank. */
export function offered(firm: OrgRef = FIRM, amount = "2000000.00"): ToldCase {
  const told = new ToldCase(`case-${firm.id}`);
  const facts = applicationFacts(application(firm), [], APPLIED);
  told.does(submits(told, firm), firm, APPLIED);
  told.does(adopt(qingxi, told.state, { letterNo: "", profile: "", loanNeed: "" }, facts, act(TOWN, APPLIED)), TOWN, APPLIED);
  told.does(openCheckWith(qingxi, told.state, [], act(MANAGER, APPLIED)), MANAGER, APPLIED);
  const seen = {
    source: "internal",
    sourceName: "走访记录",
    queriedAt: 1,
    subject: "enterprise",
    topic: "operations",
    result: "clear",
    detail: "正常生产",
  } as const;
  told.does(recordFinding(qingxi, told.state, seen, 2, act(MANAGER, APPLIED)), MANAGER, APPLIED);
  told.does(pass(qingxi, told.state, "可以入会", facts, act(MANAGER, APPLIED)), MANAGER, APPLIED);
  told.does(approve(qingxi, told.state, "入会1号", [], act(OFFICE, APPLIED)), OFFICE, APPLIED);
  const institution = { leadId: `lead-${firm.id}`, agreementInForce: true, suspended: false, lowThreshold: false, productInnovation: false };
  const pushed = push(qingxi, told.state, { institutions: [BANK.id] }, [{ org: BANK, ...institution }], [], facts, act(OFFICE, APPLIED));
  told.does(pushed, OFFICE, APPLIED);
  const terms = { amount, ratePercent: "4.20", termMonths: "12", mode: "mutual_aid", remark: "" };
  return told.does(offer(qingxi, told.state, institution.leadId, terms, act(BANK, LENT)), BANK, LENT);
}

export const lends = (told: ToldCase, firm: OrgRef, facts: Facts, principal = "2000000.00", more = {}) =>
  recordLoan(
    qingxi,
    told.state,
    {
      loanId: `loan-${firm.id}`,
      leadId: `lead-${firm.id}`,
      contractNo: `借字${firm.id}号`,
      principal,
      ratePercent: "4.20",
      termMonths: "12",
      mode: "mutual_aid",
      disbursedOn: LENT,
      ...more,
    },
    facts,
    act(BANK, LENT),
  );

export function funded(firm: OrgRef, contributed: Fen, poolMoney: Fen, principal: Fen, fundOutstanding = ZERO): KeptFile {
  const told = offered(firm, yuan(principal));
  told.does(lends(told, firm, loanFacts(firm, { contributed, poolMoney, fundOutstanding }), yuan(principal)), BANK, LENT);
  return new KeptFile(must(fileOf(told.state)));
}

export function repays<T extends ToldFile>(told: T, id: string, principal: Fen, on: LocalDate): T {
  return told.does(repay(told.file.life, { id, on, principal, interest: ZERO }, act(BANK, on)), BANK, on);
}

export const OVERDUE = day("2025-04-08");
export const CLAIMED = day("2025-05-08");
export const CONSENTED = day("2025-05-20");

/** Repaid down to an amount, unpaid at maturity, collected without result, graded bad. */
export function bad<T extends ToldFile>(told: T, left: Fen): T {
  const on = day("2024-12-02");
  const paid = minus(told.file.loan.principal, left);
  if (paid > ZERO) repays(told, "还1", paid, on);
  const [collection] = qingxi.obligations ?? [];
  if (!collection) throw new RangeError("no obligation");
  const done = { on: OVERDUE, detail: "上门催收" };
  told.does(fulfil(collection, done, anchorsOf(told.file, OVERDUE), told.file.fulfilled ?? [], act(BANK, OVERDUE)), BANK, OVERDUE);
  const graded = day("2025-05-06");
  return told.does(gradeLoan(told.file.life, "substandard", graded, act(BANK, graded)), BANK, graded);
}

export const IN_FORCE = { agreementInForce: true };
export const files = (told: ToldFile, more: Partial<Filing> = {}, who = BANK, on = CLAIMED) =>
  fileClaim(
    qingxi,
    told.file,
    {
      claimId: "claim-1",
      evidence: { grade: "substandard", overdueDays: 37, letterNo: "" },
      principal: outstandingOn(told.file.life, on),
      interest: fen(1_234_500),
      covered: ZERO,
      papers: ["compensation_application"],
      ...more,
    },
    IN_FORCE,
    act(who, on),
  );

/** Filed, checked by the manager, agreed to by the government. */
export function consented<T extends ToldFile>(told: T): T {
  told.does(files(told), BANK, CLAIMED);
  told.does(checkClaim(qingxi, told.file, "材料相符", act(MANAGER, CONSENTED)), MANAGER, CONSENTED);
  return told.does(consentClaim(qingxi, told.file, "纪要1号", IN_FORCE, act(GOVERNMENT, CONSENTED)), GOVERNMENT, CONSENTED);
}
