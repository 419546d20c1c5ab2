/** A running loan of a district that starts in the middle: its row held against the document's rules and the records, with every fault, or the case that it becomes. */
import type { Tie } from "../enterprise/affiliates";
import { commitmentOf } from "../fund/exposure";
import { type LocalDate, partsOf } from "../local-date";
import { type Fen, minus, type Ratio, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import { decideEligibility, refusalOf } from "../rule/rule";
import { panelReady, type Seat } from "./ballot";
import type { RecoveryRules, TransitionRules } from "./claim-rules";
import type { LoanRecord } from "./event";
import { groupFacts, type UsedLoan } from "./group";
import { readLoan } from "./loan";
import { payeeOf } from "./loan-file";
import type { LoanGrade } from "./loan-life";
import type { ClaimCells, LoanRow } from "./opening-sheet";
import type { OrgKind, OrgRef } from "./party";
import { type LoanMode, type SchemeProcess, stepOf } from "./procedure";
import { slotFree } from "./slot";
import { admitDeal } from "./transition";

/** What a row is held against beside the document. Rows that were accepted before it in the sheet are part of it. */
export interface OpeningKnown {
  /** Organisations of the district that are no enterprises. */
  readonly orgs: readonly OrgRef[];
  /** When each institution first signed an agreement, and through when it is licensed to lend. */
  readonly signed: ReadonlyMap<string, LocalDate>;
  readonly licensed: ReadonlyMap<string, LocalDate>;
  readonly ties: readonly Tie[];
  readonly loans: readonly UsedLoan[];
  /** `lender/contract` of every loan that stands. */
  readonly contracts: ReadonlySet<string>;
  /** Credit codes of registered firms by name. */
  readonly firms: ReadonlyMap<string, string>;
  /** Days on which places of the yearly quota were taken. */
  readonly taken: readonly LocalDate[];
}

export type OpeningScheme = SchemeProcess & { readonly recovery: RecoveryRules; readonly transition?: TransitionRules };

export interface OpeningClaim extends ClaimCells {
  readonly payee: OrgRef;
}

/** A row that may enter. */
export interface OpeningCase {
  readonly firm: string;
  readonly creditCode: string;
  readonly representative: LoanRow["representative"];
  readonly recommender: OrgRef;
  readonly recoveryOwner: OrgRef;
  readonly reviewedOn: LocalDate;
  readonly units: readonly OrgRef[];
  readonly tier: { readonly choice: string; readonly ratio: Ratio };
  readonly consentNo?: string;
  /** The deal came before its agreement and rests on the government's paper alone. */
  readonly transition: boolean;
  readonly slot?: { readonly id: string; readonly year: number; readonly max: number };
  readonly loan: Omit<LoanRecord, "loanId" | "leadId">;
  readonly outstanding: Fen;
  readonly grade: LoanGrade;
  readonly claim?: OpeningClaim;
  readonly ties: readonly Tie[];
  /** Whom the loan uses up: the firm and its group. */
  readonly uses: readonly string[];
}

/** A word of the sheet for one of the document's: the whole of it, or its beginning where that is clear. */
function worded<T extends { readonly says: string }>(among: readonly T[], given: string): T | undefined {
  const whole = among.find(({ says }) => says === given);
  const begun = given === "" ? [] : among.filter(({ says }) => says.startsWith(given));
  return whole ?? (begun.length === 1 ? begun[0] : undefined);
}

/** Every fault of one row, gathered while it is read. */
class Row {
  readonly faults: Refusal[] = [];

  constructor(
    readonly row: LoanRow,
    readonly known: OpeningKnown,
  ) {}

  take<T>(outcome: Outcome<T>, field?: string): T | undefined {
    if (outcome.ok) return outcome.value;
    this.faults.push(...outcome.refusals.map((refusal) => (field && !refusal.field ? { ...refusal, field } : refusal)));
    return undefined;
  }

  org(name: string | undefined, kinds: readonly OrgKind[], field: string): OrgRef | undefined {
    if (name === undefined) return undefined;
    const found = this.known.orgs.find((org) => org.name === name && kinds.includes(org.kind)) ?? this.known.orgs.find((org) => org.name === name);
    if (!found) return this.take(refuse("org_unknown", { given: name }, undefined, field));
    return kinds.includes(found.kind) ? found : this.take(refuse("partner_type_mismatch", { given: name }, undefined, field));
  }
}

const INSTITUTIONS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

function reviewOf(scheme: OpeningScheme, read: Row, recommender: OrgRef | undefined) {
  const { row } = read;
  const step = stepOf(scheme.admission, "ballot");
  if (!step) return read.take(refuse("review_incomplete", {}, undefined, "units"));
  const seats = row.units.map((name) => read.org(name, [...step.panel.fixed.flatMap(({ kinds }) => kinds), ...step.panel.optional], "units"));
  const units = seats.filter((unit): unit is OrgRef => unit !== undefined);
  const choice = worded(
    step.choices.filter((one) => one.supports),
    row.tier,
  );
  if (!choice?.ratio) return read.take(refuse("tier_invalid", { given: row.tier }, step.named ?? step.cites, "tier"));
  const ratio = read.take(valueOn(choice.ratio, row.reviewedOn), "reviewedOn");
  if (units.length === row.units.length) {
    // who sat for each unit is not told; the units themselves have to be the document's
    const ready = panelReady(
      step,
      units.map((unit): Seat => ({ unit, delegate: { personId: "", name: "", title: step.delegate.titles[0] ?? "" } })),
      recommender?.id,
      row.reviewedOn,
    );
    read.take(ready, "units");
  }
  return ratio === undefined ? undefined : { units, choice: choice.id, ratio };
}

/** The document's own reader of a loan, with the words of the sheet for modes and institutions. */
function loanOf(scheme: OpeningScheme, read: Row, on: LocalDate): { loan: LoanRecord; mode: LoanMode } | undefined {
  const { row } = read;
  const step = stepOf(scheme.admission, "loan");
  if (!step) return undefined;
  const mode = worded(step.modes, row.mode);
  const lender = read.org(row.lender, mode?.lenders ?? INSTITUTIONS, "lender");
  const partner = read.org(row.partner, mode?.needs ? [mode.needs] : INSTITUTIONS, "partner");
  if (!mode) return read.take(refuse("mode_invalid", { given: row.mode }, step.cites, "mode"));
  if (!lender || (row.partner !== undefined && !partner)) return undefined;
  const licensed = read.known.licensed.get(lender.id);
  const text = {
    loanId: "",
    leadId: "",
    contractNo: row.contractNo,
    principal: row.principal,
    ratePercent: row.ratePercent,
    termMonths: row.termMonths,
    disbursedOn: row.disbursedOn,
    mode: mode.id,
    ...(partner ? { partner } : {}),
    ...(licensed ? { lenderLicensedThrough: licensed } : {}),
    ...(row.payeeSharePercent ? { payeeSharePercent: row.payeeSharePercent } : {}),
  };
  const loan = readLoan(scheme, step, text, { lender, offer: { rate: "1" } }, on);
  if (!loan.ok) {
    read.faults.push(...loan.refusals.map((refusal) => (refusal.field === "partnerOrgId" ? { ...refusal, field: "partner" } : refusal)));
    return undefined;
  }
  if (read.known.contracts.has(`${lender.id}/${row.contractNo}`))
    return read.take(refuse("already_exists", { contractNo: row.contractNo }, undefined, "contractNo"));
  return { loan: loan.value, mode };
}

/** The government's paper: for a tier that goes before it, and for a deal that came before its agreement (六 in 延庆). */
function consentOf(scheme: OpeningScheme, read: Row, choice: string, loan: LoanRecord, payee: OrgRef) {
  const { row, known } = read;
  const step = scheme.admission.steps.find((one) => one.kind === "approve" && (!one.when || one.when.choices.includes(choice)));
  const consented = row.consentNo?.trim() ?? "";
  if (step && consented === "") read.take(refuse("gov_approval_required", {}, step.cites, "consentNo"));
  const admitted = admitDeal(scheme, {
    reviewed: row.units.length > 0,
    disbursedOn: loan.disbursedOn,
    governmentDocument: consented,
    agreementSignedOn: known.signed.get(payee.id),
  });
  const by = read.take(admitted, "consentNo");
  const slot = step?.kind === "approve" && step.slot ? step.slot : undefined;
  const place = slot ? read.take(slotFree(slot, known.taken, row.reviewedOn), "tier") : undefined;
  return {
    transition: by?.by === "transition",
    ...(slot && place ? { slot: { id: slot.id, year: partsOf(row.reviewedOn).year, max: place.max } } : {}),
  };
}

const tiesOf = ({ creditCode, firm, representative, affiliates }: LoanRow): Tie[] => {
  const to = { kind: "firm", id: creditCode, name: firm } as const;
  return [
    ...(representative.key
      ? [
          {
            kind: "legal_rep" as const,
            from: { kind: "person" as const, id: representative.key, name: representative.name },
            to,
            basis: "declared" as const,
          },
        ]
      : []),
    ...affiliates.map((id): Tie => ({ kind: "declared", from: to, to: { kind: "firm", id, name: "" }, basis: "declared" })),
  ];
};

/** One loan a group: the scheme's own rules are asked with the loans that stand and those of the rows before. */
function groupOfRow(scheme: OpeningScheme, read: Row, disbursedOn: LocalDate): readonly string[] | undefined {
  const { row, known } = read;
  const threshold = scheme.equityThreshold ? read.take(valueOn(scheme.equityThreshold, disbursedOn)) : "1";
  if (threshold === undefined) return undefined;
  const group = groupFacts(row.creditCode, [...known.ties, ...tiesOf(row)], known.loans, threshold);
  const { findings } = decideEligibility(
    scheme.rules,
    { appliedOn: disbursedOn, ownLoans: group.ownLoans, groupLoans: group.groupLoans },
    "disbursement",
    disbursedOn,
    scheme.ruleSet,
  );
  const used = findings.find(({ verdict, code }) => verdict === "unmet" && (code === "one_loan_only" || code === "affiliate_used"));
  if (used) read.faults.push({ ...refusalOf(used), field: "creditCode" });
  return used ? undefined : group.members;
}

function claimFaults(scheme: OpeningScheme, read: Row, claim: ClaimCells, loan: LoanRecord, ratio: Ratio, on: LocalDate): void {
  const { outstanding, grade } = read.row;
  const { cites, proofs } = scheme.recovery.writeOff;
  const order = [
    ["claimedOn", loan.disbursedOn],
    ["paidOn", claim.claimedOn],
  ] as const;
  for (const [field, from] of order) if (claim[field] < from) read.take(refuse("date_invalid", { given: claim[field], from }, undefined, field));
  if (claim.paidOn > on) read.take(refuse("date_invalid", { given: claim.paidOn, until: on }, undefined, "paidOn"));
  const most = commitmentOf({ ratio, outstanding });
  if (claim.paid <= ZERO || claim.paid > most)
    read.take(refuse("amount_mismatch", { given: yuan(claim.paid), most: yuan(most) }, scheme.recovery.returns.cites, "paid"));
  if (claim.returned > claim.recovered || claim.returned > claim.paid)
    read.take(
      refuse(
        "return_over_paid",
        { returned: yuan(claim.returned), recovered: yuan(claim.recovered), paid: yuan(claim.paid) },
        scheme.recovery.returns.cites,
        "returned",
      ),
    );
  if (grade === "normal" || grade === "special_mention") read.take(refuse("claim_invalid", { given: grade }, undefined, "grade"));
  if (claim.writtenOff > ZERO) {
    if (!claim.ended || !claim.legal) read.take(refuse("writeoff_not_final", {}, cites, "endedOn"));
    if (claim.returned <= claim.paid && claim.writtenOff !== minus(claim.paid, claim.returned))
      read.take(refuse("amount_mismatch", { given: yuan(claim.writtenOff), loss: yuan(minus(claim.paid, claim.returned)) }, cites, "writtenOff"));
  }
  if (!claim.ended) return;
  const allowed = read.take(valueOn(proofs, on));
  if (allowed && !allowed.includes(claim.ended.proof)) read.take(refuse("writeoff_not_final", { proof: claim.ended.proof }, cites, "proof"));
}

/** What is owed and how it stands, against the loan itself. */
function amounts(scheme: OpeningScheme, read: Row, { loan, mode }: { loan: LoanRecord; mode: LoanMode }, ratio: Ratio | undefined, on: LocalDate) {
  const { row } = read;
  if (row.outstanding < 0 || row.outstanding > loan.principal)
    read.take(refuse("repayment_over", { outstanding: yuan(row.outstanding), principal: yuan(loan.principal) }, undefined, "outstanding"));
  if (row.reviewedOn > loan.disbursedOn)
    read.take(refuse("date_invalid", { given: row.reviewedOn, until: loan.disbursedOn }, undefined, "reviewedOn"));
  const payee = payeeOf({ loan }, mode);
  if (!row.claim) return {};
  if (!payee) return read.take(refuse("claim_invalid", { mode: mode.says }, mode.cites, "mode"));
  if (ratio !== undefined) claimFaults(scheme, read, row.claim, loan, ratio, on);
  return { claim: { ...row.claim, payee } };
}

/** Refuses with every fault of the row, each with its column, its figures and the article. */
export function openingCase(scheme: OpeningScheme, row: LoanRow, known: OpeningKnown, on: LocalDate): Outcome<OpeningCase> {
  const read = new Row(row, known);
  const registered = known.firms.get(row.firm);
  if (registered !== undefined && registered !== row.creditCode) read.take(refuse("already_exists", { name: row.firm }, undefined, "firm"));
  const by = stepOf(scheme.admission, "recommend")?.by ?? [];
  const recommender = read.org(row.recommender, by, "recommender");
  const recoveryOwner =
    row.recoveryOwner === undefined ? recommender : read.org(row.recoveryOwner, [...by, ...INSTITUTIONS, "office", "finance"], "recoveryOwner");
  const review = reviewOf(scheme, read, recommender);
  const lent = loanOf(scheme, read, on);
  const uses = lent ? groupOfRow(scheme, read, lent.loan.disbursedOn) : undefined;
  const owed = lent ? amounts(scheme, read, lent, review?.ratio, on) : undefined;
  const payee = lent ? (payeeOf(lent, lent.mode) ?? lent.loan.lender) : undefined;
  const consent = lent && review && payee ? consentOf(scheme, read, review.choice, lent.loan, payee) : undefined;
  if (read.faults.length > 0 || !recommender || !recoveryOwner || !review || !lent || !uses || !owed || !consent)
    return { ok: false, refusals: read.faults };
  const { loanId: _, leadId: __, ...loan } = lent.loan;
  return accept({
    firm: row.firm,
    creditCode: row.creditCode,
    representative: row.representative,
    recommender,
    recoveryOwner,
    reviewedOn: row.reviewedOn,
    units: review.units,
    tier: { choice: review.choice, ratio: review.ratio },
    ...(row.consentNo ? { consentNo: row.consentNo } : {}),
    ...consent,
    loan,
    outstanding: row.outstanding,
    grade: row.grade,
    ...owed,
    ties: tiesOf(row),
    uses,
  });
}

/** What the next row meets beside what stands: the loan, the ties, the contract and the place of the one before. */
export const withCase = (known: OpeningKnown, one: OpeningCase): OpeningKnown => ({
  ...known,
  ties: [...known.ties, ...one.ties],
  loans: [...known.loans, { creditCode: one.creditCode, name: one.firm, disbursedOn: one.loan.disbursedOn }],
  contracts: new Set([...known.contracts, `${one.loan.lender.id}/${one.loan.contractNo}`]),
  firms: new Map([...known.firms, [one.firm, one.creditCode]]),
  taken: one.slot ? [...known.taken, one.reviewedOn] : known.taken,
});
