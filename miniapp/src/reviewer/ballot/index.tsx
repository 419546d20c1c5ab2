/** 表决; `id` is the case. One screen: facts, files, findings, rules and their trace, recusal, ballot. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { choiceSays, type Review } from "../../case/count";
import { Checks, Recommendation } from "../../case/facts";
import { FirmFacts } from "../../case/firm-facts";
import { CaseFigures } from "../../case/head";
import { CasePapers } from "../../case/papers";
import { RoundCount, Seats } from "../../case/reviews";
import { RuleTrace } from "../../case/trace";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { ExposureAhead } from "../../money/exposure-ahead";
import { partyName } from "../../party-name";
import { acting, type Membership } from "../../session";
import { panelTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText, momentText } from "../../words/time";
import { BallotForm, type CastBallot } from "./ballot-form";
import { Recusal } from "./recusal";

const last = (view: CaseView): Review | undefined => view.reviews[view.reviews.length - 1];

/** What this delegate can do now, in one sentence. */
function Stand({ view, review, role }: { view: CaseView; review: Review; role: Membership }) {
  const seat = review.seats.find((each) => each.unit.id === role.orgId);
  if (review.result)
    return (
      <Banner tone="good" title={`这次${panelTerm()}已经计票`}>
        <Button id="to-result" kind="plain" inline onTap={() => go("/reviewer/result/index", { id: view.id })}>
          查看结果和纪要
        </Button>
      </Banner>
    );
  if (!seat) return <Banner title={`本单位不在这件案件的${panelTerm()}名单里`}>材料可以查看，表决由名单上的单位进行。</Banner>;
  if (seat.recused !== undefined) return <Banner tone="warn" title="本单位已回避">{`理由：${seat.recused}。本单位不参加这件案件的表决。`}</Banner>;
  if (!review.mine)
    return (
      <Banner
        tone="warn"
        title={`本单位委派的是${seat.delegate.name}`}
      >{`请由${seat.delegate.name}登录表决。换人要由${partyName("office")}在表决开始前调整。`}</Banner>
    );
  if (review.round === 0)
    return (
      <Banner title={`会议定在 ${dayText(review.heldOn)}`}>
        现在可以看材料；需要回避，请在表决开始前提出。{partyName("office")}开始表决后，就在这里投票。
      </Banner>
    );
  return review.mine.voted ? null : (
    <Banner tone="warn" title="等您表决">
      请看完材料，在页面末尾投票。一个单位一票，投出后不能更改。
    </Banner>
  );
}

/** Shown after casting, and whenever the delegate comes back before the count; the content only in the visit in which it was cast. */
function Sealed({ view, review, role, cast }: { view: CaseView; review: Review; role: Membership; cast: CastBallot | null }) {
  const own = cast?.round === review.round ? cast : null;
  const voting = review.seats.filter((seat) => seat.recused === undefined);
  const event = view.timeline.find((each) => each.type === "ballot_cast" && each.by?.org === role.orgName);
  return (
    <Receipt
      id="sealed"
      title="已封存"
      next={`${voting.filter((seat) => seat.voted).length} 家已投，共 ${voting.length} 家。全部投完后由${partyName("office")}结束表决，结果会在“消息”里告诉您。`}
      rows={[
        ["回执编号", own ? `${view.no}-${own.moved.seq}` : event ? `${view.no}-${event.seq}` : null],
        ["投票单位", role.orgName],
        ["轮次", `第 ${review.round} 轮`],
        ["投票时间", event ? momentText(event.at) : null],
        ["选择", own ? choiceSays(view.scheme.id, own.choice) : "已封存，计票后公开"],
        ["理由", own?.reason],
      ]}
    />
  );
}

const Facts = ({ view, review }: { view: CaseView; review: Review }) => (
  <>
    <CaseFigures view={view} />
    {review.past.map((round) => (
      <Section key={round.round} title={`第 ${round.round} 轮没有形成结果`}>
        <Card>
          <RoundCount schemeId={view.scheme.id} round={round} />
        </Card>
      </Section>
    ))}
    <Checks view={view} />
    <RuleTrace view={view} />
    <Recommendation view={view} />
    <FirmFacts view={view} />
  </>
);

export default function Ballot() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const role = acting(now);
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  const [cast, setCast] = useState<CastBallot | null>(null);
  if (!now || !role) return null;
  const done = async (ballot: CastBallot) => {
    setCast(ballot);
    await load.refresh();
    showPart("sealed");
  };
  const stoodAside = async () => {
    await load.refresh();
    showPart("stand");
  };
  const body = (view: CaseView) => {
    const review = last(view);
    if (!review) return <Empty title={`还没有安排${panelTerm()}`}>案件排入会议后，在这里看材料、回避和表决。</Empty>;
    const may = (name: string) => view.actions.includes(name);
    return (
      <>
        <View>
          <View className="h2">{view.enterprise.name}</View>
          <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
        </View>
        <View id="stand">
          <Stand view={view} review={review} role={role} />
        </View>
        {review.mine?.voted && !review.result ? <Sealed view={view} review={review} role={role} cast={cast} /> : null}
        <Columns
          main={<Facts view={view} review={review} />}
          side={
            <>
              <Section title="材料" aside={`${view.statements.length} 份`}>
                <CasePapers papers={view.statements} />
              </Section>
              <Section title={`${panelTerm()}单位`} aside={`${review.seats.length} 家`}>
                <Card>
                  <Fold label="名单">
                    <Seats review={review} />
                  </Fold>
                </Card>
              </Section>
              {may("recuse") ? <Recusal view={view} review={review} unit={role.orgId} onDone={stoodAside} /> : null}
              {may("castBallot") ? <ExposureAhead caseId={view.id} schemeId={view.scheme.id} /> : null}
              {may("castBallot") ? (
                <View id="ballot-part">
                  <BallotForm key={review.round} view={view} review={review} personId={now.person.personId} unit={role.orgName} onCast={done} />
                </View>
              ) : null}
            </>
          }
        />
      </>
    );
  };
  const bar = load.data?.actions.includes("castBallot") ? (
    <Button id="to-ballot" onTap={() => showPart("ballot-part")}>
      去投票
    </Button>
  ) : undefined;
  return (
    <Page title="表决" wide bar={bar} onRefresh={load.refresh}>
      {caseId ? <Loaded load={load}>{body}</Loaded> : <Empty title="没有可表决的案件">请从“{panelTerm()}议程”进入。</Empty>}
    </Page>
  );
}
