/** The opinion of the units that verified a claim: what was claimed, who decided and how, the words, the amount with its articles. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import type { ClaimView } from "../../case/file/file-of";
import { bothAmounts } from "../../money/both-amounts";
import { partyName } from "../../party-name";
import { payTerm } from "../../term";
import { Doc, DocTable } from "../../ui/doc";
import { percentText, yuanText } from "../../ui/money-text";
import { ruleSetText } from "../../words/edition";
import { GRADE_WORDS } from "../../words/loan";
import { dayText, halfText } from "../../words/time";

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n+/)
      .filter((line) => line.trim())
      .map((line) => (
        <View className="doc-p" key={line}>
          {line.trim()}
        </View>
      ))}
  </>
);

/** Seats with what has to be known about them: whose place one has taken, and who decided on its own claim. */
function Units({ claim }: { claim: ClaimView }) {
  const { verification: panel } = claim;
  const last = panel?.past.at(-1);
  if (!panel) return null;
  const says = (id: string) => panel.choices.find((choice) => choice.id === id)?.says ?? id;
  return (
    <>
      <View className="doc-h">二、评审单位和表决</View>
      <View className="doc-p">{`${dayText(panel.heldOn)}，由评级时的原班单位共 ${panel.seats.length} 家审核表决${
        panel.counts
          ? `：${Object.entries(panel.counts)
              .map(([choice, votes]) => `${says(choice)} ${votes} 票`)
              .join("，")}`
          : ""
      }。`}</View>
      <DocTable
        lines={panel.seats.map((seat) => {
          const ballot = last?.ballots.find((each) => each.unit === seat.unit.id);
          return [
            seat.unit.name,
            [
              [seat.delegate.name, seat.delegate.title].filter(Boolean).join(" "),
              seat.standsFor ? `承接“${seat.standsFor}”` : "",
              seat.interested ? "与本申请有利害关系" : "",
              ballot ? `${says(ballot.choice)}：${ballot.reason}` : "",
            ]
              .filter(Boolean)
              .join("；"),
          ] as const;
        })}
      />
    </>
  );
}

export function OpinionPaper({ view, office }: { view: CaseView; office: string }) {
  const claim = view.file?.claim;
  if (!claim?.opinion) return null;
  const { filing, opinion, today, consent, paid } = claim;
  const amount = paid?.amount ?? consent?.amount ?? today?.amount;
  return (
    <Doc
      id="opinion-paper"
      org={office}
      no={`${view.no}-审核`}
      title={`关于${view.enterprise.name}不良贷款${payTerm()}申请的审核意见`}
      on={dayText(opinion.on)}
      foot={
        <View>{`案件编号 ${view.no}　规则版本：${ruleSetText(view.scheme.ruleSet)}　依据：${claim.steps
          .map((step) => step.article)
          .filter((article, at, all) => all.indexOf(article) === at)
          .join("、")}`}</View>
      }
    >
      <View className="doc-h">一、申请情况</View>
      <DocTable
        lines={[
          ["申请单位", claim.payee.name],
          ["企业", `${view.enterprise.name}（${view.enterprise.creditCode}）`],
          ["收到日期", `${dayText(claim.receivedOn)}${claim.batch ? `，${halfText(claim.batch)}批次` : ""}`],
          ["五级分类", filing ? `${GRADE_WORDS[filing.grade].says}，逾期 ${filing.overdueDays} 天` : undefined],
          ["认定函", filing?.letterNo],
          ["未还本金", filing ? `${yuanText(filing.principal)} 元` : undefined],
          ["未还利息", filing ? `${yuanText(filing.interest)} 元（另记）` : undefined],
        ]}
      />
      <Units claim={claim} />
      <View className="doc-h">三、审核意见</View>
      <View className="doc-p">{`${opinion.says}。`}</View>
      <Paragraphs text={opinion.text} />
      {amount ? (
        <>
          <View className="doc-h">四、{payTerm()}金额</View>
          <View className="doc-p">{`${payTerm()}比例 ${percentText(claim.ratio)}，${payTerm()} ${bothAmounts(amount)}。${paid ? "" : `付款当日再算一次，以付款时为准，不超过${partyName("government")}同意的数额。`}`}</View>
        </>
      ) : null}
    </Doc>
  );
}
