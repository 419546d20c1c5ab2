/** HTTP of meetings and ballots. */
import { type App, mount } from "../mount";
import { castBallot } from "./cast-ballot";
import { closeBallot } from "./close-ballot";
import { convokeMeeting } from "./convoke-meeting";
import { getMeeting } from "./get-meeting";
import { listMeetings } from "./list-meetings";
import { openBallot } from "./open-ballot";
import { recuse } from "./recuse";
import { scheduleReview } from "./schedule-review";

export function reviewRoutes(app: App): void {
  mount(app, listMeetings);
  mount(app, convokeMeeting);
  mount(app, getMeeting);
  mount(app, scheduleReview);
  mount(app, recuse);
  mount(app, openBallot);
  mount(app, castBallot);
  mount(app, closeBallot);
}
