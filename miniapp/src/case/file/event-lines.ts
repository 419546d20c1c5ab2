/** What the timeline says under an event of a funded loan: its facts as sentences, never a code. */

import type { CaseView } from "../../../../shared/contract/case";
import type { FileEventType } from "../../../../shared/process/loan-file";
import type { LoanGrade } from "../../../../shared/process/loan-life";
import { partyName } from "../../party-name";
import { payTerm } from "../../term";
import { percentText, yuanText } from "../../ui/money-text";
import { GRADE_WORDS, WAY_WORDS } from "../../words/loan";
import { CLAIM_CHOICE_WORDS } from "../../words/payment";
import { COORDINATION_WORDS, PROOF_WORDS } from "../../words/recovery";
import { dayText, halfText } from "../../words/time";

type Facts = CaseView["timeline"][number]["facts"];

const yuan = (amount: string | undefined) => `${yuanText(amount ?? "0.00")} 元`;
const on = (day: string | undefined) => dayText(day ?? "");
const some = (amount: string | undefined) => /[1-9]/.test(amount ?? "");
const because = (f: Facts) => (f.reason ? [`理由：${f.reason}`] : []);
const paper = (f: Facts) => (f.documentNo ? [`文号：${f.documentNo}`] : []);

/** `agreed:3,not_agreed:1` → `计票：符合代偿条件 3 票，不符合代偿条件 1 票`. */
const counted = (f: Facts): string[] =>
  f.counts
    ? [
        `计票：${f.counts
          .split(",")
          .map((part) => part.split(":"))
          .map(([choice = "", votes]) => `${CLAIM_CHOICE_WORDS[choice] ?? choice} ${votes} 票`)
          .join("，")}`,
      ]
    : [];

const LINES: Partial<Record<FileEventType, (f: Facts) => string[]>> = {
  schedule_set: (f) => [`共 ${f.instalments} 期`],
  repaid: (f) => [`${on(f.on)}，本金 ${yuan(f.principal)}，利息 ${yuan(f.interest)}`, `流水号 ${f.repaymentNo}`],
  repayment_undone: (f) => [`流水号 ${f.repaymentNo}`, ...because(f)],
  extended: (f) => [`新的到期日 ${on(f.maturesOn)}`, ...because(f)],
  graded: (f) => [`${on(f.on)}起列为“${GRADE_WORDS[f.grade as LoanGrade]?.says ?? f.grade}”`],
  claim_filed: (f) =>
    f.principal
      ? [
          `收款单位：${f.payee}`,
          `未还本金 ${yuan(f.principal)}，未还利息 ${yuan(f.interest)}${some(f.covered) ? `，其他赔付 ${yuan(f.covered)}` : ""}`,
          ...(f.letterNo ? [`机构认定函：${f.letterNo}`] : []),
        ]
      : [],
  claim_checked: (f) => [...(f.batch ? [`编入${halfText(f.batch)}批次`] : []), ...(f.summary ? [f.summary] : [])],
  claim_returned: (f) => [...because(f), ...paper(f)],
  claim_withdrawn: because,
  claim_panel_set: (f) => [`会议日期 ${on(f.heldOn)}`, `评审单位：${f.units}`],
  claim_ballot_opened: (f) => [`${f.units} 家参加表决`],
  claim_ballot_cast: (f) => (f.unit ? [f.unit] : []),
  claim_revote_opened: counted,
  claim_deferred: counted,
  claim_opinion_given: (f) => [CLAIM_CHOICE_WORDS[f.choice ?? ""] ?? "", ...counted(f), f.opinion ?? ""].filter(Boolean),
  claim_reported: paper,
  claim_notified: paper,
  obligation_fulfilled: (f) => [
    `${f.says ?? ""}（${on(f.on)}${f.way ? `，${WAY_WORDS[f.way] ?? f.way}` : ""}）`,
    ...(f.detail ? [f.detail] : []),
    ...paper(f),
  ],
  claim_consented: (f) => [...paper(f), ...(f.amount ? [`最多${payTerm()} ${yuan(f.amount)}`] : [])],
  claim_paid: (f) =>
    f.amount
      ? [
          `${yuan(f.amount)}，比例 ${percentText(f.ratio ?? "")}，指令 ${f.instructionNo}`,
          ...(some(f.unfunded) ? [`资金不足，未付 ${yuan(f.unfunded)}`] : []),
        ]
      : [],
  coordinated: (f) => [
    `${on(f.on)}，${COORDINATION_WORDS[f.outcome as keyof typeof COORDINATION_WORDS] ?? ""}${f.instalments ? `，共 ${f.instalments} 期` : ""}`,
  ],
  legal_forced: because,
  legal_started: (f) => [`${on(f.on)}，${f.court}`, `案号 ${f.caseNo}`],
  money_recovered: (f) => [`${on(f.receivedOn)}收回 ${yuan(f.amount)}，其中返还资金 ${yuan(f.due)}`, `流水号 ${f.receipt}`],
  return_declared: (f) => [`${on(f.on)}转出 ${yuan(f.amount)}，凭证 ${f.voucherNo}`, `对应收款 ${f.receipt}`],
  money_returned: (f) => [`${yuan(f.amount)}，对应收款 ${f.receipt}`],
  claw_back_ordered: (f) => [yuan(f.amount), ...paper(f)],
  claw_back_received: (f) => [yuan(f.amount)],
  legal_ended: (f) => [`${on(f.on)}，${PROOF_WORDS[f.proof ?? ""] ?? ""}`, `文书 ${f.documentNo}`],
  loss_confirmed: (f) => [yuan(f.amount)],
  loss_approved: (f) => [`${partyName(f.kind ?? "") || "审核单位"}同意核销`],
  written_off: (f) => [yuan(f.amount)],
};

/** Undefined for an event that is not of the loan's file. */
export const fileLines = ({ type, facts }: Pick<CaseView["timeline"][number], "type" | "facts">): string[] | undefined =>
  LINES[type as FileEventType]?.(facts);
