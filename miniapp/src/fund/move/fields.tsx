/** The fields that only some reasons ask: whose account, the product and its day, a placement that comes back, a promise, the year that bears a cost. */

import { View } from "@tarojs/components";
import { keepingFee } from "../../../../shared/fund/keeping";
import { fen, parseYuan, yuan } from "../../../../shared/money";
import { valueOn } from "../../../../shared/rule/parameter";
import type { Answer } from "../../api";
import { today } from "../../case/due";
import { errorAt } from "../../failure";
import { POLICY_VALUE_WORDS } from "../../pages/policy/value-words";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { CheckField } from "../../ui/choices";
import type { FieldError } from "../../ui/errors";
import { AmountField, Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { DateField, PickerField } from "../../ui/pickers";
import { dayText } from "../../words/time";
import type { Asks, Typed } from "./asks";

export interface Around {
  fund: Answer<"getFund">;
  organisations: Answer<"listOrganisations">["organisations"];
}

interface FieldsProps {
  schemeId: string;
  asks: Asks;
  form: Typed;
  change: (part: Partial<Typed>) => void;
  errors: readonly FieldError[];
  around: Around;
}

const KEPT_BY = { institution: ["bank", "guarantor", "insurer", "lender"], area: ["township"], enterprise: ["enterprise"] } as const;
const WHOSE = { institution: "哪家机构", area: "哪个地区", enterprise: "哪家企业" } as const;

function Whose({ asks: { of }, form, change, errors, around }: FieldsProps) {
  if (!of) return null;
  const kinds: readonly string[] = KEPT_BY[of];
  const apart = around.fund.apart.filter((one) => one.of === form.of);
  return (
    <>
      <PickerField
        name="of"
        label={WHOSE[of]}
        value={form.of}
        options={around.organisations.filter(({ kind }) => kinds.includes(kind)).map(({ orgId, name }) => ({ value: orgId, label: name }))}
        onChange={(id) => change({ of: id })}
        error={errorAt(errors, "of")}
      />
      {apart.map(({ account, balance, promised }) => (
        <View key={account} className="small muted num">
          {`现有 ${yuanText(balance)} 元${promised ? `，承诺 ${yuanText(promised)} 元` : ""}`}
        </View>
      ))}
    </>
  );
}

function Placed({ schemeId, asks, form, change, errors, around }: FieldsProps) {
  const article = schemeOf(schemeId).fund.placement?.cites.article;
  if (asks.products)
    return (
      <>
        <PickerField
          name="product"
          label="存放的产品"
          hint={<Cited article={article}>只能选文件允许的</Cited>}
          value={form.product}
          options={asks.products.map((value) => ({ value, label: POLICY_VALUE_WORDS[value] ?? value }))}
          onChange={(product) => change({ product })}
          error={errorAt(errors, "product")}
        />
        <DateField
          name="maturesOn"
          label="到期日"
          value={form.maturesOn}
          min={form.on}
          onChange={(maturesOn) => change({ maturesOn })}
          error={errorAt(errors, "maturesOn")}
        />
      </>
    );
  if (!asks.placement) return null;
  return (
    <PickerField
      name="placement"
      label="收回哪一笔"
      value={form.placement}
      options={around.fund.placements.map(({ id, product, amount, on }) => ({
        value: id,
        label: `${dayText(on)}存放的${POLICY_VALUE_WORDS[product] ?? product} ${yuanText(amount)} 元`,
      }))}
      onChange={(id) => change({ placement: id, amount: around.fund.placements.find((one) => one.id === id)?.amount ?? form.amount })}
      error={errorAt(errors, "placement")}
    />
  );
}

const Ended = ({ asks, form, change, errors }: FieldsProps) =>
  asks.ending ? (
    <>
      <CheckField
        name="ended"
        label="合作已经结束，本息一并转回"
        hint="不勾选就是按业务量调减"
        checked={form.ended}
        onChange={(ended) => change({ ended })}
      />
      {form.ended ? (
        <AmountField
          name="earned"
          label="其中利息"
          optional
          value={form.earned}
          onChange={(earned) => change({ earned })}
          error={errorAt(errors, "earned")}
        />
      ) : null}
    </>
  ) : null;

function Promised({ schemeId, asks, form, change, errors }: FieldsProps) {
  const { contributions } = schemeOf(schemeId).fund;
  if (!asks.promise || !contributions) return null;
  const least = valueOn(contributions.least.ordinary, today());
  const fills = (
    <CheckField
      name="refill"
      label={`这笔是${payTerm()}之后的补充`}
      hint={`应补的数额要一次补足（${contributions.refill.cites.article}）`}
      checked={form.refill}
      onChange={(refill) => change({ refill })}
    />
  );
  if (form.refill) return fills;
  return (
    <>
      {fills}
      <AmountField
        name="promised"
        label="承诺出资总额"
        hint={
          <Cited article={contributions.least.cites.article}>
            {least.ok ? `一般不少于 ${yuanText(yuan(fen(least.value)))} 元，可以分次到账` : "可以分次到账"}
          </Cited>
        }
        optional
        value={form.promised}
        onChange={(promised) => change({ promised })}
        error={errorAt(errors, "promised")}
      />
      <Field
        name="hardship"
        label="少于一般标准的原因"
        optional
        maxLength={200}
        value={form.hardship}
        onChange={(hardship) => change({ hardship })}
        error={errorAt(errors, "hardship")}
      />
    </>
  );
}

/** What the chosen year's income carries, by the rule that will judge it. */
function Carried({ schemeId, form, around }: FieldsProps) {
  const rules = schemeOf(schemeId).fund.keepingFee;
  const kept = around.fund.keeping.find(({ year }) => String(year) === form.year);
  const income = kept && parseYuan(kept.income);
  const carried = kept && parseYuan(kept.carried);
  const cap = rules && income?.ok && carried?.ok ? keepingFee(rules, income.value, carried.value, today()) : undefined;
  if (!form.year) return null;
  return (
    <View className="small muted num" id="fee-cap">
      <Cited article={rules?.cites.article}>
        {kept && cap?.ok
          ? `${form.year}年收益 ${yuanText(kept.income)} 元，管理费以 ${yuanText(yuan(cap.value.cap))} 元为限，已列支 ${yuanText(kept.charged)} 元`
          : `${form.year}年没有收益，不能列支`}
      </Cited>
    </View>
  );
}

function Year(props: FieldsProps) {
  const { asks, form, change, errors, schemeId } = props;
  if (!asks.year) return null;
  const now = Number(today().slice(0, 4));
  return (
    <>
      <PickerField
        name="year"
        label={asks.audit ? "由哪一年的收益列支" : "奖励哪一年的业务"}
        value={form.year}
        options={(asks.audit ? [now, now - 1] : [now - 1, now - 2]).map((year) => ({ value: String(year), label: `${year}年` }))}
        onChange={(year) => change({ year })}
        error={errorAt(errors, "year")}
      />
      {asks.audit ? (
        <>
          <Carried {...props} />
          <AmountField
            name="audit"
            label="其中审计费"
            hint={<Cited article={schemeOf(schemeId).fund.keepingFee?.carriesCites.article}>审计费包含在管理费里</Cited>}
            optional
            value={form.audit}
            onChange={(audit) => change({ audit })}
            error={errorAt(errors, "audit")}
          />
        </>
      ) : null}
    </>
  );
}

export const AskedFields = (props: FieldsProps) => (
  <>
    <Whose {...props} />
    <Placed {...props} />
    <Ended {...props} />
    <Promised {...props} />
    <Year {...props} />
  </>
);
