/** How a case ended, told plainly: what happened, what it means, what may be done next and from when. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { Banner } from "../ui/errors";
import { yuanText } from "../ui/money-text";
import { dayText } from "../words";

interface Ended {
  tone: "good" | "warn" | "danger" | "info";
  title: string;
  lines: readonly string[];
  article?: string;
}

const articleOf = (view: CaseView, type: string) => view.timeline.find((event) => event.type === type)?.article;

function endingOf(view: CaseView): Ended | null {
  const on = view.since ? dayText(view.since) : "";
  switch (view.status) {
    case "funded":
      return view.loan
        ? {
            tone: "good",
            title: "贷款已发放",
            lines: [
              `${view.loan.lender.name}于 ${dayText(view.loan.disbursedOn)} 放款 ${yuanText(view.loan.principal)} 元。`,
              ...(view.loan.covered ? [`如果将来还不上，风险补偿资金最多代偿 ${yuanText(view.loan.covered)} 元，企业仍要偿还全部贷款。`] : []),
              "本企业和关联企业通过这一机制贷款的一次机会已经用掉。",
            ],
            article: articleOf(view, "loan_recorded"),
          }
        : null;
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
        title: "联审结果：不予支持",
        lines: [`联审会议 ${on} 形成结果，本案到此办结。`, "企业情况变好以后，可以重新提交申请。"],
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
        {ended.lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
        {ended.article ? <View className="small muted">{`依据：${ended.article}`}</View> : null}
      </Banner>
    </View>
  );
}
