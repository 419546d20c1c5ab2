/** A period's plan before it is drawn up: what keeps it from that, and drawing it up as it stands today under the number of the office's own paper. */
import { View } from "@tarojs/components";
import { type Answer, call } from "../../api";
import { Flags } from "../../case/file/flags";
import { consenter, planner } from "../../doer";
import { DocumentForm } from "../../money/document-form";
import { Cited } from "../../ui/article";
import { Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { percentText, yuanText } from "../../ui/money-text";
import { toast } from "../../ui/toast";
import { toTop } from "../../use-act";
import { periodText } from "../../words/time";

type Open = NonNullable<Answer<"listAllocations">["open"]>;

/** What keeps it from being drawn up, or who draws it up. */
export function NotYet({ open, schemeId }: { open: Open; schemeId: string }) {
  if (open.obstacles.length)
    return (
      <View id="plan-obstacles">
        <Flags flags={open.obstacles} />
      </View>
    );
  return open.mayDrawUp ? null : <Banner title={`等${planner(schemeId)}拟订`}>下面是按今天的情况拟订会怎样分。</Banner>;
}

export function DrawUp({ open, schemeId, onDone }: { open: Open; schemeId: string; onDone: () => unknown }) {
  const to = consenter(schemeId);
  const done = async () => {
    toast(`已报${to}`);
    await onDone();
    toTop();
  };
  return (
    <Section title="拟订分配方案" aside={<Cited article={open.article} />}>
      <DocumentForm
        id="draw-up"
        kept={`allocation.${schemeId}.${open.period}`}
        label="方案文号"
        hint={`本单位报${to}的方案的编号`}
        check={`核对后报${to}`}
        action={`报${to}`}
        title={`${periodText(open.period)}分配方案`}
        onSend={(documentNo) => call("drawUpAllocation", { body: { period: open.period, documentNo } })}
        onDone={done}
      >
        <Row label="申请" num>{`${open.claims} 笔，${yuanText(open.asked)} 元`}</Row>
        <Row label="分配" num>{`${yuanText(open.allocated)} 元`}</Row>
        <Row label="没有分到" num>{`${yuanText(open.short)} 元`}</Row>
        <Row label="每笔分得" num>{`申请额的 ${percentText(open.factor)}`}</Row>
        <View className="small muted">{`报出后，这一年的申请随方案一并等${to}审定；${to}退回前不能改。`}</View>
      </DocumentForm>
    </Section>
  );
}
