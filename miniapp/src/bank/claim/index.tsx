/** 代偿申请: filed by who is paid, checked before it goes, its receipt and its way afterwards; `id` is the case. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { modesOf } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { actOf, fileOf } from "../../case/file/file-of";
import { unreadOf, useJudged } from "../../case/file/use-judged";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { askSubscribe } from "../../platform";
import { schemeOf } from "../../scheme";
import { acting, type Membership, type Session } from "../../session";
import { payTerm } from "../../term";
import { UnderScheme } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Banner, jumpTo, Refusals } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { toTop } from "../../use-act";
import { useKept } from "../../use-kept";
import { type Load, useLoad } from "../../use-load";
import { ClaimCheck } from "./check";
import { Filed } from "./filed";
import { ClaimForm } from "./form";
import { AMOUNTS, bodyOf, emptyIn, fieldOf, judgeClaim, startOf, stepsMissing, type Typed, worthOf } from "./typed";

interface FilingProps {
  load: Load<CaseView>;
  view: CaseView;
  now: Session;
  role: Membership;
}

function Filing({ load, view, now, role }: FilingProps) {
  const [form, change, clear] = useKept<Typed>(`claim.${view.id}`, startOf(view));
  const [step, setStep] = useState<"form" | "check">("form");
  const by = actOf(now, role);
  const file = fileOf(view);
  const ruled = file ? judgeClaim(view, file, form, by) : { ok: true as const, value: null };
  const { act, at, check } = useJudged(form, { empty: emptyIn(view, form), unread: unreadOf(form, AMOUNTS), ruled }, fieldOf);
  const missing = file ? stepsMissing(view, file, by.on) : [];
  const worth = file && worthOf(view, file, form, by);
  const claim = view.file?.claim;
  const send = async () => {
    // WeChat takes the question only straight from the tap.
    const asked = askSubscribe();
    const done = await act.run(() => call("fileClaim", { params: { caseId: view.id }, body: bodyOf(view, form) }));
    await asked;
    if (!done) return setStep("form");
    // what was typed goes last: the check still shows it until the receipt stands there
    await load.refresh();
    clear();
    toTop();
  };
  const edit = (field: string) => {
    setStep("form");
    setTimeout(() => jumpTo(field), 80);
  };
  if (step === "check")
    return (
      <Page
        title={`核对${payTerm()}申请`}
        wide
        bar={
          <>
            <Button id="back-to-form" kind="secondary" onTap={() => setStep("form")}>
              返回修改
            </Button>
            <Button id="file-claim" onTap={send} busyText="正在提交…">
              提交{payTerm()}申请
            </Button>
          </>
        }
      >
        <ClaimCheck view={view} form={form} worth={worth} onEdit={edit} />
      </Page>
    );
  const toCheck = () => {
    if (!check()) return;
    setStep("check");
    toTop();
  };
  return (
    <Page
      title={`申请${payTerm()}`}
      lead={view.enterprise.name}
      wide
      onRefresh={load.refresh}
      bar={
        <Button id="to-check" onTap={toCheck}>
          核对{payTerm()}申请
        </Button>
      }
    >
      {claim?.returned && claim.step === "file" ? (
        <Banner tone="warn" title={`${claim.returned.by}退回，请按理由补正`}>
          {claim.returned.reason}
        </Banner>
      ) : null}
      <ClaimForm view={view} form={form} change={change} at={at} errors={act.errors} worth={worth} missing={missing} onPaper={load.refresh} />
    </Page>
  );
}

/** Why nothing is filed here: whose part of the loss the mode leaves with them hears it by its article. */
function WhyNot({ view, role }: { view: CaseView; role: Membership }) {
  if (!view.file) return <View>放款登记以后才有{payTerm()}。</View>;
  const unpaid = modesOf(schemeOf(view.scheme.id).admission).find(({ id }) => id === view.loan?.mode)?.unpaid;
  if (unpaid?.kinds.includes(role.orgKind))
    return <Refusals refusals={[{ code: unpaid.code, figures: { institution: role.orgName }, article: unpaid.cites.article }]} />;
  return <View>由收款单位申请：银行直接贷款是银行，担保贷款是担保公司。贷款列为不良后就可以申请。</View>;
}

export default function ClaimPage() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const role = acting(now);
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const view = load.data;
  if (view?.actions.includes("fileClaim"))
    return (
      <UnderScheme id={view.scheme.id}>
        <Filing load={load} view={view} now={now} role={role} />
      </UnderScheme>
    );
  if (view?.file?.claim)
    return (
      <UnderScheme id={view.scheme.id}>
        <Filed load={load} view={view} />
      </UnderScheme>
    );
  return (
    <Page title={`${payTerm()}申请`} onRefresh={load.refresh}>
      {caseId ? (
        <Loaded load={load}>
          {(data) => (
            <Card id="no-claim">
              <Banner title={`这笔贷款现在不能申请${payTerm()}`}>
                <WhyNot view={data} role={role} />
              </Banner>
              <Button kind="plain" inline onTap={() => openCase(caseId)}>
                看案件
              </Button>
            </Card>
          )}
        </Loaded>
      ) : (
        <Empty title="没有选贷款">请从“贷款台账”进入。</Empty>
      )}
    </Page>
  );
}
