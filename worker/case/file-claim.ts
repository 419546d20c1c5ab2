/** A claim as one viewer of its case may see it: where it is, what it is worth today and why, who verified it and what became of it. */
import { stateCouncil } from "../../shared/calendar/working-day";
import type { CaseView } from "../../shared/contract/case";
import { type Fen, fen, yuan } from "../../shared/money";
import { claimFlags, type Standing } from "../../shared/process/claim";
import { claimAmount } from "../../shared/process/claim-amount";
import type { Claim } from "../../shared/process/claim-state";
import { claimSays, claimWay } from "../../shared/process/claim-way";
import type { FileEventType, FileRecorded, LoanFile } from "../../shared/process/loan-file";
import type { Scheme } from "../../shared/schemes/scheme";
import { givenOf } from "../allocation/shown";
import type { CaseLineRow } from "../allocation/store";
import type { CaseNow } from "./case-verb";
import type { Sight } from "./file-sight";
import { verificationView } from "./file-verification";
import type { Viewer } from "./timeline";
import { shownDerived } from "./view-parts";

type View = NonNullable<NonNullable<CaseView["file"]>["claim"]>;
type Flag = View["flags"][number];

/** What the records beside the case's own say of its claim. */
export interface ClaimFound {
  readonly standing: Standing | undefined;
  /** Payables that wait because of a pause, in their order. */
  readonly queue: readonly string[];
  /** Running sums of the records that hold the amount. */
  readonly sums: Readonly<Record<string, Fen>>;
  /** Its line of a period's plan, if it has one. */
  readonly planned: readonly CaseLineRow[];
}

/** What moves a claim from step to step: after one of these an earlier return is no longer its state. */
const MOVES: readonly FileEventType[] = [
  "claim_filed",
  "claim_checked",
  "claim_opinion_given",
  "claim_reported",
  "claim_consented",
  "claim_notified",
  "claim_returned",
];

/** Late or left lying, each with its article. */
export function claimFlagsOf(scheme: Scheme, file: LoanFile, on: CaseNow["act"]["on"]): Flag[] {
  const found = claimFlags(scheme, file, on, stateCouncil());
  if (!found.ok) return [];
  const { prompt, batch, steps } = scheme.claim;
  const cites = {
    claim_late: prompt?.cites,
    batch_overdue: batch?.cites,
    obligation_overdue: steps.find((step) => step.id === file.claim?.step)?.within?.cites,
  };
  return found.value.map(({ code, figures, provisional }) => {
    const article = cites[code]?.article;
    return { code, figures: { ...figures }, ...(article ? { article } : {}), ...(provisional ? { provisional } : {}) };
  });
}

function todayOf(now: CaseNow, file: LoanFile, claim: Claim, { standing, sums }: ClaimFound): Pick<View, "today"> {
  if (!standing || claim.paid || claim.step === "withdrawn") return {};
  const worth = claimAmount(now.scheme, file, claim, now.act.on, standing.lowered, sums);
  if (!worth.ok) return {};
  return { today: { ...shownDerived(worth.value), lessThanFiled: yuan(worth.value.lessThanFiled) } };
}

/** What was paid, and in a guarantee what payee and lender have agreed to make of it. */
function paidOf({ loan }: LoanFile, claim: Claim, events: readonly FileRecorded[]): Pick<View, "paid"> {
  if (!claim.paid) return {};
  const { instructionNo, on, amount, unfunded } = claim.paid;
  const { parts } = events.map(({ event }) => event).findLast((event) => event.type === "claim_paid") ?? {};
  const owners = [claim.payee.name, loan.lender.name];
  return {
    paid: {
      instructionNo,
      on,
      amount: yuan(amount),
      unfunded: yuan(unfunded),
      ...(parts ? { parts: parts.map((part, at) => ({ org: owners[at] ?? "", amount: yuan(part) })) } : {}),
    },
  };
}

/** What the period's plan gives this claim; a line of an earlier claim of the case is not told. */
function planOf(claim: Claim, planned: readonly CaseLineRow[]): Pick<View, "plan"> {
  const line = planned.find(({ claim_id: id }) => id === claim.id);
  if (!line) return {};
  const { id, period, document_no: documentNo, drawn_on: on, article, agreed } = line;
  const state = agreed === null ? "waiting" : agreed === 1 ? "agreed" : "returned";
  const decision = { documentNo: line.decision_no ?? "", on: line.decided_on ?? "", reason: line.reason ?? "" };
  const sums = { asked: yuan(fen(line.asked)), ...givenOf(fen(line.allocated), fen(line.asked)) };
  return { plan: { id, period, documentNo, on, article, state, ...sums, ...(agreed === null ? {} : { decision }) } };
}

function decisionsOf({ scheme, fileEvents }: CaseNow, { opinion, reported, consent, notified, returned }: Claim): Partial<View> {
  const last = fileEvents.findLast(({ event }) => MOVES.includes(event.type));
  const choices = scheme.claim.steps.flatMap((step) => (step.kind === "ballot" ? step.choices : []));
  return {
    ...(opinion ? { opinion: { ...opinion, says: choices.find((one) => one.id === opinion.choice)?.says ?? opinion.choice } } : {}),
    ...(reported ? { reported: { ...reported } } : {}),
    ...(notified ? { notified: { ...notified } } : {}),
    ...(consent ? { consent: { ...consent, amount: yuan(consent.amount) } } : {}),
    ...(returned && last?.event.type === "claim_returned" ? { returned: { ...returned, by: returned.by.name } } : {}),
  };
}

/** Since it was last filed; what was found is for those who decide, that it was looked at for the institutions too. */
function checksOf({ scheme, fileEvents }: CaseNow, { id }: Claim, sight: Sight): NonNullable<View["checks"]> {
  const filed = fileEvents.findLastIndex(({ event }) => event.type === "claim_filed" && event.filing.claimId === id);
  const { steps } = scheme.claim;
  return fileEvents.slice(filed + 1).flatMap(({ event, actor, occurredOn }) => {
    if (event.type !== "claim_checked") return [];
    const { next, summary, heard = [], interested = false } = event;
    const step = steps[steps.findIndex((one) => one.id === next) - 1];
    const says = step?.says ?? "";
    return [
      { says, by: actor.org.name, on: occurredOn, summary: sight === "whole" ? summary : "", heard: heard.map(({ name }) => name), interested },
    ];
  });
}

export function claimView(
  now: CaseNow,
  file: LoanFile,
  { viewer, personId, sight }: { readonly viewer: Viewer; readonly personId: string; readonly sight: Sight },
  found: ClaimFound,
): View | undefined {
  const { claim } = file;
  if (!claim) return undefined;
  const { evidence, ...sums } = claim.filing;
  const rules = now.scheme.claim;
  const place: View = {
    id: claim.id,
    step: claim.step,
    stepSays: claimSays(rules, claim.step),
    since: claim.since,
    steps: claimWay(rules, claim).map(({ cites, ...step }) => ({ ...step, article: cites.article })),
    ...(claim.batch ? { batch: claim.batch } : {}),
    receivedOn: claim.receivedOn,
    payee: { ...claim.payee },
    ratio: claim.ratio,
    flags: [],
  };
  if (sight === "firm") return place;
  const turn = found.queue.indexOf(claim.id) + 1;
  const { instruction } = now;
  return {
    ...place,
    filing: {
      grade: evidence.grade,
      overdueDays: evidence.overdueDays,
      letterNo: evidence.letterNo,
      ...(evidence.creditReport ? { creditReport: { ...evidence.creditReport } } : {}),
      ...(sums.compensated ? { compensated: { ...sums.compensated, principal: yuan(sums.compensated.principal) } } : {}),
      principal: yuan(sums.principal),
      interest: yuan(sums.interest),
      covered: yuan(sums.covered),
      papers: [...sums.papers],
    },
    ...todayOf(now, file, claim, found),
    ...(sight === "whole" ? verificationView(now, file, claim, viewer, personId) : {}),
    checks: checksOf(now, claim, sight),
    ...decisionsOf(now, claim),
    ...planOf(claim, found.planned),
    ...(turn > 0 ? { queued: turn } : {}),
    ...(instruction?.payable_id === claim.id ? { instruction: { no: instruction.no, status: instruction.status } } : {}),
    ...paidOf(file, claim, now.fileEvents),
    flags: claimFlagsOf(now.scheme, file, now.act.on),
  };
}
