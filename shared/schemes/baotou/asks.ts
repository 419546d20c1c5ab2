/** What 包头 asks of a loan when the bank records it: purpose, repayment, security and charges, and what was done before it, one after the other. */
import { cite } from "../../citation";
import type { LoanAsk } from "../../process/loan-ask";

const ORDER = cite("第二十六条", "BT-041");

export const asks: readonly LoanAsk[] = [
  {
    kind: "choice",
    key: "purpose",
    says: "贷款用途",
    cites: cite("第五条", "BT-005"),
    options: [
      { id: "working_capital", says: "流动资金" },
      { id: "operation_turnover", says: "生产经营周转" },
      { id: "other", says: "其他用途" },
    ],
  },
  {
    kind: "choice",
    key: "repayment",
    says: "还款方式",
    cites: cite("第二十二条（四）", "BT-035"),
    options: [
      { id: "bullet", says: "到期一次还" },
      { id: "instalment", says: "分期还" },
      { id: "other", says: "其他方式" },
    ],
  },
  { kind: "day", key: "steps.due_diligence", says: "尽职调查的日子", cites: ORDER },
  { kind: "day", key: "steps.filed_with_office", says: "报备的日子", cites: ORDER },
  { kind: "day", key: "steps.approved", says: "审批的日子", cites: ORDER },
  {
    kind: "several",
    key: "collateral",
    says: "银行为自己承担的风险另要的担保",
    cites: cite("第二十一条", "BT-031"),
    none: "没有另要担保",
    options: [
      { id: "mortgage", says: "抵押" },
      { id: "pledge", says: "质押" },
      { id: "surety", says: "保证" },
      { id: "other", says: "其他担保" },
    ],
  },
  {
    kind: "several",
    key: "counterGuarantee",
    says: "企业向担保机构提供的反担保",
    cites: cite("第二十八条", "BT-043"),
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
    kind: "fees",
    key: "fees",
    says: "向企业收取的费用",
    cites: cite("第十七条", "BT-026"),
    none: "除利息外没有收费",
    rated: [],
    options: [
      { id: "guarantee_fee", says: "担保费" },
      { id: "deposit", says: "保证金" },
      { id: "commitment", says: "承诺费" },
      { id: "consulting", says: "咨询费" },
      { id: "advisory", says: "顾问费" },
      { id: "registration", says: "登记费" },
      { id: "document", says: "资料费" },
      { id: "other", says: "其他费用" },
    ],
  },
  { kind: "yes", key: "attested.ratePolicy", says: "利率符合普惠政策", cites: cite("第二十二条（三）", "BT-034") },
  { kind: "exception", key: "exceptions.area_25x", says: "超过地区倍数的同意文件", cites: cite("第十三条", "BT-018") },
  { kind: "exception", key: "exceptions.loan_cap", says: "单户超过一般上限的同意文件", cites: cite("第二十二条（一）", "BT-032") },
  { kind: "exception", key: "exceptions.term", says: "期限超过一年的理由", cites: cite("第二十二条（二）", "BT-033") },
  { kind: "exception", key: "exceptions.support", says: "延长支持的理由", cites: cite("第二十三条", "BT-037") },
  {
    kind: "several",
    key: "consents",
    says: "同意延长支持的各方",
    cites: cite("第二十三条", "BT-037"),
    none: "不延长支持",
    options: [
      { id: "office", says: "协调办公室" },
      { id: "bank", says: "合作银行" },
      { id: "guarantor", says: "担保机构" },
    ],
  },
];
