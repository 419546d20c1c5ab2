/** The instruction as a paper to the account bank: number, date, payee, the amount in figures and capitals, both persons. */

import { View } from "@tarojs/components";
import type { InstructionView } from "../../../shared/contract/payment";
import { parseYuan } from "../../../shared/money";
import { capitalYuan } from "../../../shared/money-words";
import { partyName } from "../party-name";
import { Doc, DocTable } from "../ui/doc";
import { yuanText } from "../ui/money-text";
import { isSome } from "../ui/proportion";
import { PAYS_WORDS } from "../words/payment";
import { dayText } from "../words/time";
import { heldIn } from "./money-place";

const capitals = (amount: string): string => {
  const read = parseYuan(amount);
  return read.ok ? capitalYuan(read.value) : "";
};

const sources = ({ account, quota }: InstructionView): string =>
  [isSome(account) ? `${heldIn()} ${yuanText(account)} 元` : "", isSome(quota) ? `${partyName("finance")}拨付额度 ${yuanText(quota)} 元` : ""]
    .filter(Boolean)
    .join("；");

/** What has to be read before anything else: that it may not be paid yet, or never. */
export function paperNotice({ status }: Pick<InstructionView, "status">): string | null {
  if (status === "CANCELLED") return "本指令已撤回，作废。";
  if (status === "DRAWN_UP") return "尚未经第二人复核，不得付款。";
  return status === "APPLIED" || status === "FIN_APPROVED" ? "额度资金尚未到账，暂不付款。" : null;
}

export function OrderPaper({ instruction, office, bank }: { instruction: InstructionView; office: string; bank: string }) {
  const notice = paperNotice(instruction);
  return (
    <Doc
      id="order-paper"
      org={office}
      no={instruction.no}
      title="风险补偿资金付款指令"
      to={bank}
      on={dayText(instruction.on)}
      foot={<View>{`案件编号 ${instruction.caseNo}　依据：${instruction.article}`}</View>}
    >
      <View className="doc-p">请从风险补偿资金支付下列款项，付款后在系统中确认。</View>
      <DocTable
        lines={[
          ["收款单位", instruction.payee.name],
          ["人民币大写", capitals(instruction.amount)],
          ["人民币小写", `¥${yuanText(instruction.amount)}`],
          ["事由", `${instruction.enterprise}${PAYS_WORDS[instruction.reason] ?? ""}`],
          ["资金来源", sources(instruction)],
          ["未付差额", isSome(instruction.unfunded) ? `资金不足，未付 ${yuanText(instruction.unfunded)} 元，只作记录` : undefined],
          ["双方分配", instruction.parts?.map((part) => `${part.org} ${yuanText(part.amount)} 元`).join("；")],
          ["同意文号", instruction.consentNo],
          [`${partyName("government")}文件`, instruction.governmentDocument],
          ["制单", instruction.madeBy],
          ["复核", instruction.checkedBy ?? "（未复核）"],
        ]}
      />
      {notice ? <View className="doc-h">{notice}</View> : null}
    </Doc>
  );
}
