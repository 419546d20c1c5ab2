/** 克州's way from arrears to compensation: what a bank does first, who looks at it and how fast, and who bears the loss. */
import { cite } from "../../citation";
import type { Formula } from "../../fund/formula";
import type { LossRules } from "../../fund/sharing";
import type { ClaimRules } from "../../process/claim-rules";
import type { Obligation } from "../../process/obligation";
import { limit, limitBefore } from "../dated";
import { compBase, compBaseDate, conflictMode, enforcementWays, evidence, indemnity, jointReviewers, shares, shortfallOn } from "./fund-parameters";

const SHARE = cite("第十五条", "KZ-050");
const LOSS = cite("第二条", "KZ-005");

export const loss: LossRules = {
  bearing: { kind: "shares", id: "shares", says: "资金、担保公司、银行分担损失", among: shares, cites: SHARE },
  fund: "fund",
  shortfall: { on: shortfallOn, cites: cite("第十五条", "KZ-051") },
};

const principal: Formula = { kind: "figure", id: "loss", of: "outstandingPrincipal", says: "未收回的本金", cites: LOSS };

export const compensation: Formula = {
  kind: "share",
  id: "compensation",
  of: {
    kind: "read_as",
    id: "base",
    by: compBase,
    of: {
      principal,
      principal_and_interest: {
        kind: "sum",
        id: "loss_with_interest",
        of: [principal, { kind: "figure", id: "interest", of: "outstandingInterest", says: "未收回的利息", cites: LOSS }],
        says: "未收回的本金和利息",
        cites: LOSS,
      },
    },
    says: "坏账损失",
    cites: LOSS,
  },
  among: shares,
  party: "fund",
  says: "资金按比例分担",
  cites: SHARE,
};

export const claim: ClaimRules = {
  cites: cite("第十三条（四）", "KZ-044", "KZ-045"),
  evidence,
  papers: [
    { kind: "compensation_application", says: "补偿申请", cites: cite("第十三条（四）", "KZ-046") },
    { kind: "loan_contract", says: "贷款合同", cites: cite("第十三条（四）", "KZ-046") },
    { kind: "loss_table", says: "本金利息损失统计表", cites: cite("第十三条（四）", "KZ-046") },
    { kind: "recovery_measures", says: "债务追偿措施说明", cites: cite("第十三条（四）", "KZ-046") },
  ],
  base: compBase,
  baseDate: compBaseDate,
  indemnity,
  agreement: cite("第五条", "KZ-009"),
  payee: cite("第十六条", "KZ-053"),
  steps: [
    {
      kind: "check",
      id: "manager_opinion",
      says: "资金管理人初审",
      cites: cite("第十四条", "KZ-047", "KZ-068"),
      by: ["manager"],
      within: limit("manager_opinion", cite("第十四条", "KZ-047"), "claim_received", { workdays: 5 }, "五个工作日内提出初审意见"),
      disinterested: { mode: conflictMode, cites: cite("第十四条", "KZ-047") },
      onReturn: "file",
    },
    {
      kind: "check",
      id: "finance_opinion",
      says: "财政局会同复审",
      cites: cite("第十四条", "KZ-048"),
      by: ["office"],
      within: limit("finance_opinion", cite("第十四条", "KZ-048"), "manager_opinion", { workdays: 10 }, "十个工作日内提出补偿意见"),
      together: { kinds: ["regulator"], count: jointReviewers, cites: cite("第十四条", "KZ-048") },
      onReturn: "manager_opinion",
    },
    {
      kind: "approve",
      id: "government",
      says: "自治州人民政府审定",
      cites: cite("第十四条", "KZ-049"),
      by: ["government"],
      onReturn: "finance_opinion",
    },
    {
      kind: "notify",
      id: "notice",
      says: "出具风险补偿通知书",
      cites: cite("第十六条", "KZ-052"),
      by: ["office"],
      within: limit("notice", cite("第十六条", "KZ-052"), "government_approval", { workdays: 3 }, "三个工作日内出具通知书"),
      onReturn: "government",
    },
    {
      kind: "pay",
      id: "pay",
      says: "资金管理人支付",
      cites: cite("第十六条", "KZ-053"),
      by: ["manager"],
      within: limit("pay", cite("第十六条", "KZ-053"), "notice_received", { workdays: 5 }, "收到通知书五个工作日内支付"),
    },
  ],
};

export const obligations: readonly Obligation[] = [
  {
    id: "disbursement",
    says: "担保函出具后发放贷款",
    cites: cite("第十条", "KZ-037"),
    by: ["bank"],
    anchor: "guarantee_letter",
    within: limit("disbursement", cite("第十条", "KZ-037"), "guarantee_letter", { workdays: 10 }, "担保函出具后十个工作日内完成审批发放"),
    satisfiedBy: "disbursed",
    gates: [],
    missing: "claim_precondition",
    late: "obligation_overdue",
  },
  {
    id: "repayment_notice",
    says: "到期前送达还款通知书",
    cites: cite("第十一条", "KZ-039"),
    by: ["bank", "guarantor"],
    anchor: "matures",
    opens: limitBefore("repayment_notice_opens", cite("第十一条", "KZ-039"), "matures", { workdays: 20 }, "到期前二十个工作日起送达"),
    within: limitBefore("repayment_notice", cite("第十一条", "KZ-039"), "matures", { days: 0 }, "到期之前送达还款通知书"),
    gates: [],
    missing: "claim_precondition",
    late: "notice_missed",
  },
  {
    id: "guarantor_prompt",
    says: "逾期三十日向担保公司提示风险",
    cites: cite("第十三条（一）", "KZ-042"),
    by: ["bank"],
    anchor: "overdue",
    within: limit("guarantor_prompt", cite("第十三条（一）", "KZ-042"), "overdue", { days: 30 }, "逾期第三十日向担保公司提示风险"),
    gates: ["claim"],
    missing: "claim_precondition",
    late: "obligation_overdue",
  },
  {
    id: "collection_notice",
    says: "到期未还的，发送逾期催收通知书",
    cites: cite("第十三条（二）", "KZ-043"),
    by: ["bank"],
    anchor: "matured_unpaid",
    gates: ["claim"],
    missing: "claim_precondition",
    late: "obligation_overdue",
  },
  {
    id: "cause_investigation",
    says: "调查不良贷款的原因",
    cites: cite("第十三条（四）", "KZ-045"),
    by: ["bank"],
    anchor: "bad",
    gates: ["claim"],
    missing: "claim_precondition",
    late: "obligation_overdue",
  },
  {
    id: "legal_means",
    says: "采取仲裁、诉讼等法律手段",
    cites: cite("第十三条（四）", "KZ-045"),
    by: ["bank"],
    anchor: "bad",
    ways: ["arbitration", "litigation", "other"],
    gates: ["claim"],
    missing: "claim_precondition",
    late: "obligation_overdue",
  },
  {
    id: "enforcement_shortfall",
    says: "执行后仍不能足额收回",
    cites: cite("第十三条（四）", "KZ-045"),
    by: ["bank"],
    anchor: "bad",
    after: "legal_means",
    ways: enforcementWays,
    paper: true,
    gates: ["claim"],
    missing: "claim_precondition",
    late: "obligation_overdue",
  },
];
