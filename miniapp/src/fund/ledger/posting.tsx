/** One posting: its entries in debit and credit, its article and persons; and asking for its reversal, which a second person checks. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { PostingRow } from "../../../../shared/contract/fund";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { go, openCase } from "../../go";
import { Button } from "../../ui/button";
import { Row } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { Sheet } from "../../ui/sheet";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { SIDE_WORDS } from "../../words/fund";
import { dayText, momentText } from "../../words/time";
import { Basis } from "../basis";

const Facts = ({ posting }: { posting: PostingRow }) => (
  <>
    {posting.entries.map((entry) => (
      <Row key={`${entry.side}${entry.account}${entry.of ?? ""}`} label={`${SIDE_WORDS[entry.side]}：${entry.says}`} num>
        {`${yuanText(entry.amount)} 元`}
      </Row>
    ))}
    <Row label="日期">{dayText(posting.on)}</Row>
    {posting.documentNo ? <Row label="凭证号">{posting.documentNo}</Row> : null}
    {posting.why ? <Row label="说明">{posting.why}</Row> : null}
    <Basis reason={posting.reason} />
    <Row label="制单">{posting.madeBy}</Row>
    <Row label="复核">{posting.checkedBy ?? "系统随案件记账"}</Row>
    <Row label="记录时间">{momentText(posting.recordedAt)}</Row>
    {posting.reversed ? <Row label="状态">已被冲正</Row> : null}
  </>
);

function Reversal({ posting, onDone }: { posting: PostingRow; onDone: () => void }) {
  const [form, change, clear] = useKept(`reverse.${posting.transferId}`, { why: "" });
  const act = useAct();
  const send = async () => {
    if (!act.check(needed(form.why, "why", "还没有写理由。请写明为什么冲正。"))) return;
    const drawn = await act.run(() => call("drawUpVoucher", { body: { kind: "reverse", transferId: posting.transferId, why: form.why } }));
    if (!drawn) return;
    clear();
    onDone();
  };
  return (
    <View className="mt">
      <ErrorSummary errors={act.errors} title="没有制成冲正凭证" />
      <Field
        name="why"
        label="冲正理由"
        hint="原来的一笔保留，另记一笔相反的；由另一人复核后入账"
        area
        maxLength={500}
        value={form.why}
        onChange={(why) => change({ why })}
        error={errorAt(act.errors, "why")}
      />
      <View className="mt">
        <Button id="reverse-send" onTap={send} busyText="正在制单…">
          制作冲正凭证
        </Button>
      </View>
    </View>
  );
}

export function PostingSheet({ posting, office, onClose }: { posting: PostingRow; office: boolean; onClose: () => void }) {
  const [asking, setAsking] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const { caseId } = posting;
  // What came about with a case is undone in the case.
  const may = office && posting.type === "posted" && !posting.reversed && !posting.reverses && !caseId;
  return (
    <Sheet open title={`${posting.reasonSays} ${yuanText(posting.amount)} 元`} onClose={onClose}>
      <Facts posting={posting} />
      {caseId ? (
        <Button id="posting-case" kind="plain" inline onTap={() => openCase(caseId)}>
          {`查看案件 ${posting.caseNo ?? ""}`}
        </Button>
      ) : null}
      {drawn ? (
        <Banner tone="good" title="冲正凭证已制成，等另一人复核">
          <Button id="reverse-vouchers" kind="plain" inline onTap={() => go("/fund/vouchers/index")}>
            查看凭证
          </Button>
        </Banner>
      ) : asking ? (
        <Reversal posting={posting} onDone={() => setDrawn(true)} />
      ) : may ? (
        <View className="mt">
          <Button id="reverse" kind="secondary" onTap={() => setAsking(true)}>
            申请冲正
          </Button>
        </View>
      ) : null}
    </Sheet>
  );
}
