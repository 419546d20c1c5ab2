/** How a case ended, told plainly: what happened, what it means, what may be done next and from when. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { oncePerGroup } from "../../../shared/process/group";
import { schemeOf } from "../scheme";
import { panelTerm, payTerm } from "../term";
import { Article } from "../ui/article";
import { Banner } from "../ui/errors";
import { yuanText } from "../ui/money-text";
import { dayText } from "../words/time";

interface Ended {
  tone: "good" | "warn" | "danger" | "info";
  title: string;
  lines: readonly string[];
  article?: string;
}

const articleOf = (view: CaseView, type: string) => view.timeline.find((event) => event.type === type)?.article;

/** Of a loan that was made, by what has become of it since. */
function fundedOf(view: CaseView): Ended | null {
  const { loan, file } = view;
  if (!loan) return null;
  const { claim, recovery } = file ?? {};
  const still = "企业仍要偿还全部贷款，收回的钱按比例返还资金。";
  const paid = claim?.paid
    ? `风险补偿资金于 ${dayText(claim.paid.on)} ${payTerm()} ${yuanText(claim.paid.amount)} 元，付给${claim.payee.name}。`
    : "";
  switch (file?.stage ?? "live") {
    case "live":
      return {
        tone: "good",
        title: "贷款已发放",
        lines: [
          `${loan.lender.name}于 ${dayText(loan.disbursedOn)} 放款 ${yuanText(loan.principal)} 元。`,
          ...(loan.covered ? [`如果将来还不上，风险补偿资金最多${payTerm()} ${yuanText(loan.covered)} 元，企业仍要偿还全部贷款。`] : []),
          ...(oncePerGroup(schemeOf(view.scheme.id)) ? ["本企业和关联企业通过这一机制贷款的一次机会已经用掉。"] : []),
        ],
        article: articleOf(view, "loan_recorded"),
      };
    case "repaid":
      return { tone: "good", title: "贷款已结清", lines: [`本金 ${yuanText(loan.principal)} 元已全部还清，资金不再承担风险。`] };
    case "claim":
      return {
        tone: "warn",
        title: `贷款出现不良，正在办理${payTerm()}`,
        lines: [`${claim?.payee.name ?? "机构"}申请${payTerm()}，现在是“${claim?.stepSays ?? ""}”。`, `${payTerm()}不免除企业的债务。`],
      };
    case "recovery":
      return { tone: "warn", title: `资金已${payTerm()}，正在追偿`, lines: [paid, still] };
    case "recovered":
      return { tone: "good", title: `${payTerm()}款已全部收回`, lines: [paid, "资金付出的已经全部返还。"] };
    case "written_off":
      return {
        tone: "danger",
        title: "净损失已核销",
        lines: [
          paid,
          `${recovery?.writtenOff ? `核销 ${yuanText(recovery.writtenOff.amount)} 元。` : ""}核销不免除企业的债务，以后收回的仍要返还资金。`,
        ],
      };
  }
}

function endingOf(view: CaseView): Ended | null {
  const on = view.since ? dayText(view.since) : "";
  switch (view.status) {
    case "funded":
      return fundedOf(view);
    case "cooling":
      return view.cooling
        ? {
            tone: "danger",
            title: "两次融资没有成功，暂停推送一年",
            lines: [
              `第二次推送之日起一年内不再推送，到 ${dayText(view.cooling.blockedThrough)} 为止（含当天）。`,
              `最早可以再推送的日子是 ${dayText(view.cooling.firstAllowedOn)}，届时可以重新申请。`,
            ],
            article: view.cooling.article,
          }
        : null;
    case "not_supported":
      return {
        tone: "danger",
        title: `${panelTerm()}结果：不予支持`,
        lines: [`${panelTerm()}会议 ${on} 形成结果，本案到此办结。`, "企业情况变好以后，可以重新提交申请。"],
        article: articleOf(view, "review_decided"),
      };
    case "withdrawn":
      return { tone: "info", title: "企业已撤回申请", lines: [`${on} 撤回，本案到此办结。需要时可以重新申请。`] };
    default:
      return null;
  }
}

export function CaseEnding({ view }: { view: CaseView }) {
  const ended = endingOf(view);
  if (!ended) return null;
  return (
    <View id="case-ending">
      <Banner tone={ended.tone} title={ended.title}>
        {ended.lines.filter(Boolean).map((line) => (
          <View key={line}>{line}</View>
        ))}
        {ended.article ? <Article article={ended.article} /> : null}
      </Banner>
    </View>
  );
}
