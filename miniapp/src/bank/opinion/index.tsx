/** 初筛意见; `id` is the case. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepById } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { Checks, Recommendation } from "../../case/facts";
import { FirmFacts } from "../../case/firm-facts";
import { CaseFigures } from "../../case/head";
import { CasePapers } from "../../case/papers";
import { RuleTrace } from "../../case/trace";
import { errorAt } from "../../failure";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { panelTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Columns, Row, Section } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { Confirm } from "../../ui/sheet";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { useLoad } from "../../use-load";
import { OPINION_WORDS } from "../../words/screening";

type Verdict = "support" | "caution" | "oppose";
const VERDICTS: readonly { value: Verdict; label: string; hint: string }[] = [
  { value: "support", label: OPINION_WORDS.support ?? "", hint: "没有发现影响融资的问题" },
  {
    value: "caution",
    label: OPINION_WORDS.caution ?? "",
    get hint() {
      return `可以继续，${panelTerm()}时请注意写明的问题`;
    },
  },
  {
    value: "oppose",
    label: OPINION_WORDS.oppose ?? "",
    get hint() {
      return `发现的问题较重，不建议进入${panelTerm()}`;
    },
  },
];

const latest = (view: CaseView) => view.checks[view.checks.length - 1];
const opinionOf = (view: CaseView, orgId: string) => latest(view)?.opinions.find((each) => each.org.id === orgId);

function OpinionForm({ view, orgId, onDone }: { view: CaseView; orgId: string; onDone: () => unknown }) {
  const given = opinionOf(view, orgId);
  const [form, change, clear] = useKept<{ verdict: Verdict | ""; detail: string }>(`opinion.${view.id}.${orgId}`, {
    verdict: (given?.verdict as Verdict | undefined) ?? "",
    detail: given?.detail ?? "",
  });
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const article = stepById(schemeOf(view.scheme.id).admission, view.step)?.cites.article ?? "";
  const send = async () => {
    const { verdict, detail } = form;
    if (!verdict) return;
    const done = await act.run(() => call("giveOpinion", { params: { caseId: view.id }, body: { verdict, detail } }));
    setAsking(false);
    if (!done) return;
    await onDone();
    clear();
  };
  const check = () =>
    setAsking(
      act.check([
        ...needed(form.verdict, "verdict", "还没有选意见。请在三项里选一项。"),
        ...needed(form.detail, "detail", "还没有写依据。请写明看了哪些数据、发现什么。"),
      ]),
    );
  return (
    <Section title={given ? "更改意见" : "本机构的意见"}>
      <ErrorSummary errors={act.errors} />
      <Card id="opinion">
        <ChoiceField
          name="verdict"
          label="意见"
          value={form.verdict}
          options={VERDICTS}
          onChange={(verdict) => change({ verdict })}
          error={errorAt(act.errors, "verdict")}
        />
        <Field
          name="detail"
          label="依据"
          hint={`写明看了哪些数据、发现什么，${panelTerm()}单位会看到`}
          area
          maxLength={1000}
          value={form.detail}
          onChange={(detail) => change({ detail })}
          error={errorAt(act.errors, "detail")}
        />
        <View className="mt">
          <Button id="opinion-check" onTap={check}>
            核对意见
          </Button>
        </View>
      </Card>
      <Confirm open={asking} title="核对意见" action="出具意见" busyText="正在出具…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        <Row label="意见">{OPINION_WORDS[form.verdict] ?? ""}</Row>
        <Row label="依据">{form.detail}</Row>
        <View className="small muted">
          <Cited article={article}>{`初筛结束前可以更改，以最后一次为准。`}</Cited>
        </View>
      </Confirm>
    </Section>
  );
}

export default function Opinion() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const role = acting(now);
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const done = async () => {
    await load.refresh();
    showPart("opinion-given");
  };
  const body = (view: CaseView) => {
    const given = opinionOf(view, role.orgId);
    const may = view.actions.includes("giveOpinion");
    return (
      <>
        <View>
          <View className="h2">{view.enterprise.name}</View>
          <View className="small muted num">{`编号 ${view.no} · ${view.enterprise.creditCode}`}</View>
        </View>
        {given ? (
          <Receipt
            id="opinion-given"
            title="意见已出具"
            next={may ? `${partyName("office")}会看到。初筛结束前可以更改。` : `初筛已经结束，意见随案进入${panelTerm()}。`}
            rows={[
              ["意见", OPINION_WORDS[given.verdict] ?? given.verdict],
              ["依据", given.detail],
            ]}
          />
        ) : may ? (
          <Banner tone="warn" title={`${partyName("office")}请本机构出具初筛意见`}>
            请看完材料，在页面末尾填写。
          </Banner>
        ) : (
          <Banner>现在不用本机构出具意见。</Banner>
        )}
        <Columns
          main={
            <>
              <CaseFigures view={view} />
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
                <View id="opinion-part">
                  <OpinionForm key={`${given?.verdict}${given?.detail}`} view={view} orgId={role.orgId} onDone={done} />
                </View>
              ) : null}
            </>
          }
        />
      </>
    );
  };
  const asked = load.data?.actions.includes("giveOpinion") && !opinionOf(load.data, role.orgId);
  const bar = asked ? (
    <Button id="to-opinion" onTap={() => showPart("opinion-part")}>
      填写意见
    </Button>
  ) : undefined;
  return (
    <Page title="初筛意见" wide bar={bar} onRefresh={load.refresh}>
      {caseId ? <Loaded load={load}>{body}</Loaded> : <Empty title="没有等您出具意见的案件">请从“待办”或“融资线索”进入。</Empty>}
    </Page>
  );
}
