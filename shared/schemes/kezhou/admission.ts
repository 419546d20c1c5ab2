/** 克州's way to a loan: application to the local department, its prefecture counterpart, finance with the departments, the published list, every bank. */
import { cite } from "../../citation";
import type { Procedure } from "../../process/procedure";
import { asks } from "./asks";
import { entryAsks } from "./entry-asks";
import { shares } from "./fund-parameters";
import { singleMax } from "./parameters";

export const admission: Procedure = {
  id: "admission",
  steps: [
    {
      kind: "recommend",
      id: "county_review",
      says: "县（市）行业主管部门登记、初审",
      cites: cite("第七条（二）", "KZ-023"),
      entry: cite("第七条（一）", "KZ-022"),
      by: ["township"],
      letter: { required: false, cites: cite("第七条（二）", "KZ-023") },
      papers: [],
      asks: entryAsks,
    },
    {
      kind: "check",
      id: "prefecture_review",
      says: "州直部门审核",
      cites: cite("第七条（三）", "KZ-024"),
      by: ["department"],
      sources: ["internal", "external"],
      topics: { asked: ["credit", "tax", "criminal"], cites: cite("第二十三条（三）", "KZ-070") },
      onReturn: "county_review",
    },
    {
      kind: "approve",
      id: "whitelist",
      says: "财政局组织审核确定白名单",
      cites: cite("第七条（四）", "KZ-025"),
      by: ["office"],
      onReject: "prefecture_review",
    },
    {
      kind: "publish",
      id: "publication",
      says: "公布白名单",
      cites: cite("第七条（四）", "KZ-026"),
      by: ["office"],
      fields: ["name", "listedOn"],
    },
    {
      kind: "push",
      id: "push",
      says: "推送各银行",
      cites: cite("第七条（四）", "KZ-026"),
      by: ["office"],
      to: ["bank"],
      agreement: { cites: cite("第五条", "KZ-009") },
      everyone: cite("第七条（四）", "KZ-026"),
      free: cite("第二十三条（七）", "KZ-076"),
    },
    {
      kind: "loan",
      id: "loan",
      says: "贷款发放",
      cites: cite("第十条", "KZ-036", "KZ-038"),
      by: ["bank"],
      cap: singleMax,
      capCites: cite("第九条", "KZ-034"),
      asks,
      modes: [
        {
          id: "guaranteed",
          says: "担保贷款",
          cites: cite("第二条", "KZ-004"),
          lenders: ["bank"],
          needs: "guarantor",
          payee: "bank",
          stands: { kind: "of_shares", among: shares, party: "fund" },
        },
      ],
    },
  ],
};
