/** The case's history as sentences need it: what, who, when and why, newest first, without what the viewer may not see. */
import { yuan } from "../../shared/money";
import type { CaseEvent, EventType, Recorded } from "../../shared/process/event";
import type { OrgKind } from "../../shared/process/party";
import { type Procedure, stepOf } from "../../shared/process/procedure";
import type { Decision } from "../../shared/rule/rule";

/** Who is looking: the office and the other desks see all; the others what concerns them. */
export interface Viewer {
  readonly orgId: string;
  readonly orgKind: OrgKind;
  readonly parts: readonly string[];
  /** One of the desks that see every case. */
  readonly desk: boolean;
}

export const seesAll = (viewer: Viewer): boolean =>
  viewer.desk || viewer.orgKind === "government" || viewer.parts.includes("panel") || viewer.parts.includes("reviewer");
export const seesWhole = (viewer: Viewer): boolean => seesAll(viewer) || viewer.parts.includes("recommender");

/** Events inside screening and review stay with those who do the work. */
const INSIDE: readonly EventType[] = [
  "finding_recorded",
  "opinion_given",
  "check_opened",
  "review_scheduled",
  "seat_recused",
  "review_opened",
  "ballot_cast",
  "revote_opened",
  "feedback_given",
];

const INSTITUTIONS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

function sees(viewer: Viewer, event: CaseEvent, leadsOf: (leadId: string) => string | undefined): boolean {
  // an institution that also sits on the panel still sees no other's dealings with the firm
  if ("leadId" in event && INSTITUTIONS.includes(viewer.orgKind)) return leadsOf(event.leadId) === viewer.orgId;
  if (seesAll(viewer)) return true;
  if (INSIDE.includes(event.type)) return event.type === "check_opened" || (viewer.parts.includes("consulted") && event.type === "finding_recorded");
  return true;
}

/** What a sentence about an event needs, as text. */
function factsOf(event: CaseEvent, whole: boolean): Record<string, string> {
  switch (event.type) {
    case "application_submitted":
      return { addressedTo: event.addressedTo.name, need: yuan(event.application.need.amount) };
    case "application_returned":
    case "application_withdrawn":
    case "check_returned":
    case "seat_recused":
      return { reason: event.reason };
    case "recommended":
      return { by: event.by.name, letterNo: event.letterNo };
    case "check_opened":
      return { consulted: event.consulted.map((org) => org.name).join("、") };
    case "finding_recorded":
      return { source: event.finding.sourceName, topic: event.finding.topic, result: event.finding.result, detail: event.finding.detail };
    case "opinion_given":
      return { org: event.opinion.org.name, verdict: event.opinion.verdict, detail: event.opinion.detail };
    case "check_passed":
      return whole ? { summary: event.summary } : {};
    case "review_scheduled":
      return { heldOn: event.heldOn, units: event.seats.map((seat) => seat.unit.name).join("、") };
    case "review_opened":
      return { units: String(event.electorate.length) };
    case "ballot_cast":
      return { unit: event.unit.name };
    case "revote_opened":
    case "review_deferred":
      return whole ? { counts: countsText(event.counts) } : {};
    case "review_decided":
      return {
        choice: event.choice,
        ratio: event.ratio ?? "",
        recoveryOwner: event.recoveryOwner?.name ?? "",
        ...(whole ? { counts: countsText(event.counts) } : {}),
      };
    case "approval_given":
      return {
        documentNo: event.documentNo,
        ...(event.slot ? { year: String(event.slot.year), used: String(event.slot.usedAfter), max: String(event.slot.max) } : {}),
      };
    case "approval_refused":
      return { documentNo: event.documentNo, reason: event.reason };
    case "pushed":
      return {
        pushNo: String(event.pushNo),
        institutions: event.leads.map((lead) => lead.org.name).join("、"),
        ...(whole && event.transitionReason ? { reason: event.transitionReason } : {}),
      };
    case "lead_asked":
      return { text: event.question };
    case "lead_answered":
      return { text: event.answer };
    case "lead_declined":
      return { reasonCode: event.reasonCode, reason: event.reason };
    case "lead_offered":
      return { amount: yuan(event.offer.amount), rate: event.offer.rate, termMonths: String(event.offer.termMonths) };
    case "push_failed":
      return { failures: String(event.failures) };
    case "cooling_started":
      return { blockedThrough: event.blockedThrough, firstAllowedOn: event.firstAllowedOn };
    case "list_published":
      return {};
    case "feedback_given":
      return { detail: event.says, adverse: String(event.adverse) };
    case "list_reviewed":
      return { keeps: String(event.keeps), reason: event.reason, ...(event.documentNo ? { documentNo: event.documentNo } : {}) };
    case "import_undone":
      return { reason: event.reason };
    case "case_imported":
    case "loan_registered":
    case "loan_recorded":
      return {
        principal: yuan(event.loan.principal),
        rate: event.loan.rate,
        termMonths: String(event.loan.termMonths),
        lender: event.loan.lender.name,
        disbursedOn: event.loan.disbursedOn,
      };
  }
}

const countsText = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([choice, count]) => `${choice}:${count}`)
    .join(",");

/** The article under which an event happened. */
function articleOf(procedure: Procedure, type: EventType): string | undefined {
  if (type.startsWith("application") || type === "recommended") return stepOf(procedure, "recommend")?.cites.article;
  if (type.startsWith("check") || type === "finding_recorded" || type === "opinion_given") return stepOf(procedure, "check")?.cites.article;
  if (type.startsWith("review") || type.startsWith("revote") || type.startsWith("seat") || type.startsWith("ballot"))
    return stepOf(procedure, "ballot")?.cites.article;
  if (type.startsWith("approval")) return stepOf(procedure, "approve")?.cites.article;
  if (type === "case_imported" || type === "import_undone") return undefined;
  if (type === "list_published") return stepOf(procedure, "publish")?.cites.article;
  // the document's own article for a review is told where the list is
  if (type === "feedback_given" || type === "list_reviewed") return undefined;
  if (type === "loan_recorded") return stepOf(procedure, "loan")?.cites.article;
  return stepOf(procedure, "push")?.cites.article;
}

export function timelineOf(procedure: Procedure, events: readonly Recorded[], viewer: Viewer, leadsOf: (leadId: string) => string | undefined) {
  const whole = seesWhole(viewer);
  const firm = viewer.parts.includes("enterprise");
  const namesHidden = (event: CaseEvent) => !seesAll(viewer) && !("leadId" in event) && event.type === "review_decided";
  return events
    .filter(({ event }) => sees(viewer, event, leadsOf))
    .map(({ seq, event, actor, occurredOn, recordedAt }) => {
      const decision = "decision" in event && (whole || firm) ? (event.decision as Decision) : undefined;
      const article = articleOf(procedure, event.type);
      // panel members lose sight of others' leads: an offer is a bank's own business until the firm shows it
      const answers = seesDesk(viewer) || firm;
      const hidden = "leadId" in event && !answers && leadsOf(event.leadId) !== viewer.orgId;
      const { institutions, ...rest } = hidden ? ({} as Record<string, string>) : factsOf(event, whole);
      // nor do they see to whom else a case went
      const facts = institutions !== undefined && answers ? { ...rest, institutions } : rest;
      return {
        seq,
        type: event.type,
        on: occurredOn,
        at: recordedAt,
        ...(namesHidden(event) ? {} : { by: { name: seesAll(viewer) ? actor.name : "", org: actor.org.name } }),
        facts,
        ...(article ? { article } : {}),
        ...(decision ? { decision } : {}),
      };
    })
    .reverse();
}

export const seesDesk = (viewer: Viewer): boolean => viewer.desk;
