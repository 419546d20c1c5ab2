/** 青溪's way from a bad loan to a payment, and what is paid: the unpaid principal, as far as the three layers have it. */
import { cite } from "../../../shared/citation";
import type { Formula } from "../../../shared/fund/formula";
import type { ClaimRules } from "../../../shared/process/claim-rules";
import type { Obligation } from "../../../shared/process/obligation";
import { limit } from "../../../shared/schemes/dated";
import { compBase, compBaseDate, coverRatio, evidence, indemnity, maturedDays } from "./parameters";

const LOSS = cite("第九条", "QX-011");
const CLAIM = cite("第八条", "QX-010");

export const compensation: Formula = {
  kind: "times",
  id: "compensation",
  of: { kind: "figure", id: "loss", of: "outstandingPrincipal", says: "未还的本金", cites: LOSS },
  by: { kind: "fixed", ratio: coverRatio },
  rounding: "half_up",
  says: "按比例补偿",
  cites: LOSS,
};

export const claim: ClaimRules = {
  cites: CLAIM,
  evidence,
  papers: [{ kind: "compensation_application", says: "补偿申请书", cites: CLAIM }],
  base: compBase,
  baseDate: compBaseDate,
  indemnity,
  agreement: cite("第六条", "QX-009"),
  payee: LOSS,
  matured: { days: maturedDays, code: "debit_early", cites: CLAIM },
  steps: [
    {
      kind: "check",
      id: "manager_check",
      says: "管理人核对",
      cites: cite("第十条", "QX-012"),
      by: ["manager"],
      within: limit("manager_check", cite("第十条", "QX-012"), "claim_received", { workdays: 10 }, "十个工作日内核对"),
      onReturn: "file",
    },
    {
      kind: "approve",
      id: "government",
      says: "县政府同意",
      cites: cite("第十条", "QX-013"),
      by: ["government"],
      onReturn: "manager_check",
    },
    { kind: "pay", id: "pay", says: "管理人支付", cites: LOSS, by: ["manager"] },
  ],
};

export const obligations: readonly Obligation[] = [
  {
    id: "collection",
    says: "逾期后催收",
    cites: CLAIM,
    by: ["bank"],
    anchor: "overdue",
    within: limit("collection", CLAIM, "overdue", { days: 10 }, "逾期十日内催收"),
    gates: ["claim"],
    missing: "collection_required",
    late: "collection_required",
  },
];
