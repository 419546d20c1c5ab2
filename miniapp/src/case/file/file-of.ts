/** A case's view read back into what the rules know as a loan file, so that the phone can ask them before the worker does. */
import type { CaseView } from "../../../../shared/contract/case";
import { type Fen, parseYuan, ZERO } from "../../../../shared/money";
import type { Act } from "../../../../shared/process/act";
import type { Claim, Compensated } from "../../../../shared/process/claim-state";
import type { LoanFile } from "../../../../shared/process/loan-file";
import type { LoanLife } from "../../../../shared/process/loan-life";
import type { Fulfilled } from "../../../../shared/process/obligation";
import type { OrgRef } from "../../../../shared/process/party";
import type { Membership, Session } from "../../session";
import { today } from "../due";
import { day, fenOf, instalmentOf, orgOf, recoveryIn } from "./read-view";

export type FileView = NonNullable<CaseView["file"]>;
export type LoanView = NonNullable<CaseView["loan"]>;
export type ClaimView = NonNullable<FileView["claim"]>;
export type RecoveryView = NonNullable<FileView["recovery"]>;

function lifeOf(loan: LoanView, { life }: FileView): LoanLife {
  const { id: loanId, contractNo, rate, termMonths, mode } = loan;
  return {
    loan: {
      loanId,
      leadId: "",
      contractNo,
      principal: fenOf(loan.principal),
      rate,
      termMonths,
      disbursedOn: day(loan.disbursedOn),
      mode,
      lender: orgOf(loan.lender),
      ...(loan.partner ? { partner: orgOf(loan.partner) } : {}),
      ...(loan.stands ? { stands: loan.stands } : {}),
    },
    maturesOn: day(life.maturesOn),
    schedule: life.schedule.map(instalmentOf),
    repayments: life.repayments.map((each) => ({
      id: each.id,
      on: day(each.on),
      principal: fenOf(each.principal),
      interest: fenOf(each.interest),
    })),
    grade: life.grade,
    gradedOn: day(life.gradedOn),
  };
}

type Filed = NonNullable<ClaimView["filing"]>;
type Panel = NonNullable<ClaimView["verification"]>;

function panelIn({ seats, result, ...panel }: Panel): NonNullable<Claim["verification"]> {
  return {
    id: panel.id,
    meetingId: panel.meetingId,
    heldOn: day(panel.heldOn),
    seats: seats.map(({ unit, delegate }) => ({ unit: orgOf(unit), delegate })),
    successors: [],
    interested: [],
    round: panel.round,
    choices: panel.choices.map((choice) => choice.id),
    electorate: seats.map(({ unit }) => unit.id),
    cast: seats.filter((seat) => seat.voted).map(({ unit }) => ({ unit: unit.id, sealed: "" })),
    ...(result ? { result } : {}),
  };
}

const paidFirst = ({ principal, on, proofNo, reviewNo }: NonNullable<Filed["compensated"]>): Compensated => ({
  principal: fenOf(principal),
  on: day(on),
  proofNo,
  ...(reviewNo ? { reviewNo } : {}),
});

/** Each entry once, whatever it satisfies. */
const doneIn = ({ obligations }: FileView): Fulfilled[] =>
  obligations.flatMap(({ id, done }) =>
    done.map(({ on, way, detail, documentNo, anchoredOn }) => ({
      obligation: id,
      on: day(on),
      detail,
      ...(way ? { way } : {}),
      ...(documentNo ? { documentNo } : {}),
      ...(anchoredOn ? { anchoredOn: day(anchoredOn) } : {}),
    })),
  );

/** What the loan's own record says of who bears it, where it is that and not the document. */
const tiersIn = ({ parts }: FileView) => parts.flatMap(({ party, share, inner }) => (share && !inner ? [{ party, share }] : []));

function claimIn(claim: ClaimView, filed: Filed): Claim {
  const { grade, overdueDays, letterNo, creditReport, compensated, principal, interest, covered, papers } = filed;
  return {
    id: claim.id,
    step: claim.step,
    since: day(claim.since),
    receivedOn: day(claim.receivedOn),
    filing: {
      claimId: claim.id,
      evidence: { grade, overdueDays, letterNo, ...(creditReport ? { creditReport } : {}) },
      principal: fenOf(principal),
      interest: fenOf(interest),
      covered: fenOf(covered),
      papers,
      ...(compensated ? { compensated: paidFirst(compensated) } : {}),
    },
    payee: orgOf(claim.payee),
    filedBy: "",
    ratio: claim.ratio,
    ...(claim.verification ? { verification: panelIn(claim.verification) } : {}),
    ...(claim.paid
      ? {
          paid: {
            instructionNo: claim.paid.instructionNo,
            on: day(claim.paid.on),
            amount: fenOf(claim.paid.amount),
            unfunded: fenOf(claim.paid.unfunded),
          },
        }
      : {}),
  };
}

/** What the fund stands behind: by the loan's own record, else by the panel that rated the firm. */
function behindOf({ loan, tier }: CaseView): Pick<LoanFile, "tier" | "recoveryOwner"> | undefined {
  if (loan?.stands) return { tier: loan.stands, recoveryOwner: orgOf(loan.partner?.kind === "guarantor" ? loan.partner : loan.lender) };
  return tier ? { tier: { choice: tier.choice, ratio: tier.ratio, on: day(tier.on) }, recoveryOwner: orgOf(tier.recoveryOwner) } : undefined;
}

/** Nothing before the loan is recorded and it is known what the fund stands behind. A claim whose filing the viewer is not shown is left out. */
export function fileOf(view: CaseView): LoanFile | undefined {
  const { file, loan } = view;
  const behind = behindOf(view);
  if (!file || !loan || !behind) return undefined;
  const nobody: OrgRef = { id: "", kind: "office", name: "" };
  return {
    caseId: view.id,
    enterprise: { id: view.enterprise.orgId, kind: "enterprise", name: view.enterprise.name },
    loan: { ...lifeOf(loan, file).loan, ...(file.tiered ? { tiers: tiersIn(file) } : {}) },
    ...behind,
    raters: file.raters.map(({ unit, delegate }) => ({ unit: orgOf(unit), delegate })),
    recommender: view.recommendation ? orgOf(view.recommendation.by) : nobody,
    life: lifeOf(loan, file),
    fulfilled: doneIn(file),
    ...(file.claim?.filing ? { claim: claimIn(file.claim, file.claim.filing) } : {}),
    ...(file.recovery ? { recovery: recoveryIn(file.recovery) } : {}),
  };
}

/** This person acting today, as the rules ask for it. */
export const actOf = (now: Session, role: Membership): Act => ({
  actor: { personId: now.person.personId, name: now.person.name, org: { id: role.orgId, kind: role.orgKind, name: role.orgName } },
  on: today(),
});

/** What was typed as an amount, zero while it is none: for looking ahead only. */
export const typedFen = (text: string): Fen => {
  const read = parseYuan(text);
  return read.ok ? read.value : ZERO;
};
