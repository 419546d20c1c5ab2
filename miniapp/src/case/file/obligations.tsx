/** What the document obliges those around a loan to do: each with its window, what was done, and the way to enter it for whoever owes it. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { partyName } from "../../party-name";
import { payTerm } from "../../term";
import { Article } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { Tag } from "../../ui/tag";
import { WAY_WORDS } from "../../words/loan";
import { dayText } from "../../words/time";
import { dueWords } from "../due";
import type { FileView } from "./file-of";
import { ObligationForm } from "./obligation-form";

export type Owed = FileView["obligations"][number];

const STATES = {
  done: { says: "已办", tone: "done" },
  open: { says: "待办", tone: "todo" },
  late: { says: "已过期限", tone: "bad" },
  ahead: { says: "还没到时间", tone: "plain" },
} as const;

/** `2026年9月1日起，2026年9月20日止`. */
function windowText({ opensOn, closesOn, provisional }: Owed): string {
  const parts = [...(opensOn ? [`${dayText(opensOn)}起`] : []), ...(closesOn ? [`${dayText(closesOn)}止`] : [])];
  return parts.length ? `${parts.join("，")}${provisional ? "（暂定，等放假安排公布）" : ""}` : "";
}

const wayText = (way: string | undefined) => (way ? (WAY_WORDS[way] ?? way) : "");

const Done = ({ entry }: { entry: Owed["done"][number] }) => (
  <View className="small">
    {[dayText(entry.on), wayText(entry.way), entry.documentNo ? `文号 ${entry.documentNo}` : "", entry.detail].filter(Boolean).join("，")}
  </View>
);

function Line({ owed, view, onEnter }: { owed: Owed; view: CaseView; onEnter: ((owed: Owed) => void) | undefined }) {
  const state = STATES[owed.state];
  const who = owed.by.map((kind) => partyName(kind, view.scheme.id)).join("、");
  const due = owed.state === "open" && owed.closesOn ? dueWords(owed.closesOn) : null;
  const window = windowText(owed);
  return (
    <View className="pline" id={`obligation-${owed.id}`} aria-role="listitem">
      <View className="lrow-top">
        <View className="strong">{owed.says}</View>
        <Tag tone={owed.tooLate ? "warn" : state.tone}>{owed.tooLate ? "已办，晚于期限" : state.says}</Tag>
      </View>
      <View className="small muted">{[who, window].filter(Boolean).join("；")}</View>
      {due ? <View className="small num">{due.says}</View> : null}
      {owed.needed > 1 ? (
        <View className="small muted">{`至少 ${owed.needed} 次，用 ${owed.needed} 种方式；已登记 ${owed.done.length} 次`}</View>
      ) : null}
      {owed.state !== "done" && owed.gates.includes("claim") ? <View className="small">没有办完，不能申请{payTerm()}</View> : null}
      {owed.done.map((entry, at) => (
        <Done key={`${entry.on}${String(at)}`} entry={entry} />
      ))}
      <Article article={owed.article} />
      {onEnter && owed.mine && owed.state !== "ahead" ? (
        <Button id={`enter-${owed.id}`} kind="plain" inline onTap={() => onEnter(owed)}>
          {owed.state === "done" ? "再登记一次" : "登记已办"}
        </Button>
      ) : null}
    </View>
  );
}

export function Obligations({ view, onMoved }: { view: CaseView; onMoved?: (() => unknown) | undefined }) {
  const [entering, setEntering] = useState<Owed | null>(null);
  const owed = view.file?.obligations ?? [];
  if (!owed.length) return null;
  const may = onMoved && view.actions.includes("fulfilObligation");
  return (
    <Section title="这笔贷款要办的事" aside={`${owed.filter(({ state }) => state === "done").length} / ${owed.length} 已办`}>
      <Card id="obligations">
        <View aria-role="list">
          {owed.map((each) => (
            <Line key={each.id} owed={each} view={view} onEnter={may ? setEntering : undefined} />
          ))}
        </View>
      </Card>
      {entering ? (
        <ObligationForm
          view={view}
          owed={entering}
          onClose={() => setEntering(null)}
          onDone={async () => {
            setEntering(null);
            await onMoved?.();
          }}
        />
      ) : null}
    </Section>
  );
}
