/** 提交回执: the reference, who is next and by when, what follows; it stays. `id` is the case. */
import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { dueWords } from "../../case/due";
import { stepsOf } from "../../case/head";
import { Trace } from "../../case/trace";
import { goHome, openCase } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { wanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { Steps } from "../../ui/steps";
import { useLoad } from "../../use-load";
import { STATUS_WORDS } from "../../words/status";
import { dayText, momentText } from "../../words/time";

/** The steps of the document behind the recommendation, by their own names. */
function afterwards({ scheme }: CaseView): string {
  const { steps } = schemeOf(scheme.id).admission;
  return steps
    .slice(steps.findIndex(({ kind }) => kind === "recommend") + 1)
    .map(({ says }) => says)
    .join("、");
}

function Receipt({ view }: { view: CaseView }) {
  const submitted = view.timeline.find((event) => event.type === "application_submitted");
  if (!submitted) return <Empty title="这份申请还没有提交">提交以后，这里会有编号和下一步。</Empty>;
  const waiting = view.status === "recommend";
  const next = view.holder.names.join("、") || view.addressedTo?.name;
  const step = view.steps.find((one) => one.state === "here");
  const due = view.due ? dueWords(view.due.on).says : "方案没有规定办理时限，可以在经过里看进展";
  return (
    <>
      <Banner tone="good" title={waiting ? "申请已提交" : `申请已提交，现在${STATUS_WORDS[view.status].says}`}>
        {`${momentText(submitted.at)} 收到${view.enterprise.name}的申请。`}
      </Banner>
      <Card id="receipt">
        <View className="small muted">申请编号</View>
        <View id="receipt-no" className="h1 num">
          {view.no}
        </View>
        <View className="mt">
          {view.need ? (
            <Row label="融资需求" num>
              {`${wanText(view.need.amount)}，${view.need.termMonths} 个月`}
            </Row>
          ) : null}
          <Row label="提交日期">{dayText(submitted.on)}</Row>
          <Row label="提交给">{view.addressedTo?.name ?? ""}</Row>
          <Row label="下一步由谁办">{next ?? "无需办理"}</Row>
          <View id="receipt-by">
            <Row label="什么时候办完" cites={view.due?.article ?? step?.article}>
              {due}
            </Row>
          </View>
        </View>
      </Card>
      <Section title="接下来">
        <Card>
          <Steps steps={stepsOf(view)} />
          <View className="mt">
            <Text>{`推荐单位核对后推荐，或写明理由退回补充；之后依次是：${afterwards(view)}。每一步都会在“消息”里通知您。`}</Text>
          </View>
        </Card>
      </Section>
      {submitted.decision ? (
        <Card>
          <Fold id="receipt-trace" label="提交时逐条核对的结果">
            <Trace decision={submitted.decision} />
          </Fold>
        </Card>
      ) : null}
    </>
  );
}

export default function ReceiptPage() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  return (
    <Page
      title="提交回执"
      onRefresh={load.refresh}
      bar={
        caseId ? (
          <>
            <Button id="open-case" onTap={() => openCase(caseId)}>
              查看进展
            </Button>
            <Button id="to-home" kind="secondary" onTap={goHome}>
              回到待办
            </Button>
          </>
        ) : undefined
      }
    >
      {caseId ? <Loaded load={load}>{(view) => <Receipt view={view} />}</Loaded> : <Empty title="没有找到回执">请从“我的融资申请”里打开。</Empty>}
    </Page>
  );
}
