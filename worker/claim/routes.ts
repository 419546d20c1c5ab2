/** HTTP of claims. */
import { type App, mount } from "../mount";
import { castClaimBallot } from "./cast-claim-ballot";
import { checkClaim } from "./check-claim";
import { closeClaimBallot } from "./close-claim-ballot";
import { consentClaim } from "./consent-claim";
import { fileClaim } from "./file-claim";
import { listClaims } from "./list-claims";
import { notifyClaim } from "./notify-claim";
import { openClaimBallot } from "./open-claim-ballot";
import { reportClaim } from "./report-claim";
import { returnClaim } from "./return-claim";
import { setClaimPanel } from "./set-claim-panel";
import { withdrawClaim } from "./withdraw-claim";

export function claimRoutes(app: App): void {
  mount(app, listClaims);
  mount(app, fileClaim);
  mount(app, withdrawClaim);
  mount(app, checkClaim);
  mount(app, returnClaim);
  mount(app, setClaimPanel);
  mount(app, openClaimBallot);
  mount(app, castClaimBallot);
  mount(app, closeClaimBallot);
  mount(app, reportClaim);
  mount(app, consentClaim);
  mount(app, notifyClaim);
}
