/** A loan as an institution types it: where it starts, the rules' own reading of it, and the command that it becomes. */
import type { CaseView } from "../../../../shared/contract/case";
import { asksFor } from "../../../../shared/process/loan-ask";
import type { OrgKind } from "../../../../shared/process/party";
import { type LoanMode, type RegisterStep, stepOf } from "../../../../shared/process/procedure";
import { firmAsks, readRegistration } from "../../../../shared/process/registration-text";
import { valueOn } from "../../../../shared/rule/parameter";
import type { Ask } from "../../api";
import { today } from "../../case/due";
import { ruleErrors } from "../../failure";
import { schemeOf } from "../../scheme";
import type { Answers } from "../asked-fields";
import { typedRate } from "../lead/offer-form";

export const EMPTY = {
  creditCode: "",
  name: "",
  mode: "",
  contractNo: "",
  principal: "",
  ratePercent: "",
  termMonths: "",
  disbursedOn: "",
  /** The lender where a guarantor enters the loan, the guarantor where a lender does. */
  otherOrgId: "",
  orderNo: "",
  batch: false,
  tiers: {} as Record<string, string>,
  firm: {} as Record<string, string>,
  profiles: [] as string[],
  answers: {} as Answers,
};
export type Typed = typeof EMPTY;

/** From what was sent back. */
export const typedFrom = ({ enterprise, loan }: CaseView): Typed =>
  loan
    ? {
        ...EMPTY,
        creditCode: enterprise.creditCode,
        name: enterprise.name,
        mode: loan.mode,
        contractNo: loan.contractNo,
        principal: loan.principal,
        ratePercent: typedRate(loan.rate),
        termMonths: String(loan.termMonths),
        disbursedOn: loan.disbursedOn,
      }
    : EMPTY;

export const registerStepOf = (schemeId: string): RegisterStep | undefined => stepOf(schemeOf(schemeId).admission, "register");

const isOpen = ({ open }: LoanMode): boolean => {
  const now = open ? valueOn(open.when, today()) : undefined;
  return now === undefined || (now.ok && now.value);
};

/** The modes that an organisation of this kind may enter: those in which it lends or stands beside the lender, and that are open. */
export const modesToEnter = (step: RegisterStep, kind: OrgKind): readonly LoanMode[] =>
  step.modes.filter((mode) => (mode.lenders.includes(kind) || mode.needs === kind) && isOpen(mode));

/** Those that nobody may enter yet: told with their article, so that nobody looks for them. */
export const closedModes = (step: RegisterStep): readonly LoanMode[] => step.modes.filter((mode) => !isOpen(mode));

/** The kind of the other party: the lender's where a guarantor enters the loan. */
export const otherKind = (mode: LoanMode | undefined, kind: OrgKind): OrgKind | undefined =>
  mode && (mode.lenders.includes(kind) ? mode.needs : mode.lenders[0]);

/** The command: nothing that the mode does not ask for. */
export function bodyOf(step: RegisterStep, form: Typed, kind: OrgKind): Ask<"registerLoan">["body"] {
  const { otherOrgId, batch, tiers, firm, profiles, answers, orderNo, ...record } = form;
  const mode = step.modes.find(({ id }) => id === form.mode);
  const asked = firmAsks(step, form.mode);
  const rates = Object.keys(answers).filter((key) => key.startsWith("fees."));
  const known = new Set([...asksFor(step.asks, form.mode).map(({ key }) => key), ...rates]);
  const other =
    otherKind(mode, kind) && otherOrgId ? (mode?.lenders.includes(kind) ? { partnerOrgId: otherOrgId } : { lenderOrgId: otherOrgId }) : {};
  const kept = Object.fromEntries(Object.entries(firm).filter(([, value]) => value.trim()));
  return {
    ...record,
    ...other,
    ...(step.order && orderNo.trim() ? { orderNo } : {}),
    ...(mode?.bearers ? { tiers: tiersOf(mode, tiers) } : {}),
    ...(mode?.batch && batch ? { batch: true as const } : {}),
    ...(asked.length > 0 ? { firm: { ...kept, ...(asked.includes("profiles") ? { profiles } : {}) } } : {}),
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => known.has(key))),
  };
}

/** In the document's order of those who bear. */
export function tiersOf(mode: LoanMode, tiers: Record<string, string>) {
  const parties = mode.bearers ? valueOn(mode.bearers.parties, today()) : undefined;
  return (parties?.ok ? parties.value : []).map((party) => ({ party, percent: tiers[party] ?? "" }));
}

/** What cannot be read, each at its field, before anything is asked of the worker. A listed firm's own application is the worker's to know. */
export function faultsOf(step: RegisterStep, form: Typed, kind: OrgKind) {
  const read = readRegistration(step, bodyOf(step, form, kind) as never, false);
  return read.ok ? [] : ruleErrors(read.refusals);
}
