/** How money comes back in 包头: net of four kinds of cost, by the shares in which the loss was borne. */
import { cite } from "../../citation";
import type { RecoveryRules } from "../../process/claim-rules";
import { loss } from "./claim";
import { costKinds, returnCap, returnMethod, writeOffProofs } from "./fund-parameters";

export const recovery: RecoveryRules = {
  order: cite("第三十三条", "BT-051"),
  desk: { by: ["manager"], cites: cite("第十条", "BT-014") },
  legal: { cites: cite("第三十三条", "BT-051") },
  returns: {
    method: returnMethod,
    capAtPaid: returnCap,
    costs: costKinds,
    shares: loss,
    cites: cite("第三十四条", "BT-052"),
  },
  ledger: { every: "quarter", cites: cite("第三十五条", "BT-053") },
  writeOff: {
    proofs: writeOffProofs,
    approvals: ["government"],
    cites: cite("第三十八条（二）", "BT-059"),
    approvalCites: cite("第三十八条（二）", "BT-059"),
  },
};
