/** Push rounds and the institutions' answers: a round fails when all of them refuse; failure goes back to review, the last one allowed starts the cooling-off. */
import { Decimal } from "decimal.js";
import type { LocalDate } from "../local-date";
import { fen, parseYuan, type Ratio, yuan } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { Facts } from "../rule/facts";
import { valueOn } from "../rule/parameter";
import { type Act, back, mustBeEligible, openForBusiness, performedBy, standsAt } from "./act";
import { type CaseState, type Lead, leadOf, openRound } from "./case";
import type { CaseEvent, LeadRef, Offer } from "./event";
import type { OrgRef } from "./party";
import { type LoanStep, type PushStep, type SchemeProcess, stepOf } from "./procedure";
import { isBeforeAgreement, mayGoAhead, type PushScheme } from "./push-ahead";
import { coolOff, mayPush, type PushRecord, standingOf } from "./push-history";

/** An institution as the office's records show it on the day of the push. */
export interface Institution {
  readonly org: OrgRef;
  readonly leadId: string;
  readonly agreementInForce: boolean;
  /** The day on which the first agreement with it was signed, if one was. */
  readonly agreementSignedOn?: LocalDate;
  readonly suspended: boolean;
  /** The three soft preferences; the ranking counts them, then the rate. */
  readonly lowThreshold: boolean;
  readonly productInnovation: boolean;
  readonly lowestRate?: Ratio;
}

const points = (institution: Institution) => (institution.lowThreshold ? 1 : 0) + (institution.productInnovation ? 1 : 0);

/** Below 0 where the terms of `a` are preferred: lower threshold and product made for the scheme, then the lower rate (二（五）in 延庆). */
const byTerms = (a: Institution, b: Institution) => points(b) - points(a) || new Decimal(a.lowestRate ?? 9).cmp(b.lowestRate ?? 9);

/** Preferred institutions first; equal terms by name. */
export const ranked = <T extends Institution>(institutions: readonly T[]): readonly T[] =>
  [...institutions].sort((a, b) => byTerms(a, b) || (a.org.name < b.org.name ? -1 : 1));

/** Institutions passed over though their terms are better than those of one chosen of their kind; equal terms pass nobody over. */
export function passedOver(all: readonly Institution[], chosen: readonly string[]): readonly Institution[] {
  const order = ranked(all.filter((institution) => institution.agreementInForce && !institution.suspended));
  const taken = order.filter((institution) => chosen.includes(institution.org.id));
  return order.filter((one) => !taken.includes(one) && taken.some((other) => other.org.kind === one.org.kind && byTerms(one, other) < 0));
}

function pushStep(scheme: SchemeProcess, state: CaseState): Outcome<PushStep> {
  const step = stepOf(scheme.admission, "push");
  if (!step) return refuse("wrong_step", { status: state.status });
  if (state.status === "approve")
    return refuse("gov_approval_required", {}, scheme.admission.steps.find((candidate) => candidate.id === state.step)?.cites);
  if (state.cooling) return refuse("push_cooldown", { ...state.cooling }, step.failures?.coolOff.cites);
  if (state.status.startsWith("ballot") && state.rounds.at(-1)?.failed)
    return refuse("must_rereview", { lastFailedOn: state.rounds.at(-1)?.on ?? "" }, step.failures?.rereview);
  if (state.status !== "push_open" && !state.tier && stepOf(scheme.admission, "ballot"))
    return refuse("push_not_ready", { status: state.status }, step.cites);
  return accept(step);
}

/** `ahead` is the day on which institutions without an agreement are let through; absent where none is. */
function institutionFaults(step: PushStep, chosen: readonly string[], all: readonly Institution[], ahead: LocalDate | undefined): Refusal[] {
  const faults: Refusal[] = [];
  if (chosen.length === 0) faults.push({ code: "no_institution", figures: {}, cites: step.cites, field: "institutions" });
  if (new Set(chosen).size < chosen.length) faults.push({ code: "institution_duplicate", figures: {}, cites: step.cites, field: "institutions" });
  for (const id of chosen) {
    const institution = all.find((candidate) => candidate.org.id === id);
    const field = "institutions";
    if (!institution || !step.to.includes(institution.org.kind))
      faults.push({ code: "partner_type_mismatch", figures: { given: institution?.org.name ?? id }, cites: step.cites, field });
    else if (institution.suspended)
      faults.push({ code: "partner_suspended", figures: { institution: institution.org.name }, cites: step.agreement.cites, field });
    else if (!institution.agreementInForce && !(ahead && isBeforeAgreement(institution, ahead)))
      faults.push({ code: "no_agreement", figures: { institution: institution.org.name }, cites: step.agreement.cites, field });
  }
  const left = step.everyone
    ? all.filter(({ org, agreementInForce, suspended }) => step.to.includes(org.kind) && agreementInForce && !suspended && !chosen.includes(org.id))
    : [];
  if (left.length > 0) {
    const figures = { missing: left.map(({ org }) => org.name).join("、") };
    faults.push({ code: "whitelist_not_pushed", figures, cites: step.everyone ?? step.cites, field: "institutions" });
  }
  return faults;
}

/** `transitionReason` asks for institutions without an agreement, too: their leads are flagged (reading YQ-A35 in 延庆). */
export interface PushCommand {
  readonly institutions: readonly string[];
  readonly preferenceReason?: string;
  readonly transitionReason?: string;
}

/** `history` are the enterprise's rounds in every case of the scheme; `all` every institution known to the office. */
export function push(
  scheme: PushScheme,
  state: CaseState,
  command: PushCommand,
  all: readonly Institution[],
  history: readonly PushRecord[],
  facts: Facts,
  act: Act,
): Outcome<CaseEvent[]> {
  const step = pushStep(scheme, state);
  if (!step.ok) return step;
  const placed = standsAt(state, "push");
  if (!placed.ok) return placed;
  const role = performedBy(step.value, act.actor.org.kind);
  if (!role.ok) return role;
  const open = openForBusiness(scheme, act.on);
  if (!open.ok) return open;
  const goes = command.transitionReason === undefined ? accept(true) : mayGoAhead(scheme, command.transitionReason, act.on);
  if (!goes.ok) return goes;
  const faults = institutionFaults(step.value, command.institutions, all, command.transitionReason === undefined ? undefined : act.on);
  if (faults.length > 0) return refuseAll(faults);
  const may = mayPush(step.value, history, act.on, state.tier?.on);
  if (!may.ok) return may;
  const { preference } = step.value;
  const better = preference ? passedOver(all, command.institutions) : [];
  if (better.length > 0 && !command.preferenceReason?.trim())
    return refuse(
      "preference_ignored",
      { better: better.map((institution) => institution.org.name).join("、") },
      preference?.cites,
      "preferenceReason",
    );
  const decision = mustBeEligible(scheme, facts, "push", act.on);
  if (!decision.ok) return decision;
  const leads = command.institutions.map((id): LeadRef => {
    const institution = all.find((candidate) => candidate.org.id === id) as Institution;
    return { id: institution.leadId, org: institution.org, ...(institution.agreementInForce ? {} : { beforeAgreement: true as const }) };
  });
  const reason = command.preferenceReason?.trim();
  const ahead = leads.some((lead) => lead.beforeAgreement) ? command.transitionReason?.trim() : undefined;
  return accept([
    {
      type: "pushed",
      round: state.rounds.length + 1,
      pushNo: may.value.pushNo,
      leads,
      decision: decision.value,
      ...(reason ? { preferenceReason: reason } : {}),
      ...(ahead ? { transitionReason: ahead } : {}),
    },
  ]);
}

/** The open lead of the acting institution. Refuses `lead_not_yours`, `lead_closed`. */
function openLead(state: CaseState, leadId: string, act: Act): Outcome<Lead> {
  const lead = leadOf(state, leadId);
  if (!lead || lead.org.id !== act.actor.org.id) return refuse("lead_not_yours", { institution: act.actor.org.name });
  const current = openRound(state)?.leads.some((candidate) => candidate.id === leadId) ?? false;
  if (!current || (lead.status !== "open" && lead.status !== "offered")) return refuse("lead_closed", { status: lead.status });
  return accept(lead);
}

export function ask(state: CaseState, leadId: string, question: string, act: Act): Outcome<CaseEvent[]> {
  const lead = openLead(state, leadId, act);
  return lead.ok ? accept([{ type: "lead_asked", leadId, question }]) : lead;
}

export function answer(state: CaseState, leadId: string, text: string): Outcome<CaseEvent[]> {
  const lead = leadOf(state, leadId);
  if (!lead || !openRound(state)) return refuse("lead_closed", { status: lead?.status ?? "—" });
  return accept([{ type: "lead_answered", leadId, answer: text }]);
}

/** The last refusal of a round fails it; the failure that fills the allowance starts the cooling-off from this round's push. */
export function decline(
  scheme: SchemeProcess,
  state: CaseState,
  command: { leadId: string; reasonCode: string; reason: string },
  history: readonly PushRecord[],
  act: Act,
): Outcome<CaseEvent[]> {
  const lead = openLead(state, command.leadId, act);
  if (!lead.ok) return lead;
  const step = stepOf(scheme.admission, "push");
  const round = openRound(state);
  if (!step || !round) return refuse("lead_closed", { status: lead.value.status });
  if (command.reason.trim() === "") return refuse("reason_required", {}, step.cites, "reason");
  const declined: CaseEvent = { type: "lead_declined", ...command };
  const others = round.leads.filter((candidate) => candidate.id !== command.leadId);
  if (others.some((candidate) => candidate.status !== "declined")) return accept([declined]);
  if (!step.failures) return accept([declined, { type: "push_failed", round: round.no, failures: round.no, next: back(scheme.admission, step.id) }]);
  const standing = standingOf(step, [...history.filter((record) => record.result === "FAILED"), { on: round.on, result: "FAILED" }], round.on);
  const max = valueOn(step.failures.max, act.on);
  if (!standing.ok) return standing;
  if (!max.ok) return max;
  const failed: CaseEvent = {
    type: "push_failed",
    round: round.no,
    failures: standing.value.failures,
    next: back(scheme.admission, step.failures.onFail),
  };
  if (standing.value.failures < max.value) return accept([declined, failed]);
  return accept([declined, failed, { type: "cooling_started", ...coolOff(step, round.on), slotReleased: state.holdsSlot === true }]);
}

/** A yearly rate in percent such as `4.35` as a ratio; refuses `rate_invalid` outside (0, 100). */
export function readRate(percent: string, field = "ratePercent"): Outcome<Ratio> {
  const plain = percent.normalize("NFKC").trim();
  const match = /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(plain);
  const digits = match ? `${(match[1] ?? "").padStart(2, "0")}${(match[2] ?? "").padEnd(4, "0")}` : "000000";
  return /^0+$/.test(digits) ? refuse("rate_invalid", { given: plain.slice(0, 20) }, undefined, field) : accept(`0.${digits}`.replace(/0{1,2}$/, ""));
}

/** A term in whole months, 1 to 360; refuses `term_invalid`. */
export function readTerm(months: string, field = "termMonths"): Outcome<number> {
  const plain = months.normalize("NFKC").trim();
  const count = /^\d{1,3}$/.test(plain) ? Number.parseInt(plain, 10) : 0;
  return count >= 1 && count <= 360 ? accept(count) : refuse("term_invalid", { given: plain.slice(0, 20) }, undefined, field);
}

export interface OfferText {
  readonly amount: string;
  readonly ratePercent: string;
  readonly termMonths: string;
  readonly mode: string;
  readonly remark: string;
}

/** An offer is held to the same limits as the loan that it leads to. */
export function offer(scheme: SchemeProcess, state: CaseState, leadId: string, text: OfferText, act: Act): Outcome<CaseEvent[]> {
  const lead = openLead(state, leadId, act);
  if (!lead.ok) return lead;
  const step = stepOf(scheme.admission, "loan");
  if (!step) return refuse("wrong_step", { status: state.status });
  const read = readTerms(step, text, "amount", act.on);
  return read.ok ? accept([{ type: "lead_offered", leadId, offer: { ...read.value, remark: text.remark.trim() } satisfies Offer }]) : read;
}

/** Amount, rate, term and mode against the scheme's limits; every fault is told at once. */
export function readTerms(
  step: LoanStep,
  text: Omit<OfferText, "remark">,
  amountField: string,
  on: LocalDate,
): Outcome<Pick<Offer, "amount" | "rate" | "termMonths" | "mode">> {
  const faults: Refusal[] = [];
  const take = <T>(outcome: Outcome<T>): T | undefined => {
    if (outcome.ok) return outcome.value;
    faults.push(...outcome.refusals);
    return undefined;
  };
  const amount = take(parseYuan(text.amount, amountField));
  const rate = take(readRate(text.ratePercent));
  const termMonths = take(readTerm(text.termMonths));
  const cap = step.cap ? take(valueOn(step.cap, on)) : undefined;
  if (amount !== undefined && amount <= 0) faults.push({ code: "loan_amount_invalid", figures: { given: text.amount }, field: amountField });
  if (amount !== undefined && cap !== undefined && amount > cap)
    faults.push({ code: "loan_over_cap", figures: { amount: yuan(amount), limit: yuan(fen(cap)) }, cites: step.capCites, field: amountField });
  const rateCap = step.rateCap ? take(valueOn(step.rateCap, on)) : undefined;
  if (rate !== undefined && rateCap !== undefined && new Decimal(rate).gt(rateCap))
    faults.push({ code: "rate_over_cap", figures: { rate, limit: rateCap }, cites: step.cites, field: "ratePercent" });
  const termCap = step.termCap ? take(valueOn(step.termCap, on)) : undefined;
  if (termMonths !== undefined && termCap !== undefined && termMonths > termCap)
    faults.push({ code: "term_over_cap", figures: { term: String(termMonths), limit: String(termCap) }, cites: step.cites, field: "termMonths" });
  if (!step.modes.some((mode) => mode.id === text.mode))
    faults.push({ code: "mode_invalid", figures: { given: text.mode.slice(0, 40) }, cites: step.cites, field: "mode" });
  if (faults.length > 0 || amount === undefined || rate === undefined || termMonths === undefined) return refuseAll(faults);
  return accept({ amount, rate, termMonths, mode: text.mode });
}
