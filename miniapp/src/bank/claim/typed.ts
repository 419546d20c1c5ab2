/** A claim as typed: where it starts, what is still missing, and the worker's own reading of it with the amount that it comes to. */

import type { CaseView } from "../../../../shared/contract/case";
import type { LocalDate } from "../../../../shared/local-date";
import type { Refusal } from "../../../../shared/outcome";
import type { Act } from "../../../../shared/process/act";
import { anchorsOf } from "../../../../shared/process/anchors";
import { fileClaim } from "../../../../shared/process/claim";
import { type ClaimAmount, claimAmount } from "../../../../shared/process/claim-amount";
import { papersFor } from "../../../../shared/process/claim-faults";
import { claimOn, type Filing } from "../../../../shared/process/claim-state";
import type { LoanFile } from "../../../../shared/process/loan-file";
import type { LoanGrade } from "../../../../shared/process/loan-life";
import { gateOpen, owedFor } from "../../../../shared/process/obligation";
import { modesOf } from "../../../../shared/process/procedure";
import { valueOn } from "../../../../shared/rule/parameter";
import { today } from "../../case/due";
import { typedFen } from "../../case/file/file-of";
import { fenOf } from "../../case/file/read-view";
import { emptyOf } from "../../case/file/use-judged";
import { papersOf } from "../../case/paper-box";
import { schemeOf } from "../../scheme";
import { GUARANTOR_PAYS } from "../../term";
import type { FieldError } from "../../ui/errors";
import type { PAPER_WORDS } from "../../words/paper";

export const AMOUNTS = ["principal", "interest", "covered", "paidPrincipal"] as const;

/** The grades with which a claim can be made today. */
export function badGrades(view: CaseView): readonly LoanGrade[] {
  const asked = valueOn(schemeOf(view.scheme.id).claim.evidence, today());
  return asked.ok ? asked.value.grades : [];
}

/** Prefilled with what the loan's record says, or with what was filed before a return; a grade that would not do is left to be chosen. */
export function startOf(view: CaseView) {
  const life = view.file?.life;
  const graded = life && badGrades(view).includes(life.grade) ? life.grade : undefined;
  const before = view.file?.claim?.step === "file" ? view.file.claim.filing : undefined;
  return {
    grade: (before?.grade ?? graded ?? "") as string,
    overdueDays: String(before?.overdueDays || life?.arrears.days || ""),
    letterNo: before?.letterNo ?? "",
    principal: life?.outstanding ?? "",
    interest: before?.interest ?? "",
    covered: before?.covered ?? "",
    reportNo: before?.creditReport?.no ?? "",
    reportStamped: before?.creditReport?.stamped ? "yes" : "",
    paidPrincipal: before?.compensated?.principal ?? "",
    paidOn: before?.compensated?.on ?? "",
    paidProof: before?.compensated?.proofNo ?? "",
    paidReview: before?.compensated?.reviewNo ?? "",
  };
}
export type Typed = ReturnType<typeof startOf>;

/** What the document asks of this loan's claim. */
export function asksOf(view: CaseView) {
  const scheme = schemeOf(view.scheme.id);
  const evidence = valueOn(scheme.claim.evidence, today());
  const mode = modesOf(scheme.admission).find(({ id }) => id === view.loan?.mode);
  const standsIn = mode?.payee === "guarantor" && scheme.claim.guarantor !== undefined;
  const asked = evidence.ok && !standsIn ? evidence.value : undefined;
  return {
    overdueDays: asked?.overdueDays ?? false,
    letter: asked?.letter ?? false,
    creditReport: asked?.creditReport ?? false,
    /** A guarantor that pays first and claims afterwards. */
    standsIn,
    review: standsIn && scheme.claim.guarantor?.time !== undefined,
  };
}

function missingIn(view: CaseView) {
  const asks = asksOf(view);
  return [
    ["grade", "还没有选五级分类。"],
    ...(asks.overdueDays ? [["overdueDays", "还没有填逾期天数。"] as const] : []),
    ...(asks.letter ? [["letterNo", "还没有填认定函编号。请填本机构的发文字号。"] as const] : []),
    ...(asks.creditReport ? [["reportNo", "还没有填信用报告的编号。"] as const] : []),
    ["principal", "还没有填未还本金。"],
    ["interest", "还没有填未还利息。没有就填 0。"],
    ["covered", "还没有申报其他赔付。没有就填 0。"],
    ...(asks.standsIn
      ? ([
          ["paidPrincipal", `还没有填已经${GUARANTOR_PAYS}的本金。`],
          ["paidOn", `还没有选${GUARANTOR_PAYS}的日期。`],
          ["paidProof", `还没有填${GUARANTOR_PAYS}凭证的编号。`],
        ] as const)
      : []),
  ] as const;
}

export const askedPapers = (view: CaseView) => papersFor(schemeOf(view.scheme.id).claim, view.loan?.mode ?? "");

export function emptyIn(view: CaseView, form: Typed): FieldError[] {
  const papers = askedPapers(view)
    .filter((paper) => !papersOf(view, paper.kind as keyof typeof PAPER_WORDS).length)
    .map((paper): FieldError => ({ field: paper.kind, message: `还没有上传${paper.says}。`, article: paper.cites.article }));
  return [...emptyOf(form, missingIn(view)), ...papers];
}

const paidIn = (form: Typed) => ({
  principal: typedFen(form.paidPrincipal),
  on: form.paidOn as LocalDate,
  proofNo: form.paidProof,
  ...(form.paidReview.trim() ? { reviewNo: form.paidReview } : {}),
});

/** Papers are looked at apart, so that a missing one does not hide the rest. */
const filingOf = (view: CaseView, form: Typed): Filing => ({
  claimId: "",
  evidence: {
    grade: form.grade as LoanGrade,
    overdueDays: /^\d{1,5}$/.test(form.overdueDays.trim()) ? Number(form.overdueDays) : 0,
    letterNo: form.letterNo,
    ...(asksOf(view).creditReport ? { creditReport: { no: form.reportNo, stamped: form.reportStamped === "yes" } } : {}),
  },
  principal: typedFen(form.principal),
  interest: typedFen(form.interest),
  covered: typedFen(form.covered),
  papers: askedPapers(view).map((paper) => paper.kind),
  ...(asksOf(view).standsIn && form.paidOn ? { compensated: paidIn(form) } : {}),
});

/** Whether an agreement is in force is in the office's records, so it is taken as given here. */
export const judgeClaim = (view: CaseView, file: LoanFile, form: Typed, by: Act) =>
  fileClaim(schemeOf(view.scheme.id), file, filingOf(view, form), { agreementInForce: true }, by);

/** What has to be done before, whatever is typed. */
export function stepsMissing(view: CaseView, file: LoanFile, on: LocalDate): readonly Refusal[] {
  const owed = owedFor(schemeOf(view.scheme.id).obligations, file.loan.mode);
  const gate = gateOpen(owed, "claim", anchorsOf(file, on), file.fulfilled ?? [], on);
  return gate.ok ? [] : gate.refusals;
}

/** What the fund would pay on it today; undefined while it cannot be computed. */
export function worthOf(view: CaseView, file: LoanFile, form: Typed, by: Act): ClaimAmount | undefined {
  const filing = filingOf(view, form);
  const filed = { type: "claim_filed", next: "", filing, payee: by.actor.org, ratio: file.tier.ratio } as const;
  const claim = claimOn(undefined, filed, by.actor, by.on);
  const sums = Object.fromEntries(Object.entries(view.file?.sums ?? {}).map(([id, sum]) => [id, fenOf(sum)]));
  const worth = claim && claimAmount(schemeOf(view.scheme.id), file, claim, by.on, undefined, sums);
  return worth?.ok && worth.value.amount > 0 ? worth.value : undefined;
}

/** Only what the document asks goes along. */
export function bodyOf(view: CaseView, form: Typed) {
  const asks = asksOf(view);
  const { principal, interest, covered, letterNo, reportNo, reportStamped, paidPrincipal, paidOn, paidProof, paidReview } = form;
  return {
    grade: form.grade as LoanGrade,
    overdueDays: Number(form.overdueDays || 0),
    letterNo,
    principal,
    interest,
    covered,
    ...(asks.creditReport ? { creditReport: { no: reportNo, stamped: reportStamped === "yes" } } : {}),
    ...(asks.standsIn
      ? { compensated: { principal: paidPrincipal, on: paidOn, proofNo: paidProof, ...(paidReview.trim() ? { reviewNo: paidReview } : {}) } }
      : {}),
  };
}

/** From the names that the worker uses to the form's own fields. */
export const fieldOf = (field: string): string =>
  ({
    creditReport: "reportNo",
    compensated: "paidPrincipal",
    "creditReport.no": "reportNo",
    "compensated.principal": "paidPrincipal",
    "compensated.on": "paidOn",
    "compensated.proofNo": "paidProof",
    "compensated.reviewNo": "paidReview",
  })[field] ?? field;
