/** Starting a screening: which partners are asked for an opinion. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { valueOn } from "../../../../shared/rule/parameter";
import { call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { kindName } from "../../party-name";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { ChecksField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Confirm } from "../../ui/sheet";
import { Empty, Loaded } from "../../ui/states";
import { toTop, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { checkStepOf } from "./ready";

export function OpenScreening({ view, onOpened }: { view: CaseView; onOpened: () => unknown }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const step = checkStepOf(view);
  const consult = step?.consult;
  const load = useLoad(() => call("listOrganisations", { query: {} }), []);
  const min = consult ? valueOn(consult.min, today()) : undefined;
  const least = min?.ok ? min.value : 1;
  const partners = (load.data?.organisations ?? []).filter((org) => consult?.kinds.includes(org.kind) && org.status === "active");
  const names = partners.filter((org) => chosen.includes(org.orgId)).map((org) => org.name);
  const ask = () => {
    if (!consult) return setAsking(true);
    const faults =
      chosen.length < least ? [{ field: "consult", message: `至少选 ${least} 家会同机构。`, article: consult?.cites.article ?? "" }] : [];
    if (act.check(faults)) setAsking(true);
  };
  const open = async () => {
    const moved = await act.run(() => call("openScreening", { params: { caseId: view.id }, body: { consult: chosen } }));
    setAsking(false);
    if (!moved) return;
    await onOpened();
    toTop();
  };
  return (
    <Section title={`开始${step?.says ?? "核查"}`}>
      <ErrorSummary errors={act.errors} />
      <Loaded
        load={load}
        empty={() => consult !== undefined && partners.length === 0}
        none={<Empty title="没有可会同的机构">请先登记合作机构。</Empty>}
      >
        {() => (
          <Card>
            {consult ? (
              <ChecksField
                name="consult"
                label="会同哪些机构"
                hint={<Cited article={consult?.cites.article ?? ""}>{`至少 ${least} 家，机构会收到消息并出具意见。`}</Cited>}
                values={chosen}
                options={partners.map((org) => ({ value: org.orgId, label: org.name, hint: kindName(org.kind) }))}
                onChange={setChosen}
                error={errorAt(act.errors, "consult")}
              />
            ) : (
              <View className="muted">查到什么、没查到什么都要记录，写明来源和时间。</View>
            )}
            <View className="mt">
              <Button id="open-screening" onTap={ask}>
                {`开始${step?.says ?? "核查"}`}
              </Button>
            </View>
          </Card>
        )}
      </Loaded>
      <Confirm
        open={asking}
        title={`开始${step?.says ?? "核查"}`}
        action="开始"
        busyText="正在开始…"
        onConfirm={open}
        onClose={() => setAsking(false)}
      >
        {consult
          ? `会同 ${names.join("、")}，共 ${names.length} 家。这些机构可以看到企业申报情况和材料，并出具意见。`
          : `${view.enterprise.name}的申请由本单位核查。`}
      </Confirm>
    </Section>
  );
}
