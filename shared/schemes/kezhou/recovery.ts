/** How money comes back in 克州: net of costs, to fund, guarantor and bank by what each bore; a loss is confirmed after more than a year. */
import { cite } from "../../citation";
import type { RecoveryRules } from "../../process/claim-rules";
import { loss } from "./claim";
import { costKinds, lossProofs, lossYears, returnCap, returnMethod } from "./fund-parameters";

export const recovery: RecoveryRules = {
  order: cite("第十七条", "KZ-054"),
  legal: { cites: cite("第十七条", "KZ-054") },
  returns: {
    method: returnMethod,
    capAtPaid: returnCap,
    costs: costKinds,
    shares: loss,
    cites: cite("第十七条", "KZ-056", "KZ-078"),
  },
  ledger: { every: "quarter", cites: cite("第十七条", "KZ-054") },
  writeOff: {
    after: lossYears,
    proofs: lossProofs,
    proofCode: "writeoff_proof",
    approvals: ["office"],
    cites: cite("第十八条", "KZ-057"),
    approvalCites: cite("第十八条", "KZ-057"),
  },
  assist: cite("第十七条", "KZ-055"),
};
