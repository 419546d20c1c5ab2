/** 青溪's way to a loan: the town recommends, the manager looks at the firm, the office agrees, a partner bank lends. */
import { cite } from "../../../shared/citation";
import type { Procedure } from "../../../shared/process/procedure";
import { coverRatio } from "./parameters";

export const admission: Procedure = {
  id: "admission",
  steps: [
    {
      kind: "recommend",
      id: "town",
      says: "乡镇推荐",
      cites: cite("第六条", "QX-009"),
      by: ["township"],
      letter: { required: false, cites: cite("第六条", "QX-009") },
      papers: [],
    },
    {
      kind: "check",
      id: "visit",
      says: "互助资金管理人走访",
      cites: cite("第六条", "QX-009"),
      by: ["manager"],
      sources: ["internal", "external"],
      onReturn: "town",
    },
    { kind: "approve", id: "membership", says: "同意入会", cites: cite("第六条", "QX-009"), by: ["office"], onReject: "visit" },
    {
      kind: "push",
      id: "push",
      says: "推荐给合作银行",
      cites: cite("第六条", "QX-009"),
      by: ["office"],
      to: ["bank"],
      agreement: { cites: cite("第六条", "QX-009") },
    },
    {
      kind: "loan",
      id: "loan",
      says: "贷款发放",
      cites: cite("第五条", "QX-006"),
      by: ["bank"],
      capCites: cite("第五条", "QX-006"),
      // nothing beside its record, which the rules look at
      asks: [],
      modes: [
        {
          id: "mutual_aid",
          says: "互助贷款",
          cites: cite("第九条", "QX-011"),
          lenders: ["bank"],
          payee: "bank",
          stands: { kind: "fixed", ratio: coverRatio },
        },
      ],
    },
  ],
};
