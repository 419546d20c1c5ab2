/** What is wrong with a filing, all at once: evidence, figures, papers, what a guarantor has paid, what should have been done before. */
import type { Citation } from "../citation";
import { daysBetween, type LocalDate } from "../local-date";
import { type Fen, yuan, ZERO } from "../money";
import { accept, type Figures, type Outcome, type Refusal, refuse } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import { anchorsOf } from "./anchors";
import { lossOfEach } from "./claim-amount";
import type { ClaimRules, EvidenceAsked, GuarantorFirst, Matured } from "./claim-rules";
import type { Compensated, Filing } from "./claim-state";
import type { LoanFile } from "./loan-file";
import { arrearsOn, outstandingOn } from "./loan-life";
import { gateOpen, type Obligation, owedFor } from "./obligation";

export interface InTime {
  readonly daysOverdue: number;
  /** `MANUAL_REVIEW` on the one day that the text leaves unclear. */
  readonly status: "OK" | "MANUAL_REVIEW" | "REJECT";
}

/** How long after the due day a guarantor stood in, the due day itself being day 0. */
export function guarantorInTime(
  rules: NonNullable<GuarantorFirst["time"]>,
  dueOn: LocalDate,
  compensatedOn: LocalDate,
  on: LocalDate,
): Outcome<InTime> {
  const inTime = valueOn(rules.inTime, on);
  const review = valueOn(rules.review, on);
  if (!inTime.ok) return inTime;
  if (!review.ok) return review;
  const daysOverdue = daysBetween(dueOn, compensatedOn);
  const status = daysOverdue <= inTime.value ? "OK" : daysOverdue <= review.value ? "MANUAL_REVIEW" : "REJECT";
  return accept({ daysOverdue, status });
}

/** Days since principal fell due, the due day itself being day 0. Refuses the document's word until they are more than it asks. */
export function maturedLong({ days, code, cites }: Matured, dueOn: LocalDate | undefined, on: LocalDate): Outcome<number> {
  const asked = valueOn(days, on);
  if (!asked.ok) return asked;
  const daysOverdue = dueOn === undefined ? 0 : daysBetween(dueOn, on);
  return daysOverdue > asked.value
    ? accept(daysOverdue)
    : refuse(code, { daysOverdue: String(daysOverdue), limit: String(asked.value), dueOn: dueOn ?? "—" }, cites);
}

function evidenceFaults(rules: ClaimRules, asked: EvidenceAsked, file: LoanFile, { evidence }: Filing): Refusal[] {
  const { cites } = rules;
  const faults: Refusal[] = [];
  const invalid = (figures: Figures, field: string) => faults.push({ code: "claim_invalid", figures, cites, field });
  const shown = { grade: evidence.grade, allowed: asked.grades.join("、") };
  if (asked.creditReport) {
    if (!asked.grades.includes(file.life.grade)) faults.push({ code: "not_npl", figures: { grade: file.life.grade }, cites, field: "grade" });
    if (!asked.grades.includes(evidence.grade) || !evidence.creditReport?.stamped || evidence.creditReport.no.trim() === "")
      faults.push({
        code: "npl_proof",
        figures: { ...shown, stamped: String(evidence.creditReport?.stamped ?? false) },
        cites,
        field: "creditReport",
      });
  } else if (!asked.grades.includes(evidence.grade)) invalid(shown, "grade");
  if (asked.overdueDays && !(Number.isSafeInteger(evidence.overdueDays) && evidence.overdueDays > 0))
    invalid({ overdueDays: String(evidence.overdueDays) }, "overdueDays");
  if (asked.letter && evidence.letterNo.trim() === "") invalid({}, "letterNo");
  return faults;
}

/** Refuses `not_compensated` also where it has paid less than its own part of the loss, `guarantor_late`, and `guarantor_review` until a person has decided the unclear day. */
function guarantorFaults(rules: GuarantorFirst, file: LoanFile, paid: Compensated | undefined, outstanding: Fen, on: LocalDate): Outcome<Refusal[]> {
  const { cites } = rules;
  const own = lossOfEach(file, outstanding)[`${file.loan.partner?.kind ?? ""}Loss`] ?? ZERO;
  if (!paid || paid.principal < own || paid.proofNo.trim() === "" || paid.principal <= ZERO || paid.on > on || paid.principal > outstanding)
    return accept([
      {
        code: "not_compensated",
        figures: { principal: yuan(paid?.principal ?? ZERO), outstanding: yuan(outstanding) },
        cites: rules.paid,
        field: "compensated",
      },
    ]);
  const { overdue } = anchorsOf(file, on);
  if (overdue === undefined || !rules.time) return accept([]);
  const timely = guarantorInTime(rules.time, overdue, paid.on, on);
  if (!timely.ok) return timely;
  const figures = { daysOverdue: String(timely.value.daysOverdue), dueOn: overdue, on: paid.on };
  if (timely.value.status === "REJECT") return accept([{ code: "guarantor_late", figures, cites, field: "compensated" }]);
  const undecided = timely.value.status === "MANUAL_REVIEW" && !paid.reviewNo?.trim();
  return accept(undecided ? [{ code: "guarantor_review", figures, cites, field: "compensated" }] : []);
}

/** The papers that go with a claim on a loan of a mode. */
export const papersFor = ({ papers }: Pick<ClaimRules, "papers">, mode: string): ClaimRules["papers"] =>
  papers.filter(({ modes }) => !modes || modes.includes(mode));

/** `standsIn` where the payee is a guarantor that pays first. */
export function filingFaults(
  rules: ClaimRules,
  obligations: readonly Obligation[],
  file: LoanFile,
  filing: Filing,
  standsIn: boolean,
  on: LocalDate,
): Outcome<readonly Refusal[]> {
  const asked = valueOn(rules.evidence, on);
  if (!asked.ok) return asked;
  const { cites } = rules;
  const outstanding = outstandingOn(file.life, on);
  const faults: Refusal[] = standsIn && rules.guarantor ? [] : evidenceFaults(rules, asked.value, file, filing);
  const invalid = (figures: Figures, field: string) => faults.push({ code: "claim_invalid", figures, cites, field });
  if (filing.principal !== outstanding || outstanding === ZERO)
    invalid({ principal: yuan(filing.principal), outstanding: yuan(outstanding) }, "principal");
  if (filing.interest < 0) invalid({ interest: yuan(filing.interest) }, "interest");
  if (filing.covered < 0) invalid({ covered: yuan(filing.covered) }, "covered");
  const missing = papersFor(rules, file.loan.mode).filter((paper) => !filing.papers.includes(paper.kind));
  if (missing.length > 0)
    faults.push({ code: "doc_missing", figures: { missing: missing.map((paper) => paper.says).join("、") }, cites: missing[0]?.cites ?? cites });
  if (standsIn && rules.guarantor) {
    const late = guarantorFaults(rules.guarantor, file, filing.compensated, outstanding, on);
    if (!late.ok) return late;
    faults.push(...late.value);
  }
  const matured = rules.matured ? maturedLong(rules.matured, arrearsOn(file.life, on).principalSince, on) : accept(0);
  if (!matured.ok) faults.push(...matured.refusals);
  const gate = gateOpen(owedFor(obligations, file.loan.mode), "claim", anchorsOf(file, on), file.fulfilled ?? [], on);
  return accept(gate.ok ? faults : [...faults, ...gate.refusals]);
}

/** Refuses `self_interest` where who checks would bear a part of the loss and the document is read to want another in its place; else tells it. */
export function selfInterest(
  rule: { readonly mode: Parameter<"substitute" | "flag">; readonly cites: Citation } | undefined,
  checker: string,
  file: LoanFile,
  on: LocalDate,
): Outcome<boolean> {
  const bears = checker === file.loan.lender.id || checker === file.loan.partner?.id;
  if (!rule || !bears) return accept(false);
  const mode = valueOn(rule.mode, on);
  if (!mode.ok) return mode;
  return mode.value === "flag" ? accept(true) : refuse("self_interest", {}, rule.cites);
}
