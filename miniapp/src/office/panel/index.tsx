/** 联审单位: planning a panel, opening and closing its ballot, the result; `id` is the case, `meeting` where it is to be put. */

import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { Checks, Recommendation } from "../../case/facts";
import { FirmFacts } from "../../case/firm-facts";
import { CaseBanners, CaseFigures, CaseHead } from "../../case/head";
import { CaseHistory } from "../../case/history";
import { CasePapers } from "../../case/papers";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { ExposureAhead } from "../../money/exposure-ahead";
import { panelTerm } from "../../term";
import { Columns, Section } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { type Load, useLoad } from "../../use-load";
import { ChooseMeeting } from "./choose-meeting";
import { PanelEditor } from "./editor";
import { currentReview } from "./plan";
import { BallotResult } from "./result";
import { Scheduled } from "./scheduled";
import { Voting } from "./voting";

function Planning({
  view,
  meetingId,
  onScheduled,
  onClose,
}: {
  view: CaseView;
  meetingId: string;
  onScheduled: () => unknown;
  onClose?: () => void;
}) {
  const [chosen, setChosen] = useState(meetingId);
  const told = useLoad(() => (chosen ? call("getMeeting", { params: { meetingId: chosen } }) : null), [chosen]);
  if (!chosen) return <ChooseMeeting onChoose={setChosen} />;
  return (
    <Loaded load={told}>{(data) => <PanelEditor key={data.meeting.id} view={view} told={data} onScheduled={onScheduled} onClose={onClose} />}</Loaded>
  );
}

function Stage({ load, view, meeting }: { load: Load<CaseView>; view: CaseView; meeting: string }) {
  const [changing, setChanging] = useState(false);
  const review = currentReview(view);
  if (view.status === "ballot_open" && review)
    return <Voting key={review.round} view={view} review={review} onClosed={load.refresh} onRefresh={load.refresh} />;
  if (!view.actions.includes("scheduleReview")) return null;
  const scheduled = async () => {
    await load.refresh();
    setChanging(false);
  };
  if (review && !changing) return <Scheduled view={view} review={review} onOpened={load.refresh} onChange={() => setChanging(true)} />;
  return (
    <Planning
      view={view}
      meetingId={review?.meetingId ?? meeting}
      onScheduled={scheduled}
      {...(review ? { onClose: () => setChanging(false) } : {})}
    />
  );
}

export default function Panel() {
  const now = useGuard();
  const { id: caseId = "", meeting = "" } = useRouter().params;
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  return (
    <Page title={panelTerm()} lead={`确定${panelTerm()}单位，主持表决，看结果。`} wide onRefresh={load.refresh}>
      {caseId ? (
        <Loaded load={load}>
          {(view) => (
            <Columns
              main={
                <>
                  <CaseBanners view={view} />
                  <CaseHead view={view} />
                  <Stage load={load} view={view} meeting={meeting} />
                  {view.status.startsWith("ballot") ? <ExposureAhead caseId={view.id} schemeId={view.scheme.id} /> : null}
                  <BallotResult view={view} />
                  <CaseFigures view={view} />
                  <Checks view={view} />
                  <Recommendation view={view} />
                  <FirmFacts view={view} />
                </>
              }
              side={
                <>
                  <Section title="材料" aside={`${view.statements.length} 份`}>
                    <CasePapers papers={view.statements} />
                  </Section>
                  <Section title="经过">
                    <CaseHistory events={view.timeline} />
                  </Section>
                </>
              }
            />
          )}
        </Loaded>
      ) : (
        <Empty title="没有选案件" action={`打开${panelTerm()}会议`} onAction={() => go("/office/meetings/index")}>
          请从会议议程里选一件案件。
        </Empty>
      )}
    </Page>
  );
}
