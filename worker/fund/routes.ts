/** HTTP of the fund and its books. */
import { type App, mount } from "../mount";
import { checkVoucher, declineVoucher } from "./check-voucher";
import { drawUpVoucher } from "./draw-up-voucher";
import { listVouchers } from "./list-vouchers";

export function fundRoutes(app: App): void {
  mount(app, listVouchers);
  mount(app, drawUpVoucher);
  mount(app, checkVoucher);
  mount(app, declineVoucher);
}
