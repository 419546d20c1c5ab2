/** HTTP of payments. */
import { type App, mount } from "../mount";
import { approveDraw } from "./approve-draw";
import { cancelInstruction } from "./cancel-instruction";
import { confirmPaid } from "./confirm-paid";
import { countersignInstruction } from "./countersign-instruction";
import { drawUpInstruction } from "./draw-up-instruction";
import { getInstruction } from "./get-instruction";
import { listInstructions } from "./list-instructions";
import { listPayables } from "./list-payables";
import { recordDraw } from "./record-draw";

export function paymentRoutes(app: App): void {
  mount(app, listPayables);
  mount(app, drawUpInstruction);
  mount(app, listInstructions);
  mount(app, getInstruction);
  mount(app, countersignInstruction);
  mount(app, approveDraw);
  mount(app, recordDraw);
  mount(app, confirmPaid);
  mount(app, cancelInstruction);
}
