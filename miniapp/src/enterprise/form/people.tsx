/** 法定代表人、控制人和股东: whoever links the firm to others, so that one group gets one loan. */
import { View } from "@tarojs/components";
import { parseCreditCode } from "../../../../shared/enterprise/credit-code";
import { isMaskedIdentityNumber, normalizeIdentityNumber } from "../../../../shared/enterprise/identity-number";
import { valueOn } from "../../../../shared/rule/parameter";
import { today } from "../../case/due";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { CheckField } from "../../ui/choices";
import { Field } from "../../ui/field";
import { percentText } from "../../ui/money-text";
import { toast } from "../../ui/toast";
import { DRAFT_WORDS as SAYS } from "../../words/draft";
import { type FormDesk, replaced } from "./desk";
import { IdentityField } from "./identity-field";
import { ListOf } from "./list-of";

const plain = (text: string | undefined) => normalizeIdentityNumber(text ?? "");

export function People({ view, draft, change, error }: FormDesk) {
  const { equityThreshold } = schemeOf(view.scheme.id);
  const threshold = equityThreshold && valueOn(equityThreshold, today());
  const holders = draft.holders ?? [];
  const affiliates = draft.affiliates ?? [];
  const setHolder = (at: number, patch: Partial<(typeof holders)[number]>) => change((now) => ({ holders: replaced(now.holders ?? [], at, patch) }));
  const setAffiliate = (at: number, patch: Partial<(typeof affiliates)[number]>) =>
    change((now) => ({ affiliates: replaced(now.affiliates ?? [], at, patch) }));
  const same = Boolean(
    draft.controllerName && draft.controllerName === draft.representativeName && plain(draft.controllerId) === plain(draft.representativeId),
  );
  const follow = (patch: { representativeName?: string; representativeId?: string }) =>
    change({
      ...patch,
      ...(same && patch.representativeName !== undefined ? { controllerName: patch.representativeName } : {}),
      ...(same && patch.representativeId !== undefined ? { controllerId: patch.representativeId } : {}),
    });
  const sameAs = (on: boolean) => {
    if (on && !draft.representativeName) return toast("请先填法定代表人");
    change(on ? { controllerName: draft.representativeName, controllerId: draft.representativeId ?? "" } : { controllerName: "", controllerId: "" });
  };
  const codeFault = (code: string | undefined) => {
    const read = parseCreditCode(code ?? "");
    return (code ?? "").trim().length >= 18 && !read.ok;
  };
  return (
    <>
      <Section title="法定代表人">
        <Card>
          <Field
            name="representativeName"
            label="姓名"
            maxLength={60}
            value={draft.representativeName ?? ""}
            onChange={(representativeName) => follow({ representativeName })}
            error={error("representativeName")}
          />
          <IdentityField
            name="representativeId"
            label="身份证号"
            value={draft.representativeId ?? ""}
            onChange={(representativeId) => follow({ representativeId })}
            error={error("representativeId")}
          />
        </Card>
      </Section>
      <Section title="实际控制人">
        <Card>
          <CheckField name="sameController" label="实际控制人就是法定代表人" checked={same} onChange={sameAs} />
          {same ? null : (
            <>
              <Field
                name="controllerName"
                label="姓名"
                hint="最终能决定企业经营的人"
                maxLength={60}
                value={draft.controllerName ?? ""}
                onChange={(controllerName) => change({ controllerName })}
                error={error("controllerName")}
              />
              <IdentityField
                name="controllerId"
                label="身份证号"
                value={draft.controllerId ?? ""}
                onChange={(controllerId) => change({ controllerId })}
                error={error("controllerId")}
              />
            </>
          )}
        </Card>
      </Section>
      <Section title="股东">
        <View className="muted">
          <Cited
            article={equityThreshold?.cites.article ?? ""}
          >{`持股 ${threshold?.ok ? percentText(threshold.value) : ""} 及以上的都要填，少于的可以不填。`}</Cited>
        </View>
        <ListOf
          name="holder"
          says="股东"
          rows={holders}
          onAdd={() => change({ holders: [...holders, {}] })}
          onSet={(next) => change({ holders: next })}
          most={50}
        >
          {(holder, at) => (
            <>
              <Field
                name={`holders.${at}.name`}
                label="姓名或单位名称"
                maxLength={80}
                value={holder.name ?? ""}
                onChange={(name) => setHolder(at, { name })}
                error={error(`holders.${at}.name`)}
              />
              <IdentityField
                name={`holders.${at}.id`}
                label="身份证号或统一社会信用代码"
                firms
                value={holder.id ?? ""}
                onChange={(id) => setHolder(at, { id })}
                error={error(`holders.${at}.id`)}
              />
              <Field
                name={`holders.${at}.percent`}
                label={SAYS.percent as string}
                hint="例如 33.33"
                kind="decimal"
                unit="%"
                maxLength={8}
                value={holder.percent ?? ""}
                onChange={(percent) => setHolder(at, { percent })}
                error={error(`holders.${at}.percent`)}
              />
              {!holder.name && draft.representativeName && isMaskedIdentityNumber(plain(draft.representativeId)) ? (
                <Button
                  id={`holder-${at}-representative`}
                  kind="plain"
                  inline
                  onTap={() => setHolder(at, { name: draft.representativeName, id: draft.representativeId })}
                >
                  {`填入法定代表人 ${draft.representativeName}`}
                </Button>
              ) : null}
            </>
          )}
        </ListOf>
      </Section>
      <Section title="关联企业">
        <View className="muted">同一法定代表人、同一控制人或互相持股的其他企业。没有就不用添加。</View>
        <ListOf
          name="affiliate"
          says="关联企业"
          rows={affiliates}
          onAdd={() => change({ affiliates: [...affiliates, {}] })}
          onSet={(next) => change({ affiliates: next })}
          most={50}
        >
          {(firm, at) => (
            <>
              <Field
                name={`affiliates.${at}.name`}
                label="企业名称"
                maxLength={80}
                value={firm.name ?? ""}
                onChange={(name) => setAffiliate(at, { name })}
                error={error(`affiliates.${at}.name`)}
              />
              <Field
                name={`affiliates.${at}.creditCode`}
                label={SAYS.creditCode as string}
                maxLength={40}
                value={firm.creditCode ?? ""}
                onChange={(creditCode) => setAffiliate(at, { creditCode })}
                error={error(`affiliates.${at}.creditCode`) ?? (codeFault(firm.creditCode) ? "代码校验不通过，请对照营业执照逐位核对。" : null)}
              />
            </>
          )}
        </ListOf>
      </Section>
    </>
  );
}
