/** The history of a funded loan as sentences need it, as far as its viewer may see it; of a sealed ballot only that it was cast. */
import type { FileEvent, FileEventType, FileRecorded, LoanFile } from "../../shared/process/loan-file";
import { stepOf } from "../../shared/process/procedure";
import type { Scheme } from "../../shared/schemes/scheme";
import { factsOf } from "./file-facts";
import { type Sight, sightOf } from "./file-sight";
import { seesAll, type Viewer } from "./timeline";

/** Events inside the panel stay with those who decide. */
const INSIDE: readonly FileEventType[] = ["claim_panel_set", "claim_ballot_opened", "claim_ballot_cast", "claim_revote_opened"];
/** What the firm is told: its own loan, that a claim is on its way, the plan it agreed to, and what was paid and returned. */
const THE_FIRMS: readonly FileEventType[] = [
  "schedule_set",
  "repaid",
  "repayment_undone",
  "extended",
  "graded",
  "claim_filed",
  "claim_checked",
  "claim_withdrawn",
  "claim_reported",
  "claim_consented",
  "claim_paid",
  "coordinated",
  "money_recovered",
  "money_returned",
];

const seen = (sight: Sight, type: FileEventType): boolean =>
  sight === "whole" || (sight === "institution" ? !INSIDE.includes(type) : THE_FIRMS.includes(type));

type Kind = Scheme["claim"]["steps"][number]["kind"];
const STEPS: Partial<Record<FileEventType, Kind>> = {
  claim_checked: "check",
  claim_ballot_opened: "ballot",
  claim_ballot_cast: "ballot",
  claim_revote_opened: "ballot",
  claim_deferred: "ballot",
  claim_opinion_given: "ballot",
  claim_reported: "report",
  claim_consented: "approve",
  claim_notified: "notify",
  claim_paid: "pay",
};

type Fulfilling = Extract<FileEvent, { type: "obligation_fulfilled" }>;

const obligationOf = (obligations: Scheme["obligations"], { fulfilled }: Fulfilling) => obligations?.find(({ id }) => id === fulfilled.obligation);

/** What was done, in the document's own words for it. */
function doneFacts(scheme: Scheme, event: Fulfilling): Record<string, string> {
  const { obligation, on, way, detail, documentNo } = event.fulfilled;
  const says = obligationOf(scheme.obligations, event)?.says ?? obligation;
  return { says, on, detail, ...(way ? { way } : {}), ...(documentNo ? { documentNo } : {}) };
}

/** The article under which an event happened. */
function articleOf({ claim, recovery, sanctions, admission, obligations }: Scheme, event: FileEvent): string | undefined {
  const { type } = event;
  if (event.type === "obligation_fulfilled") return obligationOf(obligations, event)?.cites.article;
  const step = claim.steps.find((one) => (type === "claim_returned" ? one.id === event.step : one.kind === STEPS[type]));
  if (step) return step.cites.article;
  if (type === "claim_panel_set") return (claim.sameUnits ?? claim.cites).article;
  if (type.startsWith("claim_")) return claim.cites.article;
  if (type === "coordinated") return recovery.coordination?.cites.article;
  if (type === "legal_forced") return recovery.forced?.article;
  if (type === "legal_started") return recovery.legal.cites.article;
  if (type === "money_recovered" || type === "return_declared" || type === "money_returned") return recovery.returns.cites.article;
  if (type.startsWith("claw_back")) return sanctions.breach?.cites.article;
  if (type === "loss_approved") return recovery.writeOff.approvalCites.article;
  if (type === "legal_ended" || type === "loss_confirmed" || type === "written_off") return recovery.writeOff.cites.article;
  return stepOf(admission, "loan")?.cites.article;
}

/** Newest first, as the admission's own history is. */
export function fileTimelineOf(scheme: Scheme, file: LoanFile | undefined, events: readonly FileRecorded[], viewer: Viewer) {
  const sight = sightOf(viewer, file);
  if (!sight) return [];
  return events
    .filter(({ event }) => seen(sight, event.type))
    .map(({ seq, event, actor, occurredOn, recordedAt }) => {
      const article = articleOf(scheme, event);
      return {
        seq,
        type: event.type as string,
        on: occurredOn,
        at: recordedAt,
        by: { name: seesAll(viewer) ? actor.name : "", org: actor.org.name },
        facts: event.type === "obligation_fulfilled" ? doneFacts(scheme, event) : factsOf(event, sight),
        ...(article ? { article } : {}),
      };
    })
    .reverse();
}
