/** What 东莞 asks of a loan when it is filed: of a bank's own loan its kind, security and contract day, of a guaranteed one the national fund's number and whom it supports. */
import { cite } from "../../citation";
import type { LoanAsk } from "../../process/loan-ask";
import type { RegisterStep } from "../../process/procedure";

const BANK = ["bank"] as const;
const GUARANTEED = ["guaranteed"] as const;

export const asks: readonly LoanAsk[] = [
  {
    kind: "choice",
    key: "type",
    says: "贷款类型",
    cites: cite("三（四）", "DG-022"),
    modes: BANK,
    options: [
      { id: "credit", says: "信用贷款" },
      { id: "ip_pledge", says: "知识产权质押贷款" },
      { id: "receivables_pledge", says: "应收账款质押贷款" },
      { id: "equity_pledge", says: "股权质押贷款" },
      { id: "other", says: "其他类型" },
    ],
  },
  {
    kind: "several",
    key: "collateral",
    says: "担保方式",
    cites: cite("三（四）", "DG-021"),
    modes: BANK,
    none: "没有担保",
    options: [
      { id: "ip_pledge", says: "知识产权质押" },
      { id: "receivables_pledge", says: "应收账款质押" },
      { id: "equity_pledge", says: "股权质押" },
      { id: "personal_surety", says: "自然人保证" },
      { id: "corporate_surety", says: "一般企业保证" },
      { id: "guarantee_company", says: "担保公司担保" },
      { id: "physical", says: "房产、设备等实物抵押或质押" },
    ],
  },
  { kind: "day", key: "contractOn", says: "签订借款合同的日子", cites: cite("三（四）", "DG-024"), modes: BANK },
  { kind: "text", key: "papers.national_fund", says: "国家融担基金的业务编号", cites: cite("三（三）", "DG-017"), modes: GUARANTEED },
];

export const firm: RegisterStep["firm"] = [
  { ask: "size", cites: cite("三（二）", "DG-011"), modes: GUARANTEED },
  { ask: "profiles", cites: cite("三（二）", "DG-011"), modes: GUARANTEED },
];
