/** 合作机构审定: an institution's application, the check, the decisions, and the agreement by whoever signs. */

import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { Page } from "../../ui/page";
import { filled, SheetForm } from "../../ui/sheet-form";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

type One = Answer<"listCandidacies">["candidacies"][number];
type Rules = NonNullable<ReturnType<typeof schemeOf>["partnership"]>;
type Sheet = "check" | "decide" | "sign";

const STAGES: Record<One["stage"], string> = { check: "等初审", decide: "等审定", sign: "可以签协议", declined: "未通过" };
const ACTS: Record<Sheet, string> = { check: "初审", decide: "审定", sign: "登记协议" };

function Form({ one, sheet, onClose, onMoved }: { one: One; sheet: Sheet; onClose: () => void; onMoved: () => unknown }) {
  const common = { onClose, onDone: onMoved, title: `${ACTS[sheet]}：${one.name}`, action: ACTS[sheet], done: "已登记" };
  if (sheet === "sign")
    return (
      <SheetForm
        {...common}
        id={`sign.${one.orgId}`}
        fields={[
          { name: "signedOn", label: "签订日期", kind: "day" },
          { name: "validFrom", label: "有效期从", kind: "day" },
          { name: "validUntil", label: "有效期到", kind: "day" },
          { name: "duties", label: "责任义务", kind: "area", maxLength: 2000 },
          { name: "compensationTerms", label: `${payTerm()}约定`, kind: "area", maxLength: 2000 },
          { name: "recoveryTerms", label: "追偿约定", kind: "area", maxLength: 2000 },
          { name: "termReason", label: "期限较长的理由", optional: true, maxLength: 500 },
        ]}
        onSend={({ signedOn = "", ...terms }) => call("signAgreement", { params: { orgId: one.orgId }, body: { signedOn, ...filled(terms) } })}
      />
    );
  return (
    <SheetForm
      {...common}
      id={`${sheet}.${one.id}`}
      fields={[
        {
          name: "agreed",
          label: "意见",
          kind: "choice",
          options: [
            { value: "yes", label: "同意" },
            { value: "no", label: "不同意" },
          ],
        },
        { name: "documentNo", label: "文号", optional: sheet === "check" },
        { name: "reason", label: "理由", kind: "area", maxLength: 1000 },
      ]}
      onSend={({ agreed, documentNo = "", reason = "" }) =>
        call(sheet === "check" ? "checkCandidacy" : "decideCandidacy", {
          params: { candidacyId: one.id },
          body: { agreed: agreed === "yes", documentNo, reason },
        })
      }
    />
  );
}

function Candidate({ one, rules, sheet, onMoved }: { one: One; rules: Rules; sheet: Sheet | undefined; onMoved: () => unknown }) {
  const [open, setOpen] = useState(false);
  return (
    <Card id={`candidacy-${one.id}`}>
      <View className="lrow-top">
        <View className="strong">{one.name}</View>
        <Tag tone={one.stage === "declined" ? "bad" : one.stage === "sign" ? "done" : "todo"}>{STAGES[one.stage]}</Tag>
      </View>
      <Row label="申请日期">{dayText(one.on)}</Row>
      {rules.asks.map(({ kind, says }) => (
        <Row key={kind} label={says}>
          {one.said[kind] ?? ""}
        </Row>
      ))}
      {[...(one.checked ? [one.checked] : []), ...one.decisions].map((act, at) => (
        <Row
          key={act.orgId + act.on + String(at)}
          label={act.by}
        >{`${act.agreed ? "同意" : "不同意"} ${act.documentNo}（${dayText(act.on)}）：${act.reason}`}</Row>
      ))}
      {sheet ? (
        <Button id={`${sheet}-${one.id}`} onTap={() => setOpen(true)}>
          {ACTS[sheet]}
        </Button>
      ) : null}
      {open && sheet ? <Form one={one} sheet={sheet} onClose={() => setOpen(false)} onMoved={onMoved} /> : null}
    </Card>
  );
}

const Apply = ({ rules, onClose, onMoved }: { rules: Rules; onClose: () => void; onMoved: () => unknown }) => (
  <SheetForm
    id="partnership"
    title="申请成为合作机构"
    action="提交申请"
    done="已提交"
    fields={rules.asks.map(({ kind, says }) => ({ name: kind, label: says, kind: "area" as const, maxLength: 2000 }))}
    onSend={(said) => call("applyPartnership", { body: { said } })}
    onClose={onClose}
    onDone={onMoved}
  />
);

export default function Candidacies() {
  const now = useGuard();
  const role = acting(now);
  const [applying, setApplying] = useState(false);
  const load = useLoad(() => (now ? call("listCandidacies") : null), [now?.actingAs]);
  if (!now || !role) return null;
  const rules = schemeOf(role.schemeId).partnership;
  if (!rules) return null;
  const institution = ["bank", "guarantor", "insurer", "lender"].includes(role.orgKind);
  const sheetOf = ({ stage, decisions }: One): Sheet | undefined => {
    if (stage === "check") return rules.checkedBy.kinds.includes(role.orgKind) ? "check" : undefined;
    if (stage === "decide")
      return rules.decidedBy.kinds.includes(role.orgKind) && !decisions.some(({ orgId }) => orgId === role.orgId) ? "decide" : undefined;
    return stage === "sign" && rules.signedBy.kinds.includes(role.orgKind) ? "sign" : undefined;
  };
  return (
    <Page title="合作机构审定" onRefresh={load.refresh}>
      <Loaded load={load}>
        {({ candidacies }) => (
          <View id="candidacies" className="stack">
            <View className="small muted">
              <Cited article={rules.cites.article}>机构申请，初审、审定后签协议。</Cited>
            </View>
            {institution ? (
              <Button id="apply-partnership" onTap={() => setApplying(true)}>
                申请成为合作机构
              </Button>
            ) : null}
            {candidacies.length ? (
              candidacies.map((one) => <Candidate key={one.id} one={one} rules={rules} sheet={sheetOf(one)} onMoved={load.refresh} />)
            ) : (
              <Empty title="没有申请">机构提出申请后，在这里初审和审定。</Empty>
            )}
            {applying ? <Apply rules={rules} onClose={() => setApplying(false)} onMoved={load.refresh} /> : null}
          </View>
        )}
      </Loaded>
    </Page>
  );
}
