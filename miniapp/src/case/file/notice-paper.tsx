/** The notice of what was approved, as a paper to who pays: loss, ratio and amount, the numbers of the papers before it, payee and day. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { consenter, payer } from "../../doer";
import { bothAmounts } from "../../money/both-amounts";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Doc, DocTable } from "../../ui/doc";
import { percentText, yuanText } from "../../ui/money-text";
import { dayText } from "../../words/time";
import type { ClaimView } from "./file-of";

const numbered = (paper: { documentNo: string; on: string } | undefined) => (paper ? `${paper.documentNo}（${dayText(paper.on)}）` : undefined);

/** What was asked for; a reader who is not shown the filing sees what was agreed to alone. */
const askedLines = ({ filing }: ClaimView): [string, string | undefined][] => [
  ["申请时未还本金", filing && `${yuanText(filing.principal)} 元`],
  ["申请时未还利息", filing && `${yuanText(filing.interest)} 元（另记）`],
  ["其他赔付", filing && `${yuanText(filing.covered)} 元`],
];

/** Numbered and dated once it was issued; before that a draft, and it says so. */
export function NoticePaper({ view, claim }: { view: CaseView; claim: ClaimView }) {
  const { id: schemeId } = view.scheme;
  const step = schemeOf(schemeId).claim.steps.find(({ kind }) => kind === "notify");
  const { consent, notified, plan, filing } = claim;
  if (!step || !consent) return null;
  const term = payTerm(schemeId);
  return (
    <Doc
      id="notice-paper"
      org={step.by.map((kind) => partyName(kind, schemeId)).join("、")}
      no={notified?.documentNo ?? "（文号待填）"}
      title={`${term}通知书`}
      to={payer(schemeId)}
      {...(notified ? { on: dayText(notified.on) } : {})}
      foot={<View>{`案件编号 ${view.no}　依据：${step.cites.article}`}</View>}
    >
      <View className="doc-p">{`${consenter(schemeId)}已同意${view.enterprise.name}不良贷款的${term}申请，请向下列收款单位支付。`}</View>
      <DocTable
        lines={[
          ["企业", `${view.enterprise.name}（${view.enterprise.creditCode}）`],
          ["收款单位", claim.payee.name],
          ["借款合同号", view.loan?.contractNo],
          ["收到申请", dayText(claim.receivedOn)],
          ...askedLines(claim),
          ["比例", percentText(claim.ratio)],
          ["方案中的申请数额", plan && `${yuanText(plan.asked)} 元`],
          [`同意${term}（最多）`, bothAmounts(consent.amount) ?? undefined],
          ["同意文号", numbered(consent)],
          ["报送文号", numbered(claim.reported)],
          ["认定函", filing?.letterNo],
          ["信用报告", filing?.creditReport?.no],
        ]}
      />
      <View className="doc-p">付款当日再算一次，以付款时为准，不超过同意的数额。</View>
      {notified ? null : <View className="doc-h">尚未出具，不得据此付款。</View>}
    </Doc>
  );
}
