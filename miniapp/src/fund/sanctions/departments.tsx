/** Recommending units: the firms that the fund paid for in the year, the mark of the article, and what was recorded of each. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { Flags } from "../../case/file/flags";
import { recommender } from "../../doer";
import { errorAt } from "../../failure";
import { kindName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { PickerField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { Empty } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { MISCONDUCT_WORDS } from "../../words/discipline";
import { dayText } from "../../words/time";

type Department = Answer<"listSanctions">["departments"][number];

const One = ({ unit }: { unit: Department }) => (
  <Card id={`department-${unit.orgId}`}>
    <View className="lrow-top">
      <View className="strong">{unit.name}</View>
      <Tag tone={unit.flag ? "bad" : unit.paidFirms ? "warn" : "plain"}>{`${unit.year} 年${payTerm()}企业 ${unit.paidFirms} 家`}</Tag>
    </View>
    <View className="small muted">{kindName(unit.kind)}</View>
    {unit.flag ? <Flags flags={[unit.flag]} /> : null}
    {unit.misconduct.map((each) => (
      <View className="why-line" key={`${each.type}${each.on}${each.detail}`}>
        <View>{`${MISCONDUCT_WORDS[each.type] ?? each.type}（${dayText(each.on)}）`}</View>
        <View className="small muted">{each.detail}</View>
      </View>
    ))}
  </Card>
);

function Record({
  departments,
  types,
  onClose,
  onMoved,
}: {
  departments: readonly Department[];
  types: readonly string[];
  onClose: () => void;
  onMoved: () => unknown;
}) {
  const [form, change, clear] = useKept("misconduct", { orgId: "", type: "", detail: "" });
  const act = useAct();
  const send = async () => {
    const faults = [
      ...needed(form.orgId, "orgId", "还没有选单位。"),
      ...needed(form.type, "type", "还没有选情形。"),
      ...needed(form.detail, "detail", "还没有写情况。"),
    ];
    if (!act.check(faults)) return;
    if (!(await act.run(() => call("recordMisconduct", { body: form })))) return;
    clear();
    onClose();
    toast("已登记");
    await onMoved();
  };
  return (
    <Confirm open title="登记未履行推荐职责的情形" action="登记" busyText="正在登记…" onConfirm={send} onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <View className="muted">只作记录，供考核参考，系统不打分。</View>
      <View className="mt">
        <PickerField
          name="orgId"
          label="单位"
          value={form.orgId}
          options={departments.map((each) => ({ value: each.orgId, label: each.name }))}
          onChange={(orgId) => change({ orgId })}
          error={errorAt(act.errors, "orgId")}
        />
        <PickerField
          name="type"
          label="情形"
          value={form.type}
          options={types.map((value) => ({ value, label: MISCONDUCT_WORDS[value] ?? value }))}
          onChange={(type) => change({ type })}
          error={errorAt(act.errors, "type")}
        />
        <Field
          name="detail"
          label="情况"
          area
          maxLength={1000}
          value={form.detail}
          onChange={(detail) => change({ detail })}
          error={errorAt(act.errors, "detail")}
        />
      </View>
    </Confirm>
  );
}

interface DepartmentsProps {
  schemeId: string;
  departments: readonly Department[];
  office: boolean;
  onMoved: () => unknown;
}

export function Departments({ schemeId, departments, office, onMoved }: DepartmentsProps) {
  const [recording, setRecording] = useState(false);
  const rules = schemeOf(schemeId).sanctions.departments;
  if (!departments.length) return <Empty title="还没有推荐单位">登记{recommender()}后，它们的记录在这里。</Empty>;
  return (
    <Section title="推荐单位" aside={<Cited article={rules?.cites.article} />}>
      {departments.map((unit) => (
        <One key={unit.orgId} unit={unit} />
      ))}
      {office && rules ? (
        <View className="mt">
          <Button id="record-misconduct" kind="secondary" onTap={() => setRecording(true)}>
            登记未履行推荐职责的情形
          </Button>
        </View>
      ) : null}
      {recording ? (
        <Record departments={departments} types={rules?.misconduct.types ?? []} onClose={() => setRecording(false)} onMoved={onMoved} />
      ) : null}
    </Section>
  );
}
