/** What carries an article: each number with its value of today, its days and its reading; the rules and the steps that go by it. */
import { Text, View } from "@tarojs/components";
import { changedBy } from "../../../../shared/process/change";
import type { Parameter, Version } from "../../../../shared/rule/parameter";
import { readingOf, valueOn } from "../../../../shared/rule/parameter";
import type { Rule } from "../../../../shared/rule/rule";
import type { Step } from "../../../../shared/schemes/articles";
import type { Scheme } from "../../../../shared/schemes/scheme";
import { today } from "../../case/due";
import { go } from "../../go";
import { acting, useSession } from "../../session";
import { Tap } from "../../ui/tap";
import { dayText } from "../../words/time";
import { CHECKPOINT_WORDS } from "../../words/verdict";
import type { AgreedOf } from "./agreed";
import { valueText } from "./value-text";

const daysText = ({ from, until }: Pick<Version<unknown>, "from" | "until">): string =>
  until ? `${dayText(from)}至${dayText(until)}` : `${dayText(from)}起`;

const versionText = (parameter: Parameter<unknown>, version: Version<unknown>, scheme: Scheme): string =>
  [`${daysText(version)}：${valueText(parameter, version.value, scheme)}`, version.documentNo].filter(Boolean).join("，");

/** For who sets this number in the own district; everybody else reads it alone. */
function ProposeDoor({ parameter: { key, says }, scheme }: { parameter: Parameter<unknown>; scheme: Scheme }) {
  const role = acting(useSession());
  if (role?.schemeId !== scheme.id || !changedBy(scheme, key).includes(role.orgKind)) return null;
  return (
    <Tap className="link" role="link" label={`提议改变：${says}`} onTap={() => go("/office/amendments/index", { key })}>
      提议改变
    </Tap>
  );
}

function Numeral({ parameter, scheme, agreed }: { parameter: Parameter<unknown>; scheme: Scheme; agreed: AgreedOf }) {
  const now = valueOn(parameter, today());
  const [only, ...more] = parameter.versions;
  const { reading } = parameter;
  const used = (now.ok ? readingOf(parameter, now.value) : undefined) ?? reading?.chosen ?? "";
  const left = reading ? [reading.chosen, ...reading.others].filter((one) => one !== used) : [];
  const told = now.ok ? valueText(parameter, now.value, scheme) : "今天没有生效的数值";
  return (
    <View className="why-line">
      <View className="lrow-top">
        <Text>{parameter.says}</Text>
        <Text className="num strong">{told}</Text>
      </View>
      {only && !more.length ? (
        <View className="small muted">{[daysText(only), only.documentNo, agreed(parameter.key, only)].filter(Boolean).join("，")}</View>
      ) : null}
      {more.length
        ? parameter.versions.map((version) => (
            <View className="small muted num" key={version.from}>
              {`${versionText(parameter, version, scheme)}，${agreed(parameter.key, version)}`}
            </View>
          ))
        : null}
      {reading ? (
        <View className="small">
          <View>{told === used ? "条文不明确，上面是采用的理解" : `条文不明确，采用的理解：${used}`}</View>
          {left.length ? <View className="muted">{`没有采用：${left.join("；")}`}</View> : null}
        </View>
      ) : null}
      <ProposeDoor parameter={parameter} scheme={scheme} />
    </View>
  );
}

interface NumeralsProps {
  parameters: readonly Parameter<unknown>[];
  scheme: Scheme;
  agreed: AgreedOf;
}

export const Numerals = ({ parameters, scheme, agreed }: NumeralsProps) =>
  parameters.length ? (
    <View className="mt">
      <View className="strong">数值和理解</View>
      <View className="why">
        {parameters.map((parameter) => (
          <Numeral key={parameter.key} parameter={parameter} scheme={scheme} agreed={agreed} />
        ))}
      </View>
    </View>
  ) : null;

const askedWhen = (rule: Rule): string =>
  rule.at
    .map((checkpoint) => CHECKPOINT_WORDS[checkpoint] ?? "")
    .filter(Boolean)
    .join("、");

export const RuleLines = ({ rules, steps }: { rules: readonly Rule[]; steps: readonly Step[] }) => (
  <>
    {rules.length ? (
      <View className="mt">
        <View className="strong">核对的条件</View>
        <View className="why">
          {rules.map((rule) => (
            <View className="why-line" key={`${rule.id}${rule.says}`}>
              <View>{rule.says}</View>
              <View className="small muted">{`${askedWhen(rule)}核对，${daysText(rule)}`}</View>
            </View>
          ))}
        </View>
      </View>
    ) : null}
    {steps.length ? (
      <View className="mt">
        <View className="strong">步骤和期限</View>
        <View className="why">
          {steps.map((step) => (
            <View className="why-line" key={step.says}>
              {step.says}
            </View>
          ))}
        </View>
      </View>
    ) : null}
  </>
);
