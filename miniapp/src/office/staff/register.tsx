/** Registering somebody by phone number for a unit, with the title that decides whether they may sit on a panel. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { stepOf } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { panelTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { ChoiceField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { PickerField } from "../../ui/pickers";
import { Sheet } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { REFUSALS } from "../../words/refusal";

const OTHER = "other";
const phoneFault = (phone: string) =>
  /^1[3-9]\d{9}$/.test(phone.normalize("NFKC").replace(/[\s-]/g, "")) ? [] : [{ field: "phone", message: REFUSALS.phone_invalid({}) }];

/** The titles that a panel takes, as choices; any other is typed. */
const titlesOf = (schemeId: string) => stepOf(schemeOf(schemeId).admission, "ballot")?.delegate.titles ?? [];

export function RegisterStaff({ onClose, onDone }: { onClose: () => void; onDone: (says: string) => unknown }) {
  const [form, setForm] = useState({ phone: "", name: "", orgId: "", choice: "", typed: "" });
  const act = useAct();
  const units = useLoad(() => call("listOrganisations", { query: {} }), []);
  const titles = titlesOf(acting()?.schemeId ?? "");
  const change = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const title = form.choice === OTHER ? form.typed : form.choice;
  const at = (field: string) => errorAt(act.errors, field);
  const send = async () => {
    const { phone, name, orgId } = form;
    const faults = [
      ...phoneFault(phone),
      ...needed(name, "name", "还没有填姓名。"),
      ...needed(orgId, "orgId", "还没有选单位。"),
      ...needed(title, form.choice === OTHER ? "typed" : "title", "还没有填职务。"),
    ];
    if (!act.check(faults)) return;
    const added = await act.run(() => call("registerStaff", { body: { phone, name, orgId, title } }));
    if (added) await onDone(`${added.orgName}的${added.name}已登记，可以用 ${phone} 登录`);
  };
  return (
    <Sheet open title="登记工作人员" onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <Field name="phone" label="手机号" kind="tel" maxLength={20} value={form.phone} onChange={(phone) => change({ phone })} error={at("phone")} />
      <Field name="name" label="姓名" maxLength={40} value={form.name} onChange={(name) => change({ name })} error={at("name")} />
      <PickerField
        name="orgId"
        label="单位"
        value={form.orgId}
        placeholder={units.data ? "请选择" : "正在加载单位…"}
        options={(units.data?.organisations ?? []).map((org) => ({ value: org.orgId, label: org.name }))}
        onChange={(orgId) => change({ orgId })}
        error={at("orgId")}
      />
      <ChoiceField
        name="title"
        label="职务"
        hint={
          <Cited article={stepOf(schemeOf(acting()?.schemeId ?? "").admission, "ballot")?.delegate.cites.article}>
            业务主管、业务科室负责人可以代表单位参加{panelTerm()}。
          </Cited>
        }
        value={form.choice}
        options={[...titles.map((value) => ({ value, label: value })), { value: OTHER, label: "其他职务" }]}
        onChange={(choice) => change({ choice })}
        error={at("title")}
      />
      {form.choice === OTHER ? (
        <Field name="typed" label="职务名称" maxLength={40} value={form.typed} onChange={(typed) => change({ typed })} error={at("typed")} />
      ) : null}
      <View className="mt">
        <Button id="register-staff" onTap={send} busyText="正在登记…">
          登记
        </Button>
      </View>
    </Sheet>
  );
}
