/** A claim as typed: where it starts, what is still missing, and the worker's own reading of it with the amount that it comes to. */
import type { CaseView } from "../../../../shared/contract/case";
import type { Act } from "../../../../shared/process/act";
import { fileClaim } from "../../../../shared/process/claim";
import { type ClaimAmount, claimAmount } from "../../../../shared/process/claim-amount";
import { claimOn, type Filing } from "../../../../shared/process/claim-state";
import type { LoanFile } from "../../../../shared/process/loan-file";
import type { LoanGrade } from "../../../../shared/process/loan-life";
import { valueOn } from "../../../../shared/rule/parameter";
import { today } from "../../case/due";
import { typedFen } from "../../case/file/file-of";
import { emptyOf } from "../../case/file/use-judged";
import { papersOf } from "../../case/paper-box";
import { schemeOf } from "../../scheme";
import type { FieldError } from "../../ui/errors";
import type { PAPER_WORDS } from "../../words";

export const AMOUNTS = ["principal", "interest", "covered"] as const;

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
  };
}
export type Typed = ReturnType<typeof startOf>;

const MISSING = [
  ["grade", "还没有选五级分类。"],
  ["overdueDays", "还没有填逾期天数。"],
  ["letterNo", "还没有填认定函编号。请填本机构的发文字号。"],
  ["principal", "还没有填未还本金。"],
  ["interest", "还没有填未还利息。没有就填 0。"],
  ["covered", "还没有申报其他赔付。没有就填 0。"],
] as const;

export const askedPapers = (view: CaseView) => schemeOf(view.scheme.id).claim.papers;

export function emptyIn(view: CaseView, form: Typed): FieldError[] {
  const papers = askedPapers(view)
    .filter((paper) => !papersOf(view, paper.kind as keyof typeof PAPER_WORDS).length)
    .map((paper): FieldError => ({ field: paper.kind, message: `还没有上传${paper.says}。`, article: paper.cites.article }));
  return [...emptyOf(form, MISSING), ...papers];
}

/** Papers are looked at apart, so that a missing one does not hide the rest. */
const filingOf = (view: CaseView, form: Typed): Filing => ({
  claimId: "",
  evidence: {
    grade: form.grade as LoanGrade,
    overdueDays: /^\d{1,5}$/.test(form.overdueDays.trim()) ? Number(form.overdueDays) : 0,
    letterNo: form.letterNo,
  },
  principal: typedFen(form.principal),
  interest: typedFen(form.interest),
  covered: typedFen(form.covered),
  papers: askedPapers(view).map((paper) => paper.kind),
});

/** Whether an agreement is in force is in the office's records, so it is taken as given here. */
export const judgeClaim = (view: CaseView, file: LoanFile, form: Typed, by: Act) =>
  fileClaim(schemeOf(view.scheme.id), file, filingOf(view, form), { agreementInForce: true }, by);

/** What the fund would pay on it today; undefined while it cannot be computed. */
export function worthOf(view: CaseView, file: LoanFile, form: Typed, by: Act): ClaimAmount | undefined {
  const filing = filingOf(view, form);
  const filed = { type: "claim_filed", next: "", filing, payee: by.actor.org, ratio: file.tier.ratio } as const;
  const claim = claimOn(undefined, filed, by.actor, by.on);
  const worth = claim && claimAmount(schemeOf(view.scheme.id), file, claim, by.on);
  return worth?.ok && worth.value.amount > 0 ? worth.value : undefined;
}

export const bodyOf = (form: Typed) => ({ ...form, grade: form.grade as LoanGrade, overdueDays: Number(form.overdueDays) });
