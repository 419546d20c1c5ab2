/** 名单复核: listed firms, news that departments tell of them, and the review of a place that bad news asks for. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { errorAt, refusalSentence, type ShownRefusal } from "../../failure";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ChoiceField } from "../../ui/choices";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { DateField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

type Firm = Answer<"listListed">["firms"][number];
const NEWS = [
  { value: "no", label: "没有不利情况" },
  { value: "yes", label: "有不利情况" },
] as const;
const PLACES = [
  { value: "keep", label: "留在名单内" },
  { value: "remove", label: "移出名单" },
] as const;

function FeedbackForm({ firm, onDone }: { firm: Firm; onDone: () => unknown }) {
  const [form, setForm] = useState({ on: today() as string, adverse: "" as "" | "yes" | "no", says: "" });
  const act = useAct();
  const send = async () => {
    if (!act.check([...needed(form.adverse, "adverse", "还没有选有没有不利情况。"), ...needed(form.says, "says", "还没有写情况。")])) return;
    const body = { on: form.on, adverse: form.adverse === "yes", says: form.says };
    if (!(await act.run(() => call("giveFeedback", { params: { caseId: firm.caseId }, body })))) return;
    toast("已反馈");
    await onDone();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <DateField
        name="on"
        label="情况的日期"
        max={today()}
        value={form.on}
        onChange={(on) => setForm({ ...form, on })}
        error={errorAt(act.errors, "on")}
      />
      <ChoiceField
        name="adverse"
        label="情况"
        value={form.adverse}
        options={NEWS}
        onChange={(adverse) => setForm({ ...form, adverse })}
        error={errorAt(act.errors, "adverse")}
      />
      <Field
        name="says"
        label="说明"
        area
        maxLength={1000}
        value={form.says}
        onChange={(says) => setForm({ ...form, says })}
        error={errorAt(act.errors, "says")}
      />
      <Button id={`feed-${firm.caseId}`} onTap={send} busyText="正在反馈…">
        反馈
      </Button>
    </>
  );
}

function ReviewForm({ firm, onDone }: { firm: Firm; onDone: () => unknown }) {
  const [form, setForm] = useState({ place: "" as "" | "keep" | "remove", reason: "", documentNo: "" });
  const act = useAct();
  const send = async () => {
    if (!act.check([...needed(form.place, "keeps", "还没有选结论。"), ...needed(form.reason, "reason", "还没有写理由。")])) return;
    const body = { keeps: form.place === "keep", reason: form.reason, documentNo: form.documentNo };
    if (!(await act.run(() => call("reviewPlace", { params: { caseId: firm.caseId }, body })))) return;
    toast("已复核");
    await onDone();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <ChoiceField
        name="keeps"
        label="复核结论"
        value={form.place}
        options={PLACES}
        onChange={(place) => setForm({ ...form, place })}
        error={errorAt(act.errors, "keeps")}
      />
      <Field
        name="documentNo"
        label="文号"
        optional
        maxLength={60}
        value={form.documentNo}
        onChange={(documentNo) => setForm({ ...form, documentNo })}
        error={errorAt(act.errors, "documentNo")}
      />
      <Field
        name="reason"
        label="理由"
        hint="企业会看到"
        area
        maxLength={1000}
        value={form.reason}
        onChange={(reason) => setForm({ ...form, reason })}
        error={errorAt(act.errors, "reason")}
      />
      <Button id={`review-${firm.caseId}`} onTap={send} busyText="正在记录…">
        记录复核
      </Button>
    </>
  );
}

function FirmCard({ firm, may, onDone }: { firm: Firm; may: { tell: boolean; review: boolean }; onDone: () => unknown }) {
  const [open, setOpen] = useState(false);
  const done = async () => {
    setOpen(false);
    await onDone();
  };
  return (
    <Card id={`listed-${firm.caseId}`}>
      <View className="lrow-top">
        <View className="strong">{firm.name}</View>
        <Tag tone={firm.removedOn ? "plain" : firm.flags.length ? "warn" : "done"}>
          {firm.removedOn ? "已移出" : firm.flags.length ? "待复核" : "在名单内"}
        </Tag>
      </View>
      <View className="small muted num">{`${firm.caseNo} · ${firm.creditCode} · ${dayText(firm.listedOn)}列入`}</View>
      {firm.flags.map((flag) => (
        <Banner key={JSON.stringify(flag)} tone="warn">
          <Cited article={flag.article}>{refusalSentence(flag as ShownRefusal)}</Cited>
        </Banner>
      ))}
      {firm.news.map((one) => (
        <Row key={JSON.stringify(one)} label={`${dayText(one.on)} ${one.by}`}>
          {one.says}
        </Row>
      ))}
      {firm.reviews.map((one) => (
        <Row key={JSON.stringify(one)} label={`${dayText(one.on)} 复核`}>
          {`${one.keeps ? "留在名单内" : "移出名单"}：${one.reason}`}
        </Row>
      ))}
      {firm.removedOn || !(may.tell || may.review) ? null : open ? (
        may.tell ? (
          <FeedbackForm firm={firm} onDone={done} />
        ) : (
          <ReviewForm firm={firm} onDone={done} />
        )
      ) : (
        <Button id={`open-${firm.caseId}`} kind="secondary" inline onTap={() => setOpen(true)}>
          {may.tell ? "反馈情况" : "复核"}
        </Button>
      )}
    </Card>
  );
}

export default function Listed() {
  const now = useGuard();
  const load = useLoad(() => (now ? call("listListed") : null), [now?.actingAs]);
  const role = acting();
  if (!now || !role) return null;
  const { feedback, admission } = schemeOf(role.schemeId);
  const lists = admission.steps.some(
    (step) => (step.kind === "publish" || (step.kind === "approve" && step.lists)) && step.by.includes(role.orgKind),
  );
  const may = { tell: feedback?.by.includes(role.orgKind) ?? false, review: lists };
  return (
    <Page title="名单内的企业" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={(data) => data.firms.length === 0} none={<Empty title="名单内还没有企业">确定名单后会列在这里。</Empty>}>
        {(data) => data.firms.map((firm) => <FirmCard key={firm.caseId} firm={firm} may={may} onDone={load.refresh} />)}
      </Loaded>
    </Page>
  );
}
