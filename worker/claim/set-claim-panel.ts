/** The office puts a claim on a meeting's agenda with the units that rated the loan, or their recorded successors; repeated until the ballot opens. */
import { api } from "../../shared/contract/api";
import type { LocalDate } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import { setPanel } from "../../shared/process/claim-panel";
import { addParty } from "../case/store";
import { newId } from "../clock";
import { fileVerb } from "../loan/file-verb";
import { seatsFor } from "../review/seats";
import { delegatesQuery, meetingQuery, scheduleReviewRows } from "../review/store";

export const setClaimPanel = fileVerb(api.setClaimPanel, {
  load: ({ db, schemeId, body }) => ({ meetings: meetingQuery(db, schemeId, body.meetingId), people: delegatesQuery(db, schemeId) }),
  decide: ({ db, body }, { scheme, loanFile, file, act }, { meetings, people }) => {
    const [meeting] = meetings;
    if (!meeting) return refuse("meeting_missing", {}, undefined, "meetingId");
    const seats = seatsFor(body.seats, people);
    if (!seats.ok) return seats;
    const plan = { id: newId(), meetingId: meeting.id, heldOn: meeting.held_on as LocalDate, seats: seats.value, successors: body.successors };
    const set = setPanel(scheme, loanFile, plan, act);
    if (!set.ok) return set;
    const before = loanFile.claim?.verification;
    const units = seats.value.map((seat) => seat.unit.id);
    const replaces = before && !before.result ? before.id : undefined;
    return accept({
      events: set.value,
      statements: [
        ...units.map((unit) => addParty(db, file.id, unit, "panel")),
        ...scheduleReviewRows(db, { id: plan.id, caseId: file.id, meetingId: plan.meetingId, about: "claim", units, replaces }),
      ],
    });
  },
});
