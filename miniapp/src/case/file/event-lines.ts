/** What the timeline says under an event of a funded loan, for those whose facts need words of their own. */
import type { CaseView } from "../../../../shared/contract/case";
import { CLAIM_CHOICE_WORDS } from "../../fund-words";
import { COORDINATION_WORDS, PROOF_WORDS } from "../../money-words";
import { yuanText } from "../../ui/money-text";
import { dayText, ORG_KIND_WORDS } from "../../words";

type Event = CaseView["timeline"][number];

const yuan = (amount: string | undefined) => (amount ? `${yuanText(amount)} 元` : "");
const choiceSays = (choice: string) => CLAIM_CHOICE_WORDS[choice] ?? choice;

/** `agreed:3,not_agreed:0` → `计票：符合代偿条件 3 票，不符合代偿条件 0 票`. */
const counted = (counts: string | undefined): string[] =>
  counts
    ? [
        `计票：${counts
          .split(",")
          .map((part) => part.split(":"))
          .map(([choice = "", votes = ""]) => `${choiceSays(choice)} ${votes} 票`)
          .join("，")}`,
      ]
    : [];

/** Undefined where the facts speak for themselves. */
export function fileLines({ type, facts: f }: Event): string[] | undefined {
  switch (type) {
    case "claim_filed":
      return [
        `收款单位：${f.payee}`,
        `未还本金：${yuan(f.principal)}，利息 ${yuan(f.interest)}（另记）`,
        `其他赔付：${yuan(f.covered)}`,
        ...(f.letterNo ? [`认定函：${f.letterNo}`] : []),
      ];
    case "claim_ballot_opened":
      return [`${f.units} 家参加表决`];
    case "claim_panel_set":
      return [`会议日期：${dayText(f.heldOn ?? "")}`, `评审单位：${f.units}`];
    case "claim_revote_opened":
    case "claim_deferred":
      return counted(f.counts);
    case "claim_opinion_given":
      return [choiceSays(f.choice ?? ""), ...(f.opinion ? [f.opinion] : []), ...counted(f.counts)];
    case "coordinated":
      return [
        `${dayText(f.on ?? "")}，${COORDINATION_WORDS[f.outcome as keyof typeof COORDINATION_WORDS] ?? ""}${f.instalments ? `，共 ${f.instalments} 期` : ""}`,
      ];
    case "legal_started":
      return [`${dayText(f.on ?? "")}，${f.court}，${f.caseNo}`];
    case "legal_ended":
      return [`${dayText(f.on ?? "")}，${PROOF_WORDS[f.proof ?? ""] ?? "有证明"}，${f.documentNo}`];
    case "money_recovered":
      return [`流水号 ${f.receipt}，${dayText(f.receivedOn ?? "")}收回 ${yuan(f.amount)}`, `其中应返还 ${yuan(f.due)}`];
    case "return_declared":
      return [`流水号 ${f.receipt}，已转出 ${yuan(f.amount)}（${dayText(f.on ?? "")}，凭证 ${f.voucherNo}）`];
    case "loss_approved":
      return [`${ORG_KIND_WORDS[f.kind as keyof typeof ORG_KIND_WORDS] ?? "单位"}同意核销`];
    default:
      return undefined;
  }
}
