/** HTTP of the fund and its books. */
import { api } from "../../shared/contract/api";
import { type App, mount, mountRaw } from "../mount";
import { checkBooks } from "./check-books";
import { checkVoucher, declineVoucher } from "./check-voucher";
import { drawUpVoucher } from "./draw-up-voucher";
import { exportLedger } from "./export-ledger";
import { getFund } from "./get-fund";
import { getReport, reportHalf } from "./half-report";
import { importOpening } from "./import-opening";
import { listPostings } from "./list-postings";
import { listVouchers } from "./list-vouchers";
import { acknowledgeMajor, listMajor } from "./major-matters";
import { openingTemplate } from "./opening-template";
import { recordFundStep } from "./record-step";

export function fundRoutes(app: App): void {
  mount(app, getFund);
  mount(app, listPostings);
  mount(app, exportLedger);
  mount(app, listVouchers);
  mount(app, drawUpVoucher);
  mount(app, recordFundStep);
  mount(app, checkVoucher);
  mount(app, declineVoucher);
  mount(app, openingTemplate);
  mountRaw(app, api.importOpening, importOpening);
  mount(app, getReport);
  mount(app, reportHalf);
  mount(app, listMajor);
  mount(app, acknowledgeMajor);
  mount(app, checkBooks);
}
