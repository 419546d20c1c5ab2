/** What a row of an import is held against: the document's own readers of loans, panels, places and deals, with the words of the sheet. */
import type { Tie } from "../enterprise/affiliates";
import { commitmentOf } from "../fund/exposure";
import { type LocalDate, partsOf } from "../local-date";
import { minus, type Ratio, yuan, ZERO } from "../money";
import { type Outcome, type Refusal, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import { decideEligibility, refusalOf } from "../rule/rule";
import { panelReady, type Seat } from "./ballot";
import type { LoanRecord } from "./event";
import { groupFacts } from "./group";
import { readLoan } from "./loan";
import { payeeOf } from "./loan-file";
import type { OpeningKnown, OpeningScheme } from "./opening-known";
import type { ClaimCells, LoanRow } from "./opening-sheet";
import type { OrgKind, OrgRef } from "./party";
import { type LoanMode, stepOf } from "./procedure";
import { slotFree } from "./slot";
import { admitDeal } from "./transition";

/** A word of the sheet for one of the document's: the whole of it, or its beginning where that is clear. */
function worded<T extends { readonly says: string }>(among: readonly T[], given: string): T | undefined {
  const whole = among.find(({ says }) => says === given);
  const begun = given === "" ? [] : among.filter(({ says }) => says.startsWith(given));
  return whole ?? (begun.length === 1 ? begun[0] : undefined);
}

/** Every fault of one row, gathered while it is read. */
export class Row {
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

export const INSTITUTIONS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

export function reviewOf(scheme: OpeningScheme, read: Row, recommender: OrgRef | undefined) {
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
export function loanOf(scheme: OpeningScheme, read: Row, on: LocalDate): { loan: LoanRecord; mode: LoanMode } | undefined {
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
export function consentOf(scheme: OpeningScheme, read: Row, choice: string, loan: LoanRecord, payee: OrgRef) {
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

export const tiesOf = ({ creditCode, firm, representative, affiliates }: LoanRow): Tie[] => {
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
export function groupOfRow(scheme: OpeningScheme, read: Row, disbursedOn: LocalDate): readonly string[] | undefined {
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
export function amounts(
  scheme: OpeningScheme,
  read: Row,
  { loan, mode }: { loan: LoanRecord; mode: LoanMode },
  ratio: Ratio | undefined,
  on: LocalDate,
) {
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
