/** Who answers for what in 新乡, and how institutions are watched by their bad-loan ratio. */
import { cite } from "../../citation";
import type { SanctionRules } from "../../process/claim-rules";
import type { WatchRules } from "../../process/watch";
import { fraudBanYears, fraudClawback, nplAverageOp, nplMeasure, nplOver, nplThreshold, resumeOp, resumeThreshold } from "./fund-parameters";

export const sanctions: SanctionRules = {
  bans: [
    {
      id: "institution_fraud",
      says: "弄虚作假或与企业合谋套取补偿",
      of: "institution",
      conduct: ["falsified", "colluded"],
      by: ["office", "government"],
      lasts: { years: fraudBanYears },
      clawback: { ratio: fraudClawback, cites: cite("第十六条", "XX-059") },
      ends: cite("第十六条", "XX-060"),
      tells: [{ says: "三年内不得申请其他政策性资金", to: ["department", "finance"], cites: cite("第十六条", "XX-061") }],
      code: "partner_banned",
      cites: cite("第十六条", "XX-061"),
    },
    {
      id: "enterprise_fraud",
      says: "骗取、挪用贷款或恶意逃废债务",
      of: "enterprise",
      conduct: ["defrauded", "diverted", "evaded"],
      by: ["office", "government"],
      lasts: "for_ever",
      tells: [
        { says: "取消各类政策、项目和资金扶持", to: ["department", "finance"], cites: cite("第十六条", "XX-063") },
        { says: "通过法律手段清收", to: ["bank", "guarantor"], cites: cite("第十六条", "XX-063") },
      ],
      code: "enterprise_banned",
      cites: cite("第十六条", "XX-062"),
    },
  ],
};

export const watch: WatchRules = {
  measure: nplMeasure,
  figures: { from: "entered", by: ["manager", "office"] },
  marks: [
    {
      id: "average",
      says: "达到全市小微企业平均不良贷款率，提示风险",
      cites: cite("第十五条", "XX-053"),
      at: "average",
      passes: nplAverageOp,
      effect: "tells",
      code: "npl_avg",
    },
    {
      id: "threshold",
      says: "超过界限，报送情况说明和整改计划",
      cites: cite("第十五条", "XX-054"),
      at: nplThreshold,
      passes: nplOver,
      effect: "asks",
      code: "npl_over_5",
    },
  ],
  pause: { by: ["government"], cites: cite("第十五条", "XX-055") },
  resume: { at: resumeThreshold, passes: resumeOp, by: ["government"], cites: cite("第十五条", "XX-056"), code: "resume_not_allowed" },
  cites: cite("第十五条", "XX-053"),
};
