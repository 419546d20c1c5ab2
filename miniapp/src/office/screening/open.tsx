/** Starting a screening: which partners are asked for an opinion. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { stepOf } from "../../../../shared/process/procedure";
import { valueOn } from "../../../../shared/rule/parameter";
import { call } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { ChecksField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Confirm } from "../../ui/sheet";
import { Empty, Loaded } from "../../ui/states";
import { toTop, useAct } from "../../use-act";
import { useLoad } from "../../use-load";

export function OpenScreening({ view, onOpened }: { view: CaseView; onOpened: () => unknown }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const consult = stepOf(schemeOf(view.scheme.id).admission, "check")?.consult;
  const load = useLoad(() => call("listOrganisations", { query: {} }), []);
  const min = consult ? valueOn(consult.min, today()) : undefined;
  const least = min?.ok ? min.value : 1;
  const partners = (load.data?.organisations ?? []).filter((org) => consult?.kinds.includes(org.kind) && org.status === "active");
  const names = partners.filter((org) => chosen.includes(org.orgId)).map((org) => org.name);
  const ask = () => {
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
    <Section title="开始初筛">
      <ErrorSummary errors={act.errors} />
      <Loaded load={load} empty={() => partners.length === 0} none={<Empty title="没有可会同的机构">请先登记合作机构。</Empty>}>
        {() => (
          <Card>
            <ChecksField
              name="consult"
              label="会同哪些机构"
              hint={<Cited article={consult?.cites.article ?? ""}>{`至少 ${least} 家，机构会收到消息并出具意见。`}</Cited>}
              values={chosen}
              options={partners.map((org) => ({ value: org.orgId, label: org.name, hint: partyName(org.kind) }))}
              onChange={setChosen}
              error={errorAt(act.errors, "consult")}
            />
            <View className="mt">
              <Button id="open-screening" onTap={ask}>
                开始初筛
              </Button>
            </View>
          </Card>
        )}
      </Loaded>
      <Confirm open={asking} title="开始初筛" action="开始初筛" busyText="正在开始…" onConfirm={open} onClose={() => setAsking(false)}>
        {`会同 ${names.join("、")}，共 ${names.length} 家。这些机构可以看到企业申报情况和材料，并出具意见。`}
      </Confirm>
    </Section>
  );
}
