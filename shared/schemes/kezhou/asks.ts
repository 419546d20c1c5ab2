/** What 克州 asks of a loan when the bank records it: what the lender's own file holds, what it charges, what the firm gives the guarantor. */
import { cite } from "../../citation";
import type { LoanAsk } from "../../process/loan-ask";

export const asks: readonly LoanAsk[] = [
  { kind: "day", key: "guaranteeLetterOn", says: "担保函的日子", cites: cite("第十条", "KZ-038") },
  {
    kind: "fees",
    key: "fees",
    says: "向企业收取的费用",
    cites: cite("第八条（二）", "KZ-032", "KZ-031"),
    none: "除利息外没有收费",
    rated: ["guarantee_fee"],
    options: [
      { id: "guarantee_fee", says: "担保费" },
      { id: "commitment", says: "承诺费" },
      { id: "consulting", says: "咨询、顾问费" },
      { id: "deposit", says: "保证金" },
      { id: "other", says: "其他费用" },
    ],
  },
  {
    kind: "several",
    key: "counterGuarantee",
    says: "企业向担保公司提供的反担保",
    cites: cite("第二十三条（八）", "KZ-079"),
    none: "没有反担保",
    options: [
      { id: "surety", says: "保证" },
      { id: "mortgage", says: "抵押" },
      { id: "pledge", says: "质押" },
      { id: "receivable", says: "应收账款" },
      { id: "other", says: "其他" },
    ],
  },
  {
    kind: "several",
    key: "filed",
    says: "贷款档案里已有的材料",
    cites: cite("第十条", "KZ-036"),
    none: "都还没有",
    options: [
      { id: "pre_check", says: "贷前初审" },
      { id: "investigation_report", says: "调查报告" },
      { id: "committee_minutes", says: "贷审会纪要" },
      { id: "opinion", says: "审核意见" },
    ],
  },
  { kind: "exception", key: "exceptions.over_10pct", says: "单户超过一般上限的同意文件", cites: cite("第九条", "KZ-033") },
  { kind: "exception", key: "exceptions.term", says: "期限超过一般上限的同意文件", cites: cite("第九条", "KZ-035") },
];
