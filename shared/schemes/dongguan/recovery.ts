/** What comes back in 东莞, where the plan is silent: net of costs, by what the fund bore of the loss, never more than it paid; write-offs are the owner's to examine. */
import { cite } from "../../citation";
import type { LossRules } from "../../fund/sharing";
import type { RecoveryRules } from "../../process/claim-rules";
import { lossProofs, returnCap, returnEnabled, returnMethod, returnTo } from "./fund-parameters";

const SILENT = cite("三（三）", "DG-018");

/** The fund bore exactly what it paid; whoever else bears the rest shares what comes back among themselves. */
const borne: LossRules = {
  bearing: {
    kind: "layers",
    id: "borne",
    says: "财政补偿和其他各方",
    layers: [{ party: "fund", says: "财政补偿", holds: "paid", cites: SILENT }],
    rest: "others",
    cites: SILENT,
  },
  fund: "fund",
};

export const recovery: RecoveryRules = {
  order: cite("四（二）", "DG-041"),
  legal: { cites: cite("四（二）", "DG-041") },
  returns: { enabled: returnEnabled, method: returnMethod, capAtPaid: returnCap, shares: borne, to: returnTo, cites: SILENT },
  ledger: { every: "quarter", cites: cite("四（二）", "DG-041") },
  writeOff: {
    proofs: lossProofs,
    approvals: ["office"],
    cites: cite("四（二）", "DG-036"),
    approvalCites: cite("四（二）", "DG-036"),
  },
};
