/** 审议; `id` is the case. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { reviewShown } from "../../case/count";
import { Checks, Recommendation } from "../../case/facts";
import { FirmFacts } from "../../case/firm-facts";
import { CaseBanners, CaseFigures } from "../../case/head";
import { CaseHistory } from "../../case/history";
import { CasePapers } from "../../case/papers";
import { RoundBallots, RoundCount } from "../../case/reviews";
import { RuleTrace } from "../../case/trace";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { approvalTerm, panelTerm, payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Columns, Section } from "../../ui/card";
import { Counts } from "../../ui/charts";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { percentText, wanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { Decide, type Decided } from "./decide";

/** `300 万元` as a figure and its unit. */
const amount = (yuan: string) => {
  const [value = "", unit] = wanText(yuan).split(" ");
  return { value, ...(unit ? { unit } : {}) };
};

/** What is at stake, at a glance: the need, what the fund would cover, the year's places. */
const Stakes = ({ view }: { view: CaseView }) => (
  <View id="stakes">
    <Counts
      items={[
        ...(view.need ? [{ label: "融资需求", ...amount(view.need.amount) }] : []),
        ...(view.tier ? [{ label: `${payTerm()}比例`, value: percentText(view.tier.ratio) }] : []),
        ...(view.tier ? [{ label: `最多${payTerm()}`, ...amount(view.tier.covered) }] : []),
        ...(view.quota ? [{ label: `${view.quota.year} 年名额`, value: `${view.quota.used}/${view.quota.max}`, unit: "家已用" }] : []),
      ]}
    />
  </View>
);

const Quota = ({ quota }: { quota: NonNullable<CaseView["quota"]> }) => {
  if (quota.held)
    return (
      <Banner>
        <Cited article={quota.article}>{`本案已占用一个名额，同意不再占用新的。`}</Cited>
      </Banner>
    );
  if (quota.used >= quota.max)
    return (
      <Banner tone="danger" title={`${quota.year} 年企业名额已用完`}>
        <Cited article={quota.article}>{`已用 ${quota.used} 家，每年最多 ${quota.max} 家，现在不能同意；名额释放或到下一年度再办理。`}</Cited>
      </Banner>
    );
  return (
    <Banner>
      <Cited article={quota.article}>{`同意后占用 ${quota.year} 年第 ${quota.used + 1} 个名额，每年最多 ${quota.max} 家。`}</Cited>
    </Banner>
  );
};

function Review({ view }: { view: CaseView }) {
  const review = reviewShown(view, undefined);
  const round = review?.past[review.past.length - 1];
  if (!review || !round) return null;
  return (
    <Section title={`${panelTerm()}结果`} aside={dayText(review.heldOn)}>
      <Card>
        <RoundCount schemeId={view.scheme.id} round={round} />
        <Fold label="各单位的意见和理由">
          <RoundBallots schemeId={view.scheme.id} review={review} round={round} />
        </Fold>
        <View>
          <Button id="minutes" kind="plain" inline onTap={() => go("/reviewer/minutes/index", { id: view.id, review: review.id })}>
            看会议纪要
          </Button>
        </View>
      </Card>
    </Section>
  );
}

/** After deciding, and whenever somebody comes back: what was said. */
function Said({ view, decided }: { view: CaseView; decided: Decided | null }) {
  const refused = view.timeline.find((event) => event.type === "approval_refused");
  if (decided?.way === "refuse" || (!view.approval && refused))
    return (
      <Receipt
        id="refused"
        title="已退回"
        next="上一环节的单位会重新办理，原结果不再有效。"
        rows={[
          ["文号", decided?.documentNo ?? refused?.facts.documentNo],
          ["理由", decided?.reason ?? refused?.facts.reason],
        ]}
      />
    );
  if (!view.approval) return null;
  const given = view.timeline.find((event) => event.type === "approval_given")?.facts;
  return (
    <Receipt
      id="approved"
      title="已同意"
      next={view.holder.names.length ? `现在由${view.holder.names.join("、")}办理。` : undefined}
      rows={[
        ["文号", view.approval.documentNo],
        ["日期", dayText(view.approval.on)],
        ["名额", given?.used ? `占用 ${given.year} 年第 ${given.used} 个，最多 ${given.max} 家` : null],
      ]}
    />
  );
}

export default function Approval() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  const [decided, setDecided] = useState<Decided | null>(null);
  if (!now) return null;
  const done = async (said: Decided) => {
    setDecided(said);
    await load.refresh();
    showPart(said.way === "approve" ? "approved" : "refused");
  };
  const body = (view: CaseView) => {
    const may = view.actions.includes("approveCase");
    const article = stepOf(schemeOf(view.scheme.id).admission, "approve")?.cites.article ?? "";
    return (
      <>
        <View>
          <View className="h2">{view.enterprise.name}</View>
          <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
        </View>
        {may ? null : <Said view={view} decided={decided} />}
        <CaseBanners view={view} />
        <Stakes view={view} />
        {may && view.quota ? <Quota quota={view.quota} /> : null}
        <Columns
          main={
            <>
              <CaseFigures view={view} />
              <Review view={view} />
              <Checks view={view} />
              <RuleTrace view={view} />
              <Recommendation view={view} />
              <FirmFacts view={view} />
            </>
          }
          side={
            <>
              <Section title="材料" aside={`${view.statements.length} 份`}>
                <CasePapers papers={view.statements} />
              </Section>
              {may ? (
                <View id="decide-part">
                  <Decide view={view} article={article} onDone={done} />
                </View>
              ) : null}
              <Section title="经过">
                <CaseHistory events={view.timeline} />
              </Section>
            </>
          }
        />
      </>
    );
  };
  const bar = load.data?.actions.includes("approveCase") ? (
    <Button id="to-decide" onTap={() => showPart("decide-part")}>
      填写意见
    </Button>
  ) : undefined;
  return (
    <Page
      title={stepOf(schemeOf(load.data?.scheme.id ?? acting()?.schemeId ?? "").admission, "approve")?.says ?? approvalTerm()}
      wide
      bar={bar}
      onRefresh={load.refresh}
    >
      {caseId ? <Loaded load={load}>{body}</Loaded> : <Empty title="没有找到这个案件">请从“待{approvalTerm()}案件”进入。</Empty>}
    </Page>
  );
}
