/** 包头's way from arrears to the debit: what is done before it, when a bank may take the pool's part, who confirms it, and who bears the loss. */
import { cite } from "../../citation";
import type { Formula } from "../../fund/formula";
import type { LossRules, Shares } from "../../fund/sharing";
import type { ClaimRules } from "../../process/claim-rules";
import type { Obligation } from "../../process/obligation";
import { limit, limitBefore } from "../dated";
import {
  collectionMin,
  collectionWays,
  compBase,
  compBaseDate,
  conflictMode,
  debitDays,
  evidence,
  indemnity,
  poolShares,
  shares,
} from "./fund-parameters";

const SHARE = cite("第二十条", "BT-029");
const DEBIT = cite("第三十二条", "BT-049");

export const insidePool: Shares = {
  kind: "shares",
  id: "pool",
  says: "资金池部分由自治区、市、地区分担",
  among: poolShares,
  cites: cite("第二十条", "BT-030"),
};

export const loss: LossRules = {
  bearing: { kind: "shares", id: "shares", says: "资金池、银行、担保机构分担风险", among: shares, inner: { pool: insidePool }, cites: SHARE },
  fund: "pool",
};

const principal: Formula = { kind: "figure", id: "loss", of: "outstandingPrincipal", says: "未还的本金", cites: DEBIT };

export const compensation: Formula = {
  kind: "share",
  id: "compensation",
  of: {
    kind: "read_as",
    id: "base",
    by: compBase,
    of: {
      principal,
      principal_and_interest: {
        kind: "sum",
        id: "loss_with_interest",
        of: [principal, { kind: "figure", id: "interest", of: "outstandingInterest", says: "未还的利息", cites: DEBIT }],
        says: "未还的本金和利息",
        cites: DEBIT,
      },
    },
    says: "到期未还的贷款",
    cites: DEBIT,
  },
  among: shares,
  party: "pool",
  says: "资金池按比例分担",
  cites: SHARE,
};

export const claim: ClaimRules = {
  cites: DEBIT,
  evidence,
  papers: [],
  base: compBase,
  baseDate: compBaseDate,
  indemnity,
  agreement: cite("第十四条", "BT-021"),
  payee: DEBIT,
  matured: { days: debitDays, code: "debit_early", cites: DEBIT },
  steps: [
    {
      kind: "check",
      id: "trustee_check",
      says: "受托机构核对",
      cites: cite("第十条", "BT-014"),
      by: ["manager"],
      disinterested: { mode: conflictMode, cites: cite("第十条", "BT-014") },
      onReturn: "file",
    },
    {
      kind: "approve",
      id: "office_confirmation",
      says: "专项工作协调办公室确认扣划",
      cites: cite("第六条（一）", "BT-006"),
      by: ["office"],
      onReturn: "trustee_check",
    },
    { kind: "pay", id: "debit", says: "合作银行扣划", cites: DEBIT, by: ["bank"] },
  ],
};

export const obligations: readonly Obligation[] = [
  {
    id: "disbursement_notice",
    says: "放款后书面通知专项工作协调办公室",
    cites: cite("第二十七条", "BT-042"),
    by: ["bank"],
    anchor: "disbursed",
    within: limit("disbursement_notice", cite("第二十七条", "BT-042"), "disbursed", { workdays: 3 }, "放款后三个工作日内书面通知"),
    paper: true,
    gates: [],
    missing: "disburse_notice_overdue",
    late: "disburse_notice_overdue",
  },
  {
    id: "maturity_reminder",
    says: "到期前提醒企业负责人",
    cites: cite("第三十一条（一）", "BT-046"),
    by: ["bank", "guarantor"],
    anchor: "matures",
    within: limitBefore("maturity_reminder", cite("第三十一条（一）", "BT-046"), "matures", { days: 60 }, "到期六十日前提醒还款"),
    notBefore: "disbursed",
    gates: [],
    missing: "reminder_missed",
    late: "reminder_missed",
  },
  {
    id: "measures",
    says: "逾期后提出应对措施",
    cites: cite("第三十一条（二）", "BT-047"),
    by: ["manager", "bank"],
    anchor: "overdue",
    within: limit("measures", cite("第三十一条（二）", "BT-047"), "overdue", { workdays: 5 }, "逾期后及时提出措施，五个工作日后提醒"),
    gates: [],
    missing: "no_measures",
    late: "no_measures",
  },
  {
    id: "collection",
    says: "电话、上门等方式催收",
    cites: cite("第三十一条（三）", "BT-048"),
    by: ["manager", "bank"],
    anchor: "overdue",
    times: collectionMin,
    ways: collectionWays,
    gates: ["claim"],
    missing: "collection_required",
    late: "collection_required",
  },
  {
    id: "debit_notice",
    says: "扣划后书面告知专项工作协调办公室",
    cites: cite("第三十二条", "BT-050"),
    by: ["bank"],
    anchor: "paid",
    within: limit("debit_notice", cite("第三十二条", "BT-050"), "paid", { workdays: 3 }, "扣划后三个工作日内书面告知"),
    paper: true,
    gates: [],
    missing: "debit_notice_overdue",
    late: "debit_notice_overdue",
  },
  {
    id: "litigation",
    says: "追偿没有结果的，依法起诉",
    cites: cite("第三十三条", "BT-051"),
    by: ["manager", "bank"],
    anchor: "paid",
    within: limit("litigation", cite("第三十三条", "BT-051"), "paid", { months: 3 }, "代偿后一个季度没有起诉的提醒"),
    gates: [],
    missing: "litigation_open",
    late: "litigation_open",
  },
];
