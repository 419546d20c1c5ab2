/** The loan as typed: where it starts, what is still missing, and the worker's own reading of it. */

import type { CaseView } from "../../../../shared/contract/case";
import type { LocalDate } from "../../../../shared/local-date";
import { parseYuan } from "../../../../shared/money";
import { readLoan } from "../../../../shared/process/loan";
import type { LoanMode } from "../../../../shared/process/procedure";
import { today } from "../../case/due";
import { ruleErrors } from "../../failure";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import type { FieldError } from "../../ui/errors";
import { needed } from "../../use-act";
import type { Answers } from "../asked-fields";
import { typedRate } from "../lead/offer-form";
import { type Lead, loanStepOf } from "../lead-of";

export type Offer = NonNullable<Lead["offer"]>;

const MISSING = [
  ["contractNo", "还没有填合同号。请与借款合同一致。"],
  ["principal", "还没有填贷款本金。请填实际放款的金额。"],
  ["ratePercent", "还没有填年利率。请填百分数，例如 4.35。"],
  ["termMonths", "还没有填期限。请填整数个月，例如 12。"],
  ["disbursedOn", "还没有填放款日期。请选实际放款的日子。"],
] as const;

export const startOf = (offer: Offer) => ({
  contractNo: "",
  principal: offer.amount,
  ratePercent: typedRate(offer.rate),
  termMonths: String(offer.termMonths),
  disbursedOn: "",
  mode: offer.mode,
  partnerOrgId: "",
  payeeSharePercent: "",
  raiseReason: "",
  answers: {} as Answers,
});
export type Typed = ReturnType<typeof startOf>;

/** The worker's own reading of the form; the lender's licence is in the office's records, so it is taken as given here. */
export function readOf(view: CaseView, lead: Lead, offer: Offer, form: Typed, partner: Lead["org"] | undefined) {
  const need = view.need ? parseYuan(view.need.amount) : undefined;
  const { partnerOrgId: _, payeeSharePercent, raiseReason, ...text } = form;
  return readLoan(
    schemeOf(view.scheme.id),
    loanStepOf(view.scheme.id),
    {
      loanId: "",
      leadId: lead.id,
      ...text,
      answers: {},
      ...(partner ? { partner } : {}),
      lenderLicensedThrough: (form.disbursedOn || today()) as LocalDate,
      ...(payeeSharePercent.trim() ? { payeeSharePercent } : {}),
      ...(raiseReason.trim() ? { raiseReason } : {}),
    },
    { lender: lead.org, offer, pushedOn: lead.pushedOn as LocalDate, ...(need?.ok ? { need: need.value } : {}) },
    today(),
  );
}

/** What was left empty, told before anything else is. */
const emptyOf = (form: Typed, mode: LoanMode | undefined): FieldError[] => [
  ...MISSING.flatMap(([field, message]) => needed(form[field], field, message)),
  ...(mode?.needs ? needed(form.partnerOrgId, "partnerOrgId", `还没有选${partyName(mode.needs)}。这种合作方式要写明是哪一家。`) : []),
  ...(mode?.splits ? needed(form.payeeSharePercent, "payeeSharePercent", "还没有填分担比例。请填 0 到 100 之间的数。") : []),
];

export interface Judged {
  read: ReturnType<typeof readOf>;
  /** What the rules refuse, empty fields included. */
  ruled: FieldError[];
  /** All that stands in the way of sending it: one line a field. */
  faults: FieldError[];
  /** The rate is above the offer, so a reason is asked for. */
  raised: boolean;
}

export function judge(view: CaseView, lead: Lead, offer: Offer, form: Typed, mode: LoanMode | undefined, partner: Lead["org"] | undefined): Judged {
  const read = readOf(view, lead, offer, form, partner);
  const bare = readOf(view, lead, offer, { ...form, raiseReason: "" }, partner);
  const ruled = read.ok ? [] : ruleErrors(read.refusals);
  const empty = emptyOf(form, mode);
  return {
    read,
    ruled,
    faults: [...empty, ...ruled.filter((error) => !empty.some((each) => each.field === error.field))],
    raised: form.raiseReason !== "" || (!bare.ok && bare.refusals.some((refusal) => refusal.code === "rate_raised")),
  };
}

/** As the command wants it: without what the mode does not ask for. */
export const bodyOf = ({ partnerOrgId, payeeSharePercent, raiseReason, answers, ...text }: Typed, mode: LoanMode | undefined, raised: boolean) => ({
  ...text,
  ...(Object.keys(answers).length > 0 ? { answers } : {}),
  ...(mode?.needs && partnerOrgId ? { partnerOrgId } : {}),
  ...(mode?.splits && payeeSharePercent.trim() ? { payeeSharePercent } : {}),
  ...(raised && raiseReason.trim() ? { raiseReason } : {}),
});
