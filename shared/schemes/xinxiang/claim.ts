/** 新乡's way from arrears to compensation: filing, evidence, the platform's opinion, one allocation a year. */
import { cite } from "../../citation";
import type { Formula } from "../../fund/formula";
import type { ClaimRules } from "../../process/claim-rules";
import type { Obligation } from "../../process/obligation";
import { limit } from "../dated";
import {
  bandBy,
  bandMethod,
  bands,
  compBase,
  compBaseDate,
  guaranteeBands,
  guarantorInTime,
  guarantorReview,
  indemnity,
  nplEvidence,
} from "./fund-parameters";

const BY_BAND = cite("第十一条", "XX-038", "XX-039", "XX-040", "XX-041");

const byBand: Formula = {
  kind: "banded",
  id: "compensation",
  of: { kind: "figure", id: "npl_principal", of: "outstandingPrincipal", says: "不良本金", cites: cite("第四条", "XX-013") },
  size: bandBy,
  bands,
  method: bandMethod,
  over: "loan_over_cap",
  rounding: "half_up",
  says: "按贷款金额所在档的比例补偿",
  cites: BY_BAND,
};

const guaranteed: Formula = {
  kind: "banded",
  id: "guarantee_compensation",
  of: { kind: "figure", id: "compensated_principal", of: "compensatedPrincipal", says: "担保公司代偿的本金", cites: cite("第四条", "XX-013") },
  size: "loanAmount",
  bands: guaranteeBands,
  method: bandMethod,
  over: "guarantee_loan_cap",
  rounding: "half_up",
  says: "按代偿本金的比例补偿担保公司",
  cites: cite("第十一条", "XX-042", "XX-043"),
};

export const compensation: Formula = {
  kind: "by_mode",
  id: "by_loan_type",
  of: { credit: byBand, ip_pledge: byBand, patent_pledge: byBand, trademark_pledge: byBand, reguaranteed: guaranteed },
  other: "loan_type",
  says: "按贷款种类补偿",
  cites: cite("第四条", "XX-012"),
};

const OPINION = limit("opinion", cite("第九条", "XX-029", "XX-035"), "claim_received", { workdays: 10 }, "收到申请后十个工作日内出具审核意见");
const CONSOLIDATION = limit(
  "consolidation",
  cite("第九条", "XX-030", "XX-036"),
  "year_end",
  { workdays: 10 },
  "年度结束后十个工作日内汇总上年度的申请",
);

export const claim: ClaimRules = {
  cites: cite("第九条", "XX-027", "XX-028"),
  evidence: nplEvidence,
  papers: [{ kind: "compensation_application", says: "补偿申请", cites: cite("第九条", "XX-027") }],
  batch: { every: "year", cites: cite("第九条", "XX-030", "XX-036"), within: CONSOLIDATION, closed: true },
  base: compBase,
  baseDate: compBaseDate,
  indemnity,
  agreement: cite("第五条", "XX-016"),
  payee: cite("第九条", "XX-031"),
  guarantor: { paid: cite("第十条", "XX-034"), time: { inTime: guarantorInTime, review: guarantorReview }, cites: cite("第十条", "XX-033") },
  steps: [
    {
      kind: "check",
      id: "opinion",
      says: "平台出具审核意见",
      cites: cite("第九条", "XX-029", "XX-035", "XX-022"),
      by: ["manager"],
      within: OPINION,
      gives: "opinion",
      onReturn: "file",
    },
    { kind: "report", id: "consolidation", says: "年度汇总", cites: cite("第九条", "XX-030", "XX-036"), by: ["manager"], onReturn: "file" },
    { kind: "report", id: "plan", says: "提出分配方案", cites: cite("第九条", "XX-031", "XX-037"), by: ["office"], onReturn: "opinion" },
    {
      kind: "approve",
      id: "leading_group",
      says: "领导小组同意分配方案",
      cites: cite("第六条", "XX-020", "XX-021"),
      by: ["government"],
      onReturn: "plan",
    },
    { kind: "pay", id: "pay", says: "市财政支付", cites: cite("第九条", "XX-031", "XX-037"), by: ["finance"] },
  ],
};

const DIRECT = ["credit", "ip_pledge", "patent_pledge", "trademark_pledge"] as const;

export const obligations: readonly Obligation[] = [
  {
    id: "risk_filing",
    says: "逾期或欠息后备案",
    cites: cite("第九条", "XX-025", "XX-023"),
    by: ["bank"],
    modes: DIRECT,
    anchor: "overdue",
    within: limit("risk_filing", cite("第九条", "XX-025"), "overdue", { workdays: 5 }, "逾期或欠息后五个工作日内备案"),
    gates: ["claim"],
    missing: "not_filed",
    late: "filing_late",
  },
  {
    id: "guarantor_filing",
    says: "担保贷款逾期后备案",
    cites: cite("第十条", "XX-032", "XX-023"),
    by: ["guarantor"],
    modes: ["reguaranteed"],
    anchor: "overdue",
    within: limit("guarantor_filing", cite("第十条", "XX-032"), "overdue", { workdays: 5 }, "逾期后五个工作日内由担保公司备案"),
    gates: ["claim"],
    missing: "not_filed",
    late: "filing_late",
  },
  {
    id: "revival",
    says: "先设法盘活，或写明不能盘活",
    cites: cite("第九条", "XX-026"),
    by: ["bank"],
    modes: DIRECT,
    anchor: "overdue",
    ways: ["restructure", "extend", "renew", "impossible"],
    gates: ["claim"],
    missing: "disposal_order",
    late: "obligation_overdue",
  },
  {
    id: "collection",
    says: "不能盘活的，追偿清收",
    cites: cite("第九条", "XX-026"),
    by: ["bank"],
    modes: DIRECT,
    anchor: "overdue",
    after: "revival",
    gates: [],
    missing: "disposal_order",
    late: "obligation_overdue",
  },
  {
    id: "write_off_approval",
    says: "机构核销获批",
    cites: cite("第十三条", "XX-050"),
    by: ["bank", "guarantor"],
    anchor: "paid",
    paper: true,
    gates: [],
    missing: "writeoff_not_final",
    late: "obligation_overdue",
  },
  {
    id: "write_off_voucher",
    says: "提交核销凭证",
    cites: cite("第十三条", "XX-051"),
    by: ["bank", "guarantor"],
    anchor: "done.write_off_approval",
    within: limit("write_off_voucher", cite("第十三条", "XX-051"), "write_off_approval", { workdays: 10 }, "核销批准后十个工作日内提交凭证"),
    paper: true,
    gates: [],
    missing: "writeoff_not_final",
    late: "obligation_overdue",
  },
];
