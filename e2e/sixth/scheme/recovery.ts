/** How money comes back in 青溪: net of two kinds of cost, to the fund and the bank by what each bore; a loss is written off after more than a year. */
import { cite } from "../../../shared/citation";
import type { LossRules } from "../../../shared/fund/sharing";
import type { RecoveryRules } from "../../../shared/process/claim-rules";
import { costKinds, returnCap, returnMethod, writeOffProofs, writeOffYears } from "./parameters";

const LOSS = cite("第九条", "QX-011");
const RETURN = cite("第十二条", "QX-015", "QX-016");
const WRITE_OFF = cite("第十三条", "QX-017");

/** The fund bore what it paid, the bank what the three layers did not have. */
export const loss: LossRules = {
  bearing: {
    kind: "layers",
    id: "borne",
    says: "互助资金支付的和银行承担的",
    layers: [{ party: "fund", says: "互助资金", holds: "paid", cites: LOSS }],
    rest: "bank",
    cites: LOSS,
  },
  fund: "fund",
};

export const recovery: RecoveryRules = {
  order: RETURN,
  desk: { by: ["manager"], cites: RETURN },
  legal: { cites: RETURN },
  returns: { method: returnMethod, capAtPaid: returnCap, costs: costKinds, shares: loss, cites: RETURN },
  writeOff: {
    after: writeOffYears,
    proofs: writeOffProofs,
    proofCode: "writeoff_proof",
    approvals: ["office", "finance"],
    cites: WRITE_OFF,
    approvalCites: WRITE_OFF,
  },
};
