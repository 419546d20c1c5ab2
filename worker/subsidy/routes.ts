/** HTTP of premium subsidies. */
import { type App, mount } from "../mount";
import { approveSubsidy } from "./approve-subsidy";
import { fileSubsidy } from "./file-subsidy";
import { listPolicies } from "./list-policies";
import { listSubsidies } from "./list-subsidies";
import { receiveRefund } from "./receive-refund";
import { refundPremium } from "./refund-premium";
import { registerPolicy } from "./register-policy";
import { returnSubsidy } from "./return-subsidy";

export function subsidyRoutes(app: App): void {
  mount(app, listPolicies);
  mount(app, registerPolicy);
  mount(app, listSubsidies);
  mount(app, fileSubsidy);
  mount(app, approveSubsidy);
  mount(app, returnSubsidy);
  mount(app, refundPremium);
  mount(app, receiveRefund);
}
