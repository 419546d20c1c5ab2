/** Choosing institutions by their ranking, with a reason where a better one is passed over; then a check; then the push. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import { payArticle } from "../../case/cites";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { go } from "../../go";
import { panelTerm, payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ChecksField } from "../../ui/choices";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { percentText, yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { Empty, Loaded } from "../../ui/states";
import { needed, toTop, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { choosable, leftOut, pushStepOf, termsWords } from "./institutions";

const loadBoth = () =>
  Promise.all([call("listOrganisations", { query: {} }), call("listAgreements", { query: {} })]).then(([{ organisations }, { agreements }]) => ({
    organisations,
    agreements,
  }));

/** What will happen, with the figures and the articles. */
const Checked = ({ view, names, reason }: { view: CaseView; names: readonly string[]; reason: string }) => {
  const rounds = new Set(view.leads.map((lead) => lead.round)).size;
  return (
    <>
      <Row label="推送给">{names.join("、")}</Row>
      <Row label="第几次">{`本案第 ${rounds + 1} 次推送`}</Row>
      {view.need ? <Row label="融资需求" num>{`${yuanText(view.need.amount)} 元`}</Row> : null}
      {view.tier ? (
        <Row
          label="风险等级"
          num
          cites={payArticle(view.scheme.id)}
        >{`${view.tier.says}，${payTerm()} ${percentText(view.tier.ratio)}，最多 ${yuanText(view.tier.covered)} 元`}</Row>
      ) : null}
      {reason ? <Row label="选择理由">{reason}</Row> : null}
      <View className="small muted">
        <Cited article={pushStepOf(view.scheme.id)?.failures?.rereview.article}>
          {pushStepOf(view.scheme.id)?.failures
            ? `这些机构可以看到企业申报情况和材料。全部婉拒算一次没有成功，要重新${panelTerm()}；两次没有成功，自第二次推送之日起一年内不再推送。`
            : "这些机构可以看到企业申报情况和材料。全部婉拒后可以再推送。"}
        </Cited>
      </View>
    </>
  );
};

export function ChooseInstitutions({ view, onPushed }: { view: CaseView; onPushed: () => unknown }) {
  const [picked, setChosen] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const load = useLoad(loadBoth, []);
  const step = pushStepOf(view.scheme.id);
  const all = choosable(step, load.data?.organisations ?? [], load.data?.agreements ?? [], today());
  // where the document has it go to all, nobody chooses
  const everyone = step?.everyone;
  const chosen = everyone ? all.filter((one) => one.agreementInForce && !one.suspended).map((one) => one.org.id) : picked;
  const better = leftOut(step, all, chosen);
  const names = all.filter((one) => chosen.includes(one.org.id)).map((one) => one.org.name);
  const ask = () => {
    const faults = [
      ...(chosen.length ? [] : [{ field: "institutions", message: "还没有选机构。请至少选一家。" }]),
      ...(better.length ? needed(reason, "preferenceReason", "条件更好的机构没有选，还没有写理由。") : []),
    ];
    if (act.check(faults)) setAsking(true);
  };
  const push = async () => {
    const body = { institutions: chosen, ...(better.length ? { preferenceReason: reason } : {}) };
    const moved = await act.run(() => call("pushToBanks", { params: { caseId: view.id }, body }));
    setAsking(false);
    if (!moved) return;
    await onPushed();
    toTop();
  };
  return (
    <Section title={everyone ? "推送给全部机构" : "选择机构"} aside={step?.preference ? "条件好的在前" : undefined}>
      <ErrorSummary errors={act.errors} />
      <Loaded
        load={load}
        empty={() => all.length === 0}
        none={
          <Empty title="还没有合作机构" action="登记合作机构" onAction={() => go("/office/institutions/index")}>
            先登记机构并签订合作协议，才能推送。
          </Empty>
        }
      >
        {() => (
          <Card>
            {everyone ? (
              <View id="everyone">
                <Cited article={everyone.article}>{`有合作协议的机构都会收到：${names.join("、")}。`}</Cited>
                {step?.free ? <Cited article={step.free.article}>推送不等于必须放款，由机构自主决定。</Cited> : null}
              </View>
            ) : (
              <ChecksField
                name="institutions"
                label="推送给哪些机构"
                hint={
                  <Cited article={step?.preference?.cites.article ?? step?.cites.article ?? ""}>
                    {step?.preference ? "可以选多家。门槛低、利率低、有专门产品的优先。" : "可以选多家。"}
                  </Cited>
                }
                values={chosen}
                options={all.map((one) => ({
                  value: one.org.id,
                  label: one.org.name,
                  hint: termsWords(one),
                  disabled: one.suspended || !one.agreementInForce,
                }))}
                onChange={setChosen}
                error={errorAt(act.errors, "institutions")}
              />
            )}
            {better.length ? (
              <View className="mt">
                <Banner tone="warn" title="条件更好的机构没有选">
                  {`${better.map((one) => one.org.name).join("、")}。可以继续，要写明理由。`}
                </Banner>
                <View className="mt">
                  <Field
                    name="preferenceReason"
                    label="为什么不选"
                    area
                    maxLength={500}
                    value={reason}
                    onChange={setReason}
                    error={errorAt(act.errors, "preferenceReason")}
                  />
                </View>
              </View>
            ) : null}
            <View className="mt">
              <Button id="push" onTap={ask}>
                {chosen.length ? `推送给 ${chosen.length} 家机构` : "推送"}
              </Button>
            </View>
          </Card>
        )}
      </Loaded>
      <Confirm open={asking} title="推送融资需求" action="推送" busyText="正在推送…" onConfirm={push} onClose={() => setAsking(false)}>
        <Checked view={view} names={names} reason={better.length ? reason : ""} />
      </Confirm>
    </Section>
  );
}
