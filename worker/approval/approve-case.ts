/** The higher authority agrees, and a place of the year is reserved with it; or it sends the case back. */
import { api } from "../../shared/contract/api";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { approve, refuseApproval as decideRefusal } from "../../shared/process/approve";
import { stepOf } from "../../shared/process/procedure";
import { caseVerb, movedReply } from "../case/case-verb";
import { reserveSlot, takenQuery } from "./store";

export const approveCase = caseVerb(api.approveCase, {
  load: ({ db, schemeId, document, today }) => ({
    taken: takenQuery(db, schemeId, stepOf(document.admission, "approve")?.slot?.id ?? "", partsOf(today).year),
  }),
  decide: ({ body }, now, { taken }) =>
    approve(
      now.scheme,
      now.state,
      body.documentNo,
      taken.filter(({ caseId }) => caseId !== now.file.id).map(({ on }) => on as LocalDate),
      now.act,
    ),
  effects: ({ db }, { file, act }, [event], _, { taken }) => {
    if (event?.type !== "approval_given" || !event.slot) return {};
    const { id: slotId, year, max } = event.slot;
    return { statements: reserveSlot(db, { schemeId: file.scheme_id, slotId, year, caseId: file.id, on: act.on, most: max, seen: taken.length }) };
  },
  reply: (after, [event]) => ({
    ...movedReply(after),
    slot: event?.type === "approval_given" && event.slot ? { year: event.slot.year, usedAfter: event.slot.usedAfter, max: event.slot.max } : null,
  }),
});

export const refuseApproval = caseVerb(api.refuseApproval, {
  decide: ({ body }, now) => decideRefusal(now.scheme, now.state, body, now.act),
});
