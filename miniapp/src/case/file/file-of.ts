/** A case's view read back into what the rules know as a loan file, so that the phone can ask them before the worker does. */
import type { CaseView } from "../../../../shared/contract/case";
import type { LocalDate } from "../../../../shared/local-date";
import { type Fen, parseYuan, ZERO } from "../../../../shared/money";
import type { Act } from "../../../../shared/process/act";
import type { Claim } from "../../../../shared/process/claim-state";
import type { LoanFile } from "../../../../shared/process/loan-file";
import type { Instalment, LoanLife } from "../../../../shared/process/loan-life";
import type { OrgKind, OrgRef } from "../../../../shared/process/party";
import type { Recovery } from "../../../../shared/process/recovery-state";
import type { Membership, Session } from "../../session";
import { today } from "../due";

export type FileView = NonNullable<CaseView["file"]>;
export type LoanView = NonNullable<CaseView["loan"]>;
export type ClaimView = NonNullable<FileView["claim"]>;
export type RecoveryView = NonNullable<FileView["recovery"]>;

/** An amount of the API; what is no amount is a broken contract. */
export function fenOf(text: string): Fen {
  const read = parseYuan(text);
  if (!read.ok) throw new RangeError(`not an amount: ${text}`);
  return read.value;
}

const day = (text: string) => text as LocalDate;
const orgOf = (org: { id: string; kind: string; name: string }): OrgRef => ({ id: org.id, kind: org.kind as OrgKind, name: org.name });
const instalmentOf = (due: { dueOn: string; principal: string; interest: string }): Instalment => ({
  dueOn: day(due.dueOn),
  principal: fenOf(due.principal),
  interest: fenOf(due.interest),
});

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

function claimIn(claim: ClaimView, filed: Filed): Claim {
  const { grade, overdueDays, letterNo, principal, interest, covered, papers } = filed;
  return {
    id: claim.id,
    step: claim.step,
    since: day(claim.since),
    receivedOn: day(claim.receivedOn),
    filing: {
      claimId: claim.id,
      evidence: { grade, overdueDays, letterNo },
      principal: fenOf(principal),
      interest: fenOf(interest),
      covered: fenOf(covered),
      papers,
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

function recoveryIn(recovery: RecoveryView): Recovery {
  const { coordination, forced, legal, receipts, clawback, ended, confirmed, approvals, writtenOff } = recovery;
  return {
    openedOn: day(recovery.openedOn),
    touchedOn: day(recovery.openedOn),
    receipts: receipts.map(({ id, receivedOn, amount, costs, due, declared, returned }) => ({
      id,
      receivedOn: day(receivedOn),
      amount: fenOf(amount),
      costs: fenOf(costs),
      due: fenOf(due),
      ...(declared ? { declared: { amount: fenOf(declared.amount), on: day(declared.on), voucherNo: declared.voucherNo, personId: "" } } : {}),
      ...(returned ? { returned: { on: day(returned.on), amount: fenOf(returned.amount), transferId: "" } } : {}),
    })),
    approvals: approvals.map((each) => ({ kind: each.kind as OrgKind, personId: "", on: day(each.on) })),
    ...(coordination ? { coordination: { outcome: coordination.outcome, on: day(coordination.on), plan: coordination.plan.map(instalmentOf) } } : {}),
    ...(forced ? { forced: { on: day(forced.on), reason: forced.reason } } : {}),
    ...(legal ? { legal: { ...legal, on: day(legal.on) } } : {}),
    ...(clawback ? { clawback: { ordered: fenOf(clawback.ordered), received: fenOf(clawback.received), on: day(clawback.on) } } : {}),
    ...(ended ? { ended: { ...ended, on: day(ended.on) } } : {}),
    ...(confirmed ? { confirmed: { amount: fenOf(confirmed.amount), on: day(confirmed.on) } } : {}),
    ...(writtenOff ? { writtenOff: { amount: fenOf(writtenOff.amount), on: day(writtenOff.on) } } : {}),
  };
}

/** Nothing before the loan is recorded and rated. A claim whose filing the viewer is not shown is left out. */
export function fileOf(view: CaseView): LoanFile | undefined {
  const { file, loan, tier } = view;
  if (!file || !loan || !tier) return undefined;
  const nobody: OrgRef = { id: "", kind: "office", name: "" };
  return {
    caseId: view.id,
    enterprise: { id: view.enterprise.orgId, kind: "enterprise", name: view.enterprise.name },
    loan: lifeOf(loan, file).loan,
    tier: { choice: tier.choice, ratio: tier.ratio },
    raters: file.raters.map(({ unit, delegate }) => ({ unit: orgOf(unit), delegate })),
    recommender: view.recommendation ? orgOf(view.recommendation.by) : nobody,
    recoveryOwner: orgOf(tier.recoveryOwner),
    life: lifeOf(loan, file),
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
