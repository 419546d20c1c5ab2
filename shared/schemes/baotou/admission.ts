/** 包头's way to a loan: the local department recommends, the office looks on the spot and refers by a numbered form, bank and guarantor decide. */
import { cite } from "../../citation";
import type { Procedure } from "../../process/procedure";
import { asks } from "./asks";
import { shares } from "./fund-parameters";
import { areas } from "./parameters";

export const admission: Procedure = {
  id: "admission",
  steps: [
    {
      kind: "recommend",
      id: "area_recommendation",
      says: "属地中小企业管理部门推荐",
      cites: cite("第二十四条", "BT-038"),
      entry: cite("第二十四条", "BT-038", "BT-039"),
      by: ["township"],
      own: { areas, code: "area_scope", cites: cite("第七条", "BT-009") },
      letter: { required: false, cites: cite("第二十四条", "BT-038") },
      papers: [],
    },
    {
      kind: "check",
      id: "survey",
      says: "实地初步调查",
      cites: cite("第二十五条", "BT-040"),
      by: ["office"],
      sources: ["internal", "external"],
      topics: { asked: ["operations"], cites: cite("第二十五条", "BT-040") },
      onReturn: "area_recommendation",
    },
    {
      kind: "approve",
      id: "referral",
      says: "出具推荐表",
      cites: cite("第二十五条", "BT-040"),
      by: ["office"],
      onReject: "survey",
    },
    {
      kind: "push",
      id: "push",
      says: "推荐给合作机构",
      cites: cite("第二十五条", "BT-040"),
      by: ["office"],
      to: ["bank"],
      agreement: { cites: cite("第十四条", "BT-021") },
    },
    {
      kind: "loan",
      id: "loan",
      says: "贷款发放",
      cites: cite("第二十七条", "BT-042"),
      by: ["bank"],
      capCites: cite("第二十二条（一）", "BT-032"),
      asks,
      modes: [
        {
          id: "helped",
          says: "助保金贷款",
          cites: cite("第二十条", "BT-029"),
          lenders: ["bank"],
          needs: "guarantor",
          payee: "bank",
          stands: { kind: "of_shares", among: shares, party: "pool" },
        },
      ],
    },
  ],
};
