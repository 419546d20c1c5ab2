/** 代偿表决; `id` is the case. One screen: the loan, the claim with its amount derived, the papers, a word on one's own interest, the ballot. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { FileBody } from "../../case/file/body";
import type { ClaimView } from "../../case/file/file-of";
import { CasePapers } from "../../case/papers";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { acting, type Membership } from "../../session";
import { panelTerm, payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText, momentText } from "../../words/time";
import { type CastClaim, ClaimBallotForm } from "./form";

type Panel = NonNullable<ClaimView["verification"]>;

/** What this delegate can do now, in one sentence. */
function Stand({ panel, role, opinion }: { panel: Panel; role: Membership; opinion: () => void }) {
  const seat = panel.seats.find((each) => each.unit.id === role.orgId);
  if (panel.result)
    return (
      <Banner tone="good" title={panel.result === "deferred" ? "没有过半数，转下次会议" : `这次${payTerm()}审核已经计票`}>
        {panel.result === "decided" ? (
          <Button id="to-opinion" kind="plain" inline onTap={opinion}>
            查看审核意见书
          </Button>
        ) : null}
      </Banner>
    );
  if (!seat) return <Banner title="本单位不在这件申请的评审名单里">材料可以查看，表决由当时评级的单位进行。</Banner>;
  if (!panel.mine)
    return (
      <Banner
        tone="warn"
        title={`本单位委派的是${seat.delegate.name}`}
      >{`请由${seat.delegate.name}登录表决。换人要由${partyName("office")}在表决开始前调整。`}</Banner>
    );
  if (panel.round === 0)
    return <Banner title={`会议定在 ${dayText(panel.heldOn)}`}>现在可以看材料。{partyName("office")}开始表决后，就在这里投票。</Banner>;
  return panel.mine.voted ? null : (
    <Banner tone="warn" title="等您表决">
      请看完材料，在页面末尾投票。一个单位一票，投出后不能更改。
    </Banner>
  );
}

/** The unit decides on its own claim: it still sits, for the units are the very same, and everybody can see it. */
const Interest = ({ panel, role }: { panel: Panel; role: Membership }) =>
  panel.seats.some((seat) => seat.unit.id === role.orgId && seat.interested) ? (
    <View id="interest">
      <Banner tone="warn" title="本单位与这件申请有利害关系">
        本单位是申请或放贷的机构。评审须由原班单位进行，本单位仍要投票；这一点会写进审核意见书，各方都能看到。请在理由里说明。
      </Banner>
    </View>
  ) : null;

function Sealed({ view, panel, role, cast }: { view: CaseView; panel: Panel; role: Membership; cast: CastClaim | null }) {
  const own = cast?.round === panel.round ? cast : null;
  const event = [...view.timeline].reverse().find((each) => each.type === "claim_ballot_cast" && each.by?.org === role.orgName);
  return (
    <Receipt
      id="sealed"
      title="已封存"
      next={`${panel.seats.filter((seat) => seat.voted).length} 家已投，共 ${panel.seats.length} 家。全部投完后由${partyName("office")}结束表决。`}
      rows={[
        ["回执编号", own ? `${view.no}-${own.moved.seq}` : event ? `${view.no}-${event.seq}` : null],
        ["投票单位", role.orgName],
        ["轮次", `第 ${panel.round} 轮`],
        ["投票时间", event ? momentText(event.at) : null],
        ["选择", own ? own.says : "已封存，计票后公开"],
        ["理由", own?.reason],
      ]}
    />
  );
}

export default function ClaimBallot() {
  const now = useGuard();
  const role = acting(now);
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  const [cast, setCast] = useState<CastClaim | null>(null);
  if (!now || !role) return null;
  const done = async (ballot: CastClaim) => {
    setCast(ballot);
    await load.refresh();
    showPart("sealed");
  };
  const body = (view: CaseView) => {
    const panel = view.file?.claim?.verification;
    if (!panel) return <Empty title={`还没有安排${payTerm()}${panelTerm()}`}>{partyName("office")}确定评审单位后，在这里看材料和表决。</Empty>;
    return (
      <>
        <View>
          <View className="h2">{view.enterprise.name}</View>
          <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
        </View>
        <View id="stand">
          <Stand panel={panel} role={role} opinion={() => go("/fund/opinion/index", { id: view.id })} />
        </View>
        <Interest panel={panel} role={role} />
        {panel.mine?.voted && !panel.result ? <Sealed view={view} panel={panel} role={role} cast={cast} /> : null}
        <Columns
          main={<FileBody view={view} />}
          side={
            <>
              <Section title="材料" aside={`${view.statements.length} 份`}>
                <CasePapers papers={view.statements} />
              </Section>
              {view.actions.includes("castClaimBallot") ? (
                <View id="ballot-part">
                  <ClaimBallotForm key={panel.round} view={view} panel={panel} personId={now.person.personId} unit={role.orgName} onCast={done} />
                </View>
              ) : null}
            </>
          }
        />
      </>
    );
  };
  const bar = load.data?.actions.includes("castClaimBallot") ? (
    <Button id="to-ballot" onTap={() => showPart("ballot-part")}>
      去投票
    </Button>
  ) : undefined;
  return (
    <Page title={`${payTerm()}表决`} wide bar={bar} onRefresh={load.refresh}>
      {caseId ? <Loaded load={load}>{body}</Loaded> : <Empty title="没有可表决的申请">请从“{panelTerm()}议程”进入。</Empty>}
    </Page>
  );
}
