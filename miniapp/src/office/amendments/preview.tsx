/** What would have been otherwise on the cases so far if the number had been this from the document's first day on: case after case, with running sums. */

import { Text, View } from "@tarojs/components";
import { useEffect, useRef, useState } from "react";
import type { Typed } from "../../../../shared/rule/typed-value";
import { type Answer, call } from "../../api";
import { openCase } from "../../go";
import { payTerm } from "../../term";
import { Article } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Bars } from "../../ui/charts";
import { Banner } from "../../ui/errors";
import { Meter } from "../../ui/meter";
import { percentText, yuanText } from "../../ui/money-text";
import { longestOf, shareOf } from "../../ui/proportion";
import { WentWrong } from "../../ui/states";
import { Tap } from "../../ui/tap";
import { dayText } from "../../words/time";

type Page = Answer<"previewAmendment">;
type Case = Page["cases"][number];
type Difference = Case["differences"][number];

interface Found {
  readonly page: Page;
  readonly cases: readonly Case[];
  readonly asked: boolean;
  readonly unknown: Page["unknown"];
}

const WHAT: Record<Difference["what"], string> = {
  rule: "核对条件",
  slot: "名额",
  get filing() {
    return `申请${payTerm()}的条件`;
  },
  ratio: "比例",
  amount: "应支付",
  return: "应返还",
  deadline: "期限",
};

/** A value of either side; a code of a refusal says that it would have been one. */
function sideText({ what }: Difference, value: string): string {
  if (what === "ratio") return value ? percentText(value) : "不能计算";
  if (what === "amount" || what === "return") return value ? `${yuanText(value)} 元` : "不能计算";
  if (what === "deadline") return dayText(value);
  if (value === "fact_missing" || value === "doc_missing") return "缺资料";
  return value ? "不符合" : "符合";
}

const changeText = ({ is, amount }: NonNullable<Difference["change"]>): string => `${is === "more" ? "多" : "少"} ${yuanText(amount)} 元`;

const Line = ({ one }: { one: Difference }) => (
  <View className="why-line">
    <View className="lrow-top">
      <Text className="small muted">{`${WHAT[one.what]} · ${dayText(one.on)}`}</Text>
      <Article article={one.article} />
    </View>
    <View>{one.says}</View>
    <View className="num">
      <Text>{`${sideText(one, one.before)} → `}</Text>
      <Text className="strong">{sideText(one, one.after)}</Text>
    </View>
    {one.change ? <View className="num strong">{changeText(one.change)}</View> : null}
  </View>
);

const Cases = ({ cases }: { cases: readonly Case[] }) => (
  <>
    {cases.map((one) => (
      <Card key={one.caseId}>
        <Tap className="link" role="link" onTap={() => openCase(one.caseId)}>
          {`${one.name}（${one.caseNo}）`}
        </Tap>
        <View className="why mt">
          {one.differences.map((difference) => (
            <Line key={`${difference.what}${difference.says}${difference.on}`} one={difference} />
          ))}
        </View>
      </Card>
    ))}
  </>
);

const turns = ({ count, first }: NonNullable<Page["pauses"]>["before"]): string =>
  count === 0
    ? "没有暂停过"
    : `${first.map(({ to, on }) => `${dayText(on)}${to === "PAUSED" ? "暂停" : "恢复"}`).join("，")}${count > first.length ? `，共 ${count} 次` : ""}`;

const LEFT_OUT: Record<Page["unknown"][number]["why"], string> = {
  get amount() {
    return `${payTerm()}金额，案件的记录不够计算`;
  },
  return: "返还的钱，案件的记录不够计算",
  allocated: "当年实际能分到的钱，要和同年的其他申请一起分",
};
const BEYOND: Record<Page["beyond"][number], string> = {
  allocation: "年度分配方案",
  limit: "各项限额",
  watch: "机构不良率的界限",
};

/** Two sums as two bars of one scale, and what lies between them. */
function Compared({ label, sums: { before, after, change } }: { label: string; sums: Page["amounts"] }) {
  if (!change) return null;
  const longest = longestOf([before, after]);
  const bar = (name: string, amount: string) => ({ label: name, value: shareOf(amount, longest), text: `${yuanText(amount)} 元` });
  return (
    <View className="mt">
      <View className="lrow-top">
        <Text>{label}</Text>
        <Text className="num strong">{changeText(change)}</Text>
      </View>
      <Bars bars={[bar("现在的规定", before), bar("如果这样规定", after)]} />
    </View>
  );
}

function Totals({ found: { page, asked, unknown } }: { found: Found }) {
  const { looked, changed, amounts, returns, pauses, beyond } = page;
  return (
    <Card id="preview-totals">
      <Row label="有不同的案件" num>{`${changed} 件，共看了 ${looked} 件`}</Row>
      <Compared label="应支付合计" sums={amounts} />
      <Compared label="应返还合计" sums={returns} />
      {pauses ? <Row label="现在的暂停和恢复">{turns(pauses.before)}</Row> : null}
      {pauses ? <Row label="如果这样规定">{turns(pauses.after)}</Row> : null}
      {beyond.length ? (
        <View className="small muted mt">{`这个数值还决定${beyond.map((one) => BEYOND[one]).join("、")}，这里没有推算；暂停和恢复按实际的支付推算。`}</View>
      ) : null}
      {asked ? null : <View className="small muted mt">已办案件的核对、金额和期限都没有用到这个数值，推算看不出影响。</View>}
      {unknown.length ? (
        <View id="preview-unknown" className="mt">
          <View className="strong">{`没有算出的 ${unknown.length} 处`}</View>
          {unknown.map((one) => (
            <View key={`${one.caseId}${one.why}`} className="small">
              <Tap className="link" role="link" onTap={() => openCase(one.caseId)}>
                {`${one.name}（${one.caseNo}）`}
              </Tap>
              <Text className="muted">{`：${LEFT_OUT[one.why]}`}</Text>
            </View>
          ))}
        </View>
      ) : null}
    </Card>
  );
}

function usePreview(name: string, typed: Typed) {
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const key = JSON.stringify(typed);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const run = async () => {
    const mine = ++turn.current;
    setFailed(null);
    setFound(null);
    let cases: readonly Case[] = [];
    let asked = false;
    let unknown: Page["unknown"] = [];
    let after: string | undefined;
    try {
      do {
        const page: Page = await call("previewAmendment", { query: { key: name, value: key, ...(after ? { after } : {}) } });
        if (mine !== turn.current) return;
        cases = [...cases, ...page.cases];
        asked = asked || page.asked;
        unknown = [...unknown, ...page.unknown];
        setFound({ page, cases, asked, unknown });
        after = page.next ?? undefined;
      } while (after);
    } catch (error) {
      if (mine === turn.current) setFailed(error);
    }
  };
  return { found, failed, run };
}

interface PreviewProps {
  name: string;
  typed: Typed;
  /** Shows what is wrong with the value, and says whether there is one. */
  ready?: () => boolean;
}

/** Another value makes what was found for the last one untrue. */
export const Preview = (props: PreviewProps) => <Previewed key={JSON.stringify(props.typed)} {...props} />;

function Previewed({ name, typed, ready }: PreviewProps) {
  const { found, failed, run } = usePreview(name, typed);
  const left = found ? found.page.total - found.page.looked : 0;
  return (
    <Section title="已办的案件会有什么不同">
      <View className="small muted">
        假定从文件开始执行那天起就这样规定，按各案件当时的记录重新推算。只是推算，不改变任何决定；当时没有受理的申请不在其中。
      </View>
      <View className="mt">
        <Button id="preview" kind="secondary" busyText="正在推算" onTap={() => (!ready || ready() ? run() : undefined)}>
          {found ? "再推算一遍" : "推算"}
        </Button>
      </View>
      {failed ? (
        <Banner tone="danger">
          <WentWrong error={failed} />
        </Banner>
      ) : null}
      {found ? <View className="mt" /> : null}
      {found?.page.next ? (
        <Meter
          label="推算的进度"
          parts={[
            { label: "已看", value: found.page.looked, text: `${found.page.looked} 件`, look: "full" },
            { label: "还有", value: left, text: `${left} 件`, look: "hollow" },
          ]}
        />
      ) : null}
      {found ? <Totals found={found} /> : null}
      {found ? <Cases cases={found.cases} /> : null}
    </Section>
  );
}
