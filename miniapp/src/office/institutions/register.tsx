/** Registering an institution or a unit; a partner goes on to its agreement. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { parseCreditCode } from "../../../../shared/enterprise/credit-code";
import type { OrgKind } from "../../../../shared/process/party";
import { call } from "../../api";
import { errorAt, refusalSentence } from "../../failure";
import { go } from "../../go";
import { kindName, ORG_KIND_WORDS } from "../../party-name";
import { schemeOf } from "../../scheme";
import { acting, useSession } from "../../session";
import { Button } from "../../ui/button";
import { ChecksField } from "../../ui/choices";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { PickerField } from "../../ui/pickers";
import { Sheet } from "../../ui/sheet";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { PARTNERS } from "./agreements";

const KINDS = (Object.keys(ORG_KIND_WORDS) as OrgKind[])
  .filter((kind) => kind !== "enterprise")
  .sort((a, b) => Number(PARTNERS.includes(b)) - Number(PARTNERS.includes(a)));

/** The code may be left out; what is typed has to hold. */
function codeFaults(typed: string) {
  const read = typed.trim() ? parseCreditCode(typed) : null;
  return read && !read.ok ? [{ field: "creditCode", message: read.refusals.map(refusalSentence).join("") }] : [];
}

export function RegisterInstitution({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<OrgKind | "">("");
  const [name, setName] = useState("");
  const [creditCode, setCode] = useState("");
  const [region, setRegion] = useState("");
  const [marks, setMarks] = useState<string[]>([]);
  const role = acting(useSession());
  const known = role ? (schemeOf(role.schemeId).marks ?? []) : [];
  const partner = kind !== "" && PARTNERS.includes(kind);
  const act = useAct();
  const send = async () => {
    const faults = [...needed(kind, "kind", "还没有选类别。"), ...needed(name, "name", "还没有填名称。"), ...codeFaults(creditCode)];
    if (!act.check(faults) || !kind) return;
    const standing = partner ? { ...(region.trim() ? { region } : {}), ...(marks.length > 0 ? { marks } : {}) } : {};
    const body = { kind, name, ...(creditCode.trim() ? { creditCode } : {}), ...standing };
    const added = await act.run(() => call("registerInstitution", { body }));
    if (!added) return;
    onClose();
    toast(`已登记${added.name}`);
    if (PARTNERS.includes(added.kind)) go("/office/institutions/index", { id: added.orgId });
    else go("/office/staff/index");
  };
  return (
    <Sheet open title="登记机构或单位" onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <PickerField
        name="kind"
        label="类别"
        value={kind}
        options={KINDS.map((value) => ({ value, label: kindName(value) }))}
        onChange={setKind}
        error={errorAt(act.errors, "kind")}
      />
      <Field name="name" label="名称" maxLength={100} value={name} onChange={setName} error={errorAt(act.errors, "name")} />
      <Field
        name="creditCode"
        label="统一社会信用代码"
        optional
        maxLength={40}
        value={creditCode}
        onChange={setCode}
        error={errorAt(act.errors, "creditCode")}
      />
      {partner ? (
        <Field
          name="region"
          label="所在地"
          optional
          hint="注册地的省、市"
          maxLength={60}
          value={region}
          onChange={setRegion}
          error={errorAt(act.errors, "region")}
        />
      ) : null}
      {partner && known.length > 0 ? (
        <ChecksField
          name="marks"
          label="资质"
          optional
          values={marks}
          options={known.map(({ id, says }) => ({ value: id, label: says }))}
          onChange={setMarks}
          error={errorAt(act.errors, "marks")}
        />
      ) : null}
      <View className="mt">
        <Button id="register-institution" onTap={send} busyText="正在登记…">
          登记
        </Button>
      </View>
    </Sheet>
  );
}
