/** 新乡 has no list of firms: a partner enters a loan that it made through the platform, and the loan is held against the measures. */
import { cite } from "../../citation";
import type { LoanMode, Procedure } from "../../process/procedure";
import { asks, firm } from "./asks";
import { bands, guaranteeBands } from "./fund-parameters";

/** A loan without a guarantor: the bank is paid, by the band of the loan. */
const direct = (id: string, says: string): LoanMode => ({
  id,
  says,
  cites: cite("第四条", "XX-012"),
  lenders: ["bank"],
  payee: "bank",
  stands: { kind: "by_band", of: "loanAmount", bands, over: "loan_over_cap" },
});

export const admission: Procedure = {
  id: "admission",
  steps: [
    {
      kind: "register",
      id: "registration",
      says: "贷款备案",
      cites: cite("第四条", "XX-010"),
      by: ["bank", "guarantor"],
      order: { says: "智慧金融平台订单号", cites: cite("第四条", "XX-010") },
      asks,
      firm,
      modes: [
        direct("credit", "信用贷款"),
        direct("ip_pledge", "知识产权质押贷款"),
        direct("patent_pledge", "专利权质押贷款"),
        direct("trademark_pledge", "商标权质押贷款"),
        {
          id: "reguaranteed",
          says: "省再担保体系内的担保贷款",
          cites: cite("第十一条", "XX-042"),
          lenders: ["bank"],
          needs: "guarantor",
          payee: "guarantor",
          stands: { kind: "by_band", of: "loanAmount", bands: guaranteeBands, over: "guarantee_loan_cap" },
        },
      ],
    },
  ],
};
