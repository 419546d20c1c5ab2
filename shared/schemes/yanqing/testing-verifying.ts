/** The panel on a claim in a random life of 延庆: the very units that rated the firm, sealed ballots, an opinion. */
import { castClaimBallot, closeClaimBallot, openClaimBallot, setPanel } from "../../process/claim-panel";
import type { LoanFile } from "../../process/loan-file";
import { yanqing } from "./scheme";
import { OFFICE } from "./testing";
import type { Firm } from "./testing-entry";
import type { YanqingLife } from "./testing-life";

export function verifies(life: YanqingLife, firm: Firm, file: LoanFile, how: number): void {
  const panel = file.claim?.verification;
  const office = life.act(OFFICE);
  if (!panel || panel.result) {
    const plan = { id: `v${life.commands}`, meetingId: "m", heldOn: life.on, seats: file.raters, successors: [] };
    return void life.files(firm, OFFICE, setPanel(yanqing, file, plan, office));
  }
  if (panel.round === 0) return void life.files(firm, OFFICE, openClaimBallot(yanqing, file, office));
  const waiting = file.raters.find(({ unit }) => !panel.cast.some((cast) => cast.unit === unit.id));
  if (waiting) {
    const choice = how % 17 === 0 ? "not_agreed" : "agreed";
    const ballot = { choice, reason: "理由", sealed: choice };
    return void life.files(firm, waiting.unit, castClaimBallot(yanqing, file, ballot, life.act(waiting.unit)));
  }
  const ballots = panel.cast.map(({ unit, sealed }) => ({ unit, choice: sealed, reason: "理由" }));
  life.files(firm, OFFICE, closeClaimBallot(yanqing, file, { ballots, opinion: "意见" }, office));
}
