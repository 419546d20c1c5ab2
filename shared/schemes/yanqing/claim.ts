/** 延庆's way from a bad loan to compensation, what may be claimed, and the deals of the time before the agreement. */
import { cite } from "../../citation";
import type { Formula } from "../../fund/formula";
import type { SubsidyRules } from "../../fund/subsidy";
import type { ClaimRules, TransitionRules } from "../../process/claim-rules";
import { compBase, compBaseDate, indemnity, nplEvidence } from "./fund-parameters";
import { highRatio, lowRatio, majority, mediumRatio, panelParity, premiumRatio, revote, transitionEnabled } from "./parameters";

const VERIFY = cite("三（六）", "YQ-071", "YQ-072");

const principal: Formula = { kind: "figure", id: "loss", of: "outstandingPrincipal", says: "未还本金", cites: cite("三（六）", "YQ-074") };

export const compensation: Formula = {
  kind: "times",
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
        of: [principal, { kind: "figure", id: "interest", of: "outstandingInterest", says: "未还利息", cites: cite("三（六）", "YQ-074") }],
        says: "未还本金和利息",
        cites: cite("三（六）", "YQ-074"),
      },
    },
    says: "代偿基数",
    cites: cite("三（六）", "YQ-074"),
  },
  by: {
    kind: "by_choice",
    ratios: { high: highRatio, medium: mediumRatio, low: lowRatio },
    lowered: { name: "lowered", cites: cite("四（二）", "YQ-093") },
    cites: cite("二（四）", "YQ-043"),
  },
  rounding: "half_up",
  says: "按风险等级的比例代偿",
  cites: cite("二（四）", "YQ-043", "YQ-074"),
};

export const claim: ClaimRules = {
  cites: cite("三（五）", "YQ-070"),
  evidence: nplEvidence,
  papers: [{ kind: "npl_application", says: "不良贷款认定申请", cites: cite("三（五）", "YQ-070") }],
  batch: { every: "half_year", cites: cite("三（六）", "YQ-071") },
  sameUnits: cite("三（六）", "YQ-072"),
  base: compBase,
  baseDate: compBaseDate,
  indemnity,
  // reading YQ-A01: each case keeps the version of its joint review
  pinned: cite("三（三）", "YQ-064", "YQ-074"),
  agreement: cite("二（六）", "YQ-055"),
  payee: cite("二（五）1", "YQ-048"),
  prompt: {
    id: "claim_prompt",
    cites: cite("五", "YQ-103"),
    anchor: "loan_turned_bad",
    length: { workdays: 5 },
    rollover: "none",
    onMiss: "flag",
    says: "贷款转为不良后及时报送代偿申请，五个工作日提醒",
  },
  steps: [
    { kind: "check", id: "claim_check", says: "集中核查", cites: cite("三（六）", "YQ-071"), by: ["office"], onReturn: "file" },
    {
      kind: "ballot",
      id: "claim_review",
      says: "评级单位联审",
      cites: VERIFY,
      by: ["office"],
      onReturn: "file",
      panel: {
        fixed: [
          { seat: "区发展改革委", kinds: ["office"] },
          { seat: "区财政局", kinds: ["finance"] },
          { seat: "推荐单位", kinds: ["department", "township"], own: true },
        ],
        optional: ["bank", "guarantor", "insurer", "lender"],
        parity: panelParity,
        cites: cite("三（六）", "YQ-072"),
      },
      delegate: { titles: ["业务主管", "业务科室负责人"], cites: cite("三（三）", "YQ-063") },
      choices: [
        { id: "agreed", says: "符合代偿条件", supports: true },
        { id: "not_agreed", says: "不符合代偿条件", supports: false },
      ],
      record: cite("三（六）", "YQ-072"),
      majority,
      revote,
    },
    { kind: "report", id: "claim_report", says: "报区政府", cites: cite("三（六）", "YQ-073"), by: ["office"], onReturn: "claim_check" },
    { kind: "approve", id: "claim_consent", says: "区政府同意", cites: cite("三（六）", "YQ-073"), by: ["government"], onReturn: "claim_check" },
    { kind: "pay", id: "claim_pay", says: "支付代偿", cites: cite("三（六）", "YQ-074"), by: ["office"] },
  ],
};

const SUBSIDY_PAPERS = cite("三（八）", "YQ-088");

export const subsidy: SubsidyRules = {
  formula: {
    kind: "times",
    id: "premium_subsidy",
    of: { kind: "figure", id: "premium", of: "premiumPaid", says: "实际缴纳的保费", cites: cite("二（五）3", "YQ-052") },
    by: { kind: "fixed", ratio: premiumRatio },
    rounding: "half_up",
    says: "按比例补贴企业的保费",
    cites: cite("二（五）3", "YQ-052"),
  },
  mode: "insurance",
  papers: [
    { kind: "loan_arrival", says: "贷款到位文件", cites: SUBSIDY_PAPERS },
    { kind: "policy", says: "有效保单", cites: SUBSIDY_PAPERS },
    { kind: "premium_proof", says: "缴费证明", cites: SUBSIDY_PAPERS },
  ],
  once: cite("三（八）", "YQ-089"),
  payee: cite("二（五）3", "YQ-052"),
  policy: cite("五", "YQ-104"),
  cites: SUBSIDY_PAPERS,
};

export const transition: TransitionRules = {
  cites: cite("六", "YQ-003"),
  by: ["government"],
  enabled: transitionEnabled,
  precedence: cite("六", "YQ-004"),
};
