/** 贷款备案: an institution enters a loan that it made; with `id` the one that was sent back to it. */

import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { UnderScheme } from "../../ui/article";
import { Button } from "../../ui/button";
import { Banner } from "../../ui/errors";
import { percentText, yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { Receipt } from "../../ui/receipt";
import { Empty, Loaded } from "../../ui/states";
import { toTop } from "../../use-act";
import { useLoad } from "../../use-load";
import { REFUSALS } from "../../words/refusal";
import { RegisterForm } from "./form";
import { EMPTY, registerStepOf, typedFrom } from "./typed";

type Done = Answer<"registerLoan">;

const Entered = ({ done, onMore }: { done: Done; onMore: () => void }) => (
  <>
    <Receipt
      id="registered"
      title={done.status === "funded" ? "贷款已备案" : "备案已提交"}
      next={
        done.status === "funded"
          ? `这笔贷款从现在起纳入${payTerm()}范围，台账已经打开。`
          : `受托管理机构审核后纳入${payTerm()}范围，结果会在“消息”里告知。`
      }
      rows={[
        ["编号", done.no],
        ["资金最多承担", done.stands ? `${percentText(done.stands.ratio)}，${yuanText(done.stands.amount)} 元` : null],
      ]}
    />
    {done.warnings.length > 0 ? (
      <Banner tone="warn" title="请留意">
        {done.warnings.map((code) => (REFUSALS[code as keyof typeof REFUSALS] ?? REFUSALS.internal)({})).join("")}
      </Banner>
    ) : null}
    <Button id="to-case" kind="secondary" onTap={() => openCase(done.caseId)}>
      看案件
    </Button>
    <Button id="register-more" kind="plain" onTap={onMore}>
      再登记一笔
    </Button>
  </>
);

export default function Register() {
  const now = useGuard();
  const { id: caseId = "" } = useRouter().params;
  const role = acting(now);
  const [done, setDone] = useState<Done | null>(null);
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const step = registerStepOf(role.schemeId);
  const finish = (answer: Done) => {
    setDone(answer);
    toTop();
  };
  const form = (start: typeof EMPTY) =>
    step ? (
      <RegisterForm role={role} step={step} caseId={caseId} start={start} onDone={finish} />
    ) : (
      <Empty title="这里不登记贷款备案">本地区的贷款由推送的线索登记放款。</Empty>
    );
  return (
    <UnderScheme id={role.schemeId}>
      <Page title="贷款备案" lead={role.orgName}>
        {done ? (
          <Entered done={done} onMore={() => setDone(null)} />
        ) : caseId ? (
          <Loaded load={load}>
            {(view) => (
              <>
                {view.returnReason ? (
                  <Banner tone="warn" title="备案被退回">
                    {view.returnReason}
                  </Banner>
                ) : null}
                {form(typedFrom(view))}
              </>
            )}
          </Loaded>
        ) : (
          form(EMPTY)
        )}
      </Page>
    </UnderScheme>
  );
}
