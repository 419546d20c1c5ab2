/** The last check of the books, and checking them now: balances counted again from nothing, pause and restart replayed, the chain of records followed. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { FundView } from "../../../shared/contract/fund";
import { call } from "../api";
import { Button } from "../ui/button";
import { Card, Section } from "../ui/card";
import { Banner, ErrorSummary } from "../ui/errors";
import { useAct } from "../use-act";
import { CHECKED_WORDS } from "../words/fund";
import { momentText } from "../words/time";

type Check = NonNullable<FundView["check"]>;

const Result = ({ check }: { check: Check }) =>
  check.ok ? (
    <Banner
      tone="good"
      title="账簿核对一致"
    >{`${momentText(check.at)}，从头重算 ${check.events} 笔记录，余额、累计数、暂停状态和记录链条都对得上。`}</Banner>
  ) : (
    <Banner tone="danger" title="账簿核对发现不一致，请停止支付">
      <View>{`${momentText(check.at)}，重算 ${check.events} 笔记录。`}</View>
      {check.findings.map((finding) => (
        <View
          key={`${finding.what}${finding.detail}`}
        >{`${(CHECKED_WORDS as Record<string, string>)[finding.what] ?? "账簿"}：${finding.detail}`}</View>
      ))}
    </Banner>
  );

export function BooksCheck({ fund, may, onChecked }: { fund: FundView; may: boolean; onChecked: () => unknown }) {
  const [fresh, setFresh] = useState<Check | null>(null);
  const act = useAct();
  const run = async () => {
    const done = await act.run(() => call("checkBooks", { body: {} }));
    if (!done) return;
    setFresh({ ...done, at: Date.now() });
    await onChecked();
  };
  const shown = fresh ?? fund.check;
  return (
    <Section title="账簿核对" aside="每夜自动核对一次">
      <ErrorSummary errors={act.errors} title="没有核对成" />
      <View id="books-check">{shown ? <Result check={shown} /> : <Card>还没有核对过，今夜会自动核对。</Card>}</View>
      {may ? (
        <View className="mt">
          <Button id="check-books" kind="secondary" onTap={run} busyText="正在从头核对…">
            立即核对
          </Button>
        </View>
      ) : null}
    </Section>
  );
}
