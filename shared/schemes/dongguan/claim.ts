/** 东莞's compensation: half of what the city's guarantor bears, or a banded part of what the bank bears within three caps; reviewed by a trustee, approved by the policy's owner. */
import { cite } from "../../citation";
import type { Formula } from "../../fund/formula";
import type { ClaimRules } from "../../process/claim-rules";
import {
  annualCapAsOf,
  annualCapRatio,
  annualCapYear,
  bandsAsOf,
  bankBands,
  bankRatioMax,
  compBase,
  compBaseDate,
  conflictMode,
  enterpriseCap,
  enterpriseCapScope,
  enterpriseCapYear,
  evidence,
  guaranteeCap,
  guaranteeRatio,
  indemnity,
  totalLoss,
} from "./fund-parameters";

const HALF = cite("三（三）", "DG-018");
const CAP = cite("三（三）", "DG-019");
const BANK_LOSS = cite("三（四）", "DG-028");
const ENTERPRISE = cite("三（四）", "DG-023");
const ANNUAL = cite("三（四）", "DG-026");

/** The loss of the whole loan, by all who bear it. */
const lossOf = (cites: typeof HALF): Formula => {
  const principal: Formula = { kind: "figure", id: "loss", of: "outstandingPrincipal", says: "未收回的本金", cites };
  const interest: Formula = { kind: "figure", id: "interest", of: "outstandingInterest", says: "未收回的利息", cites };
  const both: Formula = { kind: "sum", id: "loss_with_interest", of: [principal, interest], says: "未收回的本金和利息", cites };
  return { kind: "read_as", id: "loss", by: compBase, of: { principal, principal_and_interest: both }, says: "贷款损失", cites };
};

const guarantorsOwn: Formula = {
  kind: "within",
  id: "guarantor_loss",
  of: { kind: "figure", id: "guarantor_loss", of: "guarantorLoss", says: "担保机构自己承担的损失", cites: HALF },
  most: lossOf(HALF),
  code: "base",
  says: "不含国家、省级和银行承担的部分",
  cites: HALF,
};

const guaranteed: Formula = {
  kind: "least",
  id: "guarantee_compensation",
  of: [
    {
      kind: "times",
      id: "half",
      of: guarantorsOwn,
      by: { kind: "fixed", ratio: guaranteeRatio },
      rounding: "half_up",
      says: "担保机构所承担损失的一半",
      cites: HALF,
    },
    {
      kind: "times",
      id: "cap",
      of: {
        kind: "read_as",
        id: "total_loss",
        by: totalLoss,
        of: {
          whole: lossOf(CAP),
          guarantee_side: {
            kind: "less",
            id: "guarantee_side_loss",
            of: lossOf(CAP),
            taken: { kind: "figure", id: "bank_loss", of: "bankLoss", says: "银行承担的损失", cites: CAP },
            says: "担保一侧的损失",
            cites: CAP,
          },
        },
        says: "总体损失",
        cites: CAP,
      },
      by: { kind: "fixed", ratio: guaranteeCap },
      rounding: "floor",
      says: "总体损失的两成",
      cites: CAP,
    },
  ],
  says: "补偿担保机构，取较小的",
  cites: HALF,
};

const room = (used: string): Formula => ({
  kind: "room",
  id: "enterprise_room",
  limit: enterpriseCap,
  used,
  says: "企业限额还剩",
  cites: ENTERPRISE,
});

const bank: Formula = {
  kind: "least",
  id: "bank_compensation",
  of: [
    {
      kind: "times",
      id: "by_ratio",
      of: lossOf(BANK_LOSS),
      by: {
        kind: "by_band",
        of: "loanAmount",
        bands: bankBands,
        over: "band_missing",
        most: { ratio: bankRatioMax, code: "ratio_over_80" },
        asOf: bandsAsOf,
      },
      rounding: "half_up",
      says: "银行所承担的损失乘以本档比例",
      cites: BANK_LOSS,
    },
    {
      kind: "read_as",
      id: "enterprise_room",
      by: enterpriseCapScope,
      of: {
        lifetime: room("enterprisePaid"),
        year: room("enterprisePaidYear"),
        bank: room("enterprisePaidBank"),
        loan_principal: { kind: "figure", id: "enterprise_room", of: "outstandingPrincipal", says: "补偿额不另设限", cites: ENTERPRISE },
      },
      says: "企业限额还剩",
      cites: ENTERPRISE,
    },
    {
      kind: "room",
      id: "annual_room",
      limit: {
        kind: "times",
        id: "annual_cap",
        of: { kind: "figure", id: "year_principal", of: "bankYearPrincipal", says: "银行当年发放的在册贷款本金", cites: ANNUAL },
        by: { kind: "fixed", ratio: annualCapRatio, asOf: annualCapAsOf },
        rounding: "floor",
        says: "当年补偿上限",
        cites: ANNUAL,
      },
      used: "bankPaidYear",
      says: "当年上限还剩",
      cites: ANNUAL,
    },
  ],
  says: "补偿银行，取最小的",
  cites: BANK_LOSS,
};

export const compensation: Formula = {
  kind: "by_mode",
  id: "by_track",
  of: { guaranteed, bank },
  other: "loan_type",
  says: "两个板块分别计算",
  cites: cite("二（二）", "DG-003"),
};

const BANK = ["bank"] as const;
const GENERIC = cite("四（二）", "DG-041");

export const claim: ClaimRules = {
  cites: GENERIC,
  evidence,
  papers: [
    { kind: "compensation_application", says: "补偿申请", cites: GENERIC },
    { kind: "loan_contract", says: "贷款合同", cites: GENERIC },
    { kind: "loss_table", says: "本金利息损失统计表", cites: GENERIC },
    { kind: "sharing_proof", says: "国家、省级分担的证明", cites: cite("三（三）", "DG-018"), modes: ["guaranteed"] },
  ],
  base: compBase,
  baseDate: compBaseDate,
  indemnity,
  agreement: GENERIC,
  payee: cite("三（三）", "DG-020"),
  guarantor: { paid: cite("三（三）", "DG-018"), cites: cite("三（三）", "DG-018") },
  sums: [
    { id: "enterprisePaid", says: "企业历年已补偿", what: "compensated", of: ["enterprise"], modes: BANK, cites: ENTERPRISE },
    {
      id: "enterprisePaidYear",
      says: "企业当年已补偿",
      what: "compensated",
      of: ["enterprise"],
      year: { by: enterpriseCapYear, day: "enterpriseYear" },
      modes: BANK,
      cites: ENTERPRISE,
    },
    { id: "enterprisePaidBank", says: "企业在这家银行已补偿", what: "compensated", of: ["enterprise", "lender"], modes: BANK, cites: ENTERPRISE },
    {
      id: "bankPaidYear",
      says: "银行当年已补偿",
      what: "compensated",
      of: ["lender"],
      year: { by: annualCapYear, day: "capYear" },
      modes: BANK,
      cites: ANNUAL,
    },
    {
      id: "bankYearPrincipal",
      says: "银行当年发放的在册贷款本金",
      what: "disbursed",
      of: ["lender"],
      year: { by: annualCapYear, day: "capYear" },
      modes: BANK,
      cites: ANNUAL,
    },
  ],
  steps: [
    {
      kind: "check",
      id: "trustee_review",
      says: "受托管理机构项目审核",
      cites: GENERIC,
      by: ["manager"],
      disinterested: { mode: conflictMode, cites: GENERIC },
      onReturn: "file",
    },
    {
      kind: "approve",
      id: "owner_approval",
      says: "市工业和信息化局审核同意",
      cites: cite("四（二）", "DG-036"),
      by: ["office"],
      missing: "approval_missing",
      onReturn: "trustee_review",
    },
    { kind: "pay", id: "pay", says: "受托管理机构支付", cites: GENERIC, by: ["manager"] },
  ],
};
