/** 采纳推荐: facts, papers and trace of one application, the letter's text, a check, the result; `id` is the case. */
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
import { ofOwnArea } from "../../../../shared/process/recommend";
import { call } from "../../api";
import { factsOfView, previewOf } from "../../case/application";
import { today } from "../../case/due";
import { CaseHead } from "../../case/head";
import { ReasonSheet } from "../../case/reason-sheet";
import { ruleErrors } from "../../failure";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited, UnderScheme } from "../../ui/article";
import { Button } from "../../ui/button";
import { Banner, type FieldError } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { toTop, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { type Load, useLoad } from "../../use-load";
import { LetterCheck } from "./check";
import { Desk } from "./desk";
import { Recommended } from "./done";
import { askedOf, EMPTY, faultsOf, type LetterText } from "./form";

/** Why this unit may not recommend this firm, before anything is written. */
function barred(view: CaseView, facts: ReturnType<typeof factsOfView>): FieldError[] {
  const step = stepOf(schemeOf(view.scheme.id).admission, "recommend");
  const own = step ? ofOwnArea(step, facts?.registeredDistrict, acting()?.orgName ?? "", today()) : undefined;
  return own && !own.ok ? ruleErrors(own.refusals) : [];
}

/** The letter cannot do without a reason where the firm is outside the focus fields. */
const askedReason = (view: CaseView, preview: ReturnType<typeof previewOf> | undefined) =>
  view.status === "recommend" ? preview?.decision.findings.find((finding) => finding.code === "not_focus_sector") : undefined;

function Work({ load, view }: { load: Load<CaseView>; view: CaseView }) {
  const caseId = view.id;
  const [form, change, clear] = useKept<LetterText>(`adopt.${caseId}`, EMPTY);
  const [step, setStep] = useState<"form" | "check">("form");
  const [returning, setReturning] = useState(false);
  const act = useAct();
  const { letter } = askedOf(view.scheme.id);
  if (view.recommendation && view.status !== "recommend")
    return (
      <Page title="已推荐" wide onRefresh={load.refresh}>
        <Recommended view={view} />
      </Page>
    );
  if (!view.actions.includes("adoptApplication"))
    return (
      <Page title="采纳推荐" wide onRefresh={load.refresh}>
        <Banner title="这件申请现在不用推荐">
          {view.status === "draft" ? "已退回企业补充，企业重新提交后会再到这里。" : "申请不在本单位，或已到下一步。"}
        </Banner>
        <CaseHead view={view} />
      </Page>
    );
  const facts = factsOfView(view);
  const preview = facts ? previewOf(view, facts, "recommendation") : undefined;
  const bars = barred(view, facts);
  const asked = askedReason(view, preview);
  const reasonNeeded = Boolean(asked);
  const toCheck = () => {
    if (!act.check([...bars, ...faultsOf(view.scheme.id, form, reasonNeeded)])) return;
    setStep("check");
    toTop();
  };
  const adopt = async () => {
    const { letterNo, profile, loanNeed, justification } = form;
    const body = { letterNo, profile, loanNeed, ...(justification.trim() ? { justification } : {}) };
    const moved = await act.run(() => call("adoptApplication", { params: { caseId }, body }));
    if (!moved) return setStep("form");
    clear();
    await load.refresh();
    toTop();
  };
  if (step === "check")
    return (
      <Page
        title={letter ? "核对推荐函" : "核对推荐"}
        wide
        bar={
          <>
            <Button id="back-to-form" kind="secondary" onTap={() => setStep("form")}>
              返回修改
            </Button>
            <Button id="adopt" onTap={adopt} busyText={letter ? "正在出具…" : "正在推荐…"}>
              {letter ? "出具推荐函" : "推荐"}
            </Button>
          </>
        }
      >
        <LetterCheck view={view} form={form} onEdit={() => setStep("form")} />
      </Page>
    );
  return (
    <Page
      title="采纳推荐"
      lead={`核对企业情况和材料，${letter ? "写推荐函" : "写明推荐的依据"}；材料不齐或情况不符就退回并写明理由。`}
      wide
      onRefresh={load.refresh}
      bar={
        <>
          <Button id="return-application" kind="secondary" onTap={() => setReturning(true)}>
            退回企业补充
          </Button>
          <Button id="to-check" onTap={toCheck}>
            {letter ? "核对推荐函" : "核对推荐"}
          </Button>
        </>
      }
    >
      {bars.map(({ message, article }) => (
        <Banner key={message} tone="danger" title="本单位不能推荐这家企业">
          <Cited article={article}>{message}</Cited>
        </Banner>
      ))}
      <Desk {...{ view, form, reasonNeeded, preview, act }} reasonArticle={asked?.cites.article} onChange={change} />
      <ReasonSheet
        open={returning}
        title="退回企业补充"
        says={`申请回到${view.enterprise.name}，企业会看到下面的理由，补充后可以再提交。`}
        action="退回企业"
        label="退回理由"
        onSend={async (reason) => {
          await call("returnApplication", { params: { caseId }, body: { reason } });
          await load.refresh();
        }}
        onClose={() => setReturning(false)}
      />
    </Page>
  );
}

export default function Adopt() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  if (load.data)
    return (
      <UnderScheme id={load.data.scheme.id}>
        <Work load={load} view={load.data} />
      </UnderScheme>
    );
  return (
    <Page title="采纳推荐" wide onRefresh={load.refresh}>
      {caseId ? <Loaded load={load}>{() => null}</Loaded> : <Empty title="没有选申请">请从“待推荐企业”里选一件申请。</Empty>}
    </Page>
  );
}
