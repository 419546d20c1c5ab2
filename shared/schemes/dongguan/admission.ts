/** 东莞's two ways in: a department recommends a firm and the conference lists it, then a bank files its loan; a guaranteed loan is filed at once. A trustee looks at every filing. */
import { cite } from "../../citation";
import type { Procedure } from "../../process/procedure";
import { asks, firm } from "./asks";
import { bankBands, bankRatioMax, guaranteeCap, guaranteeRatio } from "./fund-parameters";
import { bearers, equityOpen } from "./parameters";

export const admission: Procedure = {
  id: "admission",
  steps: [
    {
      kind: "recommend",
      id: "recommendation",
      says: "行业主管部门评选推荐",
      cites: cite("三（二）", "DG-013"),
      entry: cite("三（二）", "DG-012"),
      by: ["department"],
      letter: { required: false, cites: cite("三（二）", "DG-013") },
      papers: [],
      basis: { code: "whitelist_basis", cites: cite("三（二）", "DG-013") },
    },
    {
      kind: "approve",
      id: "whitelist",
      says: "联席会议确定白名单",
      cites: cite("四（一）", "DG-034"),
      by: ["office"],
      topic: "whitelist",
      lists: true,
      onReject: "recommendation",
    },
    {
      kind: "register",
      id: "filing",
      says: "贷款备案",
      cites: cite("四（二）", "DG-041"),
      by: ["bank", "guarantor", "lender"],
      opensFor: ["guaranteed", "equity"],
      asks,
      firm,
      modes: [
        {
          id: "bank",
          says: "白名单银行贷款",
          cites: cite("三（四）", "DG-021"),
          lenders: ["bank"],
          payee: "bank",
          stands: {
            kind: "by_band",
            of: "loanAmount",
            bands: bankBands,
            over: "band_missing",
            most: { ratio: bankRatioMax, code: "ratio_over_80" },
          },
        },
        {
          id: "guaranteed",
          says: "政府性融资担保贷款",
          cites: cite("三（三）", "DG-017"),
          lenders: ["bank"],
          needs: "guarantor",
          payee: "guarantor",
          stands: { kind: "part_of", of: "guarantor", part: guaranteeRatio, most: guaranteeCap, missing: "share_sum" },
          bearers: {
            parties: bearers,
            names: { national: "国家融资担保基金", provincial: "省级再担保机构", guarantor: "担保机构", bank: "银行" },
            cites: cite("三（三）", "DG-015"),
          },
          batch: cite("三（三）", "DG-016"),
          unpaid: { kinds: ["bank"], code: "bank_not_eligible", cites: cite("三（三）", "DG-020") },
        },
        {
          id: "equity",
          says: "股权投资（还没有开始试点）",
          cites: cite("三（五）", "DG-029"),
          lenders: ["lender"],
          payee: "lender",
          open: { when: equityOpen, code: "equity_not_open", cites: cite("三（五）", "DG-029") },
        },
      ],
    },
    {
      kind: "check",
      id: "filing_review",
      says: "受托管理机构备案审核",
      cites: cite("四（二）", "DG-041"),
      by: ["manager"],
      sources: ["internal", "external"],
      onReturn: "filing",
    },
  ],
};
