/** The office calls a joint review meeting. */
import { api } from "../../shared/contract/api";
import { parseDate } from "../../shared/local-date";
import { accept } from "../../shared/outcome";
import { newId } from "../clock";
import { verb } from "../verb";
import { insertMeeting } from "./store";

export const convokeMeeting = verb(api.convokeMeeting, {
  decide: ({ db, body, schemeId, actor, now }) => {
    const heldOn = parseDate(body.heldOn, "heldOn");
    if (!heldOn.ok) return heldOn;
    const meetingId = newId();
    return accept({
      statements: [
        insertMeeting(db, { id: meetingId, schemeId, title: body.title, heldOn: heldOn.value, place: body.place, by: actor.personId, now }),
      ],
      reply: { meetingId },
      status: 201,
    });
  },
});
