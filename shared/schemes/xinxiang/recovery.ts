/** How compensated money comes back in 新乡: net of costs, by the ratio, to the city treasury, until the compensation is whole. */
import { cite } from "../../citation";
import type { RecoveryRules } from "../../process/claim-rules";
import { limit } from "../dated";
import { costKinds, remitCap, remitMethod, remitTo, writeOffProofs } from "./fund-parameters";

export const remittance = limit(
  "remittance",
  cite("第十二条", "XX-046", "XX-048"),
  "money_recovered",
  { workdays: 10 },
  "资金收回后十个工作日内上缴市国库",
);

export const recovery: RecoveryRules = {
  order: cite("第十二条", "XX-044"),
  legal: { cites: cite("第十二条", "XX-044") },
  returns: {
    within: remittance,
    method: remitMethod,
    capAtPaid: remitCap,
    sources: [
      { id: "debtor", says: "债务人还款", cites: cite("第十二条", "XX-045") },
      { id: "transfer", says: "不良贷款转让价款", cites: cite("第十二条", "XX-048") },
    ],
    costs: costKinds,
    to: remitTo,
    cites: cite("第十二条", "XX-045", "XX-046", "XX-047"),
  },
  ledger: { every: "quarter", cites: cite("第十二条", "XX-044") },
  writeOff: {
    proofs: writeOffProofs,
    approvals: ["office"],
    cites: cite("第十三条", "XX-050"),
    approvalCites: cite("第十三条", "XX-050"),
  },
};
