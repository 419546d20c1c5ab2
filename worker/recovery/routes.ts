/** HTTP of recoveries and write-offs. */
import { type App, mount } from "../mount";
import { coordinate } from "./coordinate";
import { declareReturn } from "./declare-return";
import { exportRecoveries } from "./export-recoveries";
import { endLegal, forceLegal, startLegal } from "./legal";
import { listRecoveries } from "./list-recoveries";
import { approveLoss, confirmLoss } from "./loss";
import { publishRecoveries } from "./publish-recoveries";
import { receiveReturn } from "./receive-return";
import { recordRecovery } from "./record-recovery";

export function recoveryRoutes(app: App): void {
  mount(app, exportRecoveries);
  mount(app, listRecoveries);
  mount(app, publishRecoveries);
  mount(app, coordinate);
  mount(app, forceLegal);
  mount(app, startLegal);
  mount(app, recordRecovery);
  mount(app, declareReturn);
  mount(app, receiveReturn);
  mount(app, endLegal);
  mount(app, confirmLoss);
  mount(app, approveLoss);
}
