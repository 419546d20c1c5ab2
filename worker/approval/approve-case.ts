/** The higher authority agrees, and a place of the year is reserved with it; or it sends the case back. */
import { api } from "../../shared/contract/api";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { accept, type Outcome } from "../../shared/outcome";
import { approve, refuseApproval as decideRefusal } from "../../shared/process/approve";
import { type ConferenceDecision, decisionOn } from "../../shared/process/conference";
import { stepById, stepOf } from "../../shared/process/procedure";
import { type CaseNow, caseVerb, movedReply } from "../case/case-verb";
import { decisionOf, decisionsQuery } from "../conference/store";
import { insertEntry } from "../publication/store";
import { reserveSlot, takenQuery } from "./store";

/** Where a body that meets decides, the number is that of a decision of its own which holds today. Refuses `decision_required`. */
function ofConference({ scheme, state, act }: CaseNow, documentNo: string, decisions: readonly ConferenceDecision[]): Outcome<true> {
  const step = stepById(scheme.admission, state.step);
  if (step?.kind !== "approve" || !step.topic || !scheme.conference) return accept(true);
  const found = decisionOn(scheme.conference, decisions, { topic: step.topic, documentNo }, act.on);
  return found.ok ? accept(true) : { ok: false, refusals: found.refusals.map((refusal) => ({ ...refusal, field: "documentNo" })) };
}

export const approveCase = caseVerb(api.approveCase, {
  load: ({ db, schemeId, document, today }) => ({
    decisions: decisionsQuery(db, schemeId),
    taken: takenQuery(db, schemeId, stepOf(document.admission, "approve")?.slot?.id ?? "", partsOf(today).year),
  }),
  decide: ({ body }, now, { taken, decisions }) => {
    const given = approve(
      now.scheme,
      now.state,
      body.documentNo,
      taken.filter(({ caseId }) => caseId !== now.file.id).map(({ on }) => on as LocalDate),
      now.act,
    );
    const decided = given.ok ? ofConference(now, body.documentNo, decisions.map(decisionOf)) : given;
    return decided.ok ? given : decided;
  },
  effects: ({ db }, now, [event], _, { taken }) => {
    if (event?.type !== "approval_given") return {};
    const { file, act } = now;
    const step = stepById(now.scheme.admission, event.step);
    const listed = step?.kind === "approve" && step.lists;
    const entry = { caseId: file.id, schemeId: file.scheme_id, name: file.enterprise_name, on: act.on, public: false };
    const { slot } = event;
    return {
      statements: [
        ...(listed ? [insertEntry(db, entry)] : []),
        ...(slot
          ? reserveSlot(db, {
              schemeId: file.scheme_id,
              slotId: slot.id,
              year: slot.year,
              caseId: file.id,
              on: act.on,
              most: slot.max,
              seen: taken.length,
            })
          : []),
      ],
    };
  },
  reply: (after, [event]) => ({
    ...movedReply(after),
    slot: event?.type === "approval_given" && event.slot ? { year: event.slot.year, usedAfter: event.slot.usedAfter, max: event.slot.max } : null,
  }),
});

export const refuseApproval = caseVerb(api.refuseApproval, {
  decide: ({ body }, now) => decideRefusal(now.scheme, now.state, body, now.act),
});
