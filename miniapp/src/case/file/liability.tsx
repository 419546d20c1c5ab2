/** Who answers for the loss: nobody where everything was found to be as it should be, otherwise what was done wrong; and the forms for whoever finds it. */
import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { type Answer, call } from "../../api";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { SheetForm } from "../../ui/sheet-form";
import { Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { GROUND_WORDS, LIABLE_WORDS } from "../../words/discipline";
import { dayText } from "../../words/time";

type Liability = Answer<"getLiability">;
type Sheet = "exemptCase" | "findLiable";

const DOORS: Record<Sheet, string> = { exemptCase: "认定尽职免责", findLiable: "登记违规认定" };
const saysOf = (words: Readonly<Record<string, string>>, ids: readonly string[]) => ids.map((id) => words[id] ?? id).join("、");

const common = [
  { name: "documentNo", label: "认定文号", maxLength: 60 },
  { name: "reason", label: "情况说明", kind: "area" as const, maxLength: 1000 },
];

function Form({
  sheet,
  liability,
  caseId,
  ...rest
}: {
  sheet: Sheet;
  liability: Liability;
  caseId: string;
  onClose: () => void;
  onDone: () => unknown;
}) {
  const frame = { ...rest, id: `${sheet}.${caseId}`, title: DOORS[sheet], action: "登记", done: "已登记" };
  if (sheet === "findLiable")
    return (
      <SheetForm
        {...frame}
        fields={[
          {
            name: "type",
            label: "违规情形",
            kind: "choice",
            options: liability.types.map((value) => ({ value, label: LIABLE_WORDS[value] ?? value })),
          },
          ...common,
        ]}
        onSend={({ type = "", documentNo = "", reason = "" }) => call("findLiable", { params: { caseId }, body: { type, documentNo, reason } })}
      />
    );
  const answers = [
    { value: "yes", label: "已查实" },
    { value: "no", label: "没有查实" },
  ];
  return (
    <SheetForm
      {...frame}
      fields={[
        ...liability.grounds.map((ground) => ({ name: ground, label: GROUND_WORDS[ground] ?? ground, kind: "choice" as const, options: answers })),
        ...common,
      ]}
      onSend={({ documentNo = "", reason = "", ...said }) =>
        call("exemptCase", { params: { caseId }, body: { found: liability.grounds.filter((ground) => said[ground] === "yes"), documentNo, reason } })
      }
    />
  );
}

function Found({ liability: { exempted, findings, article } }: { liability: Liability }) {
  if (!exempted && findings.length === 0) return <Cited article={article}>还没有认定。</Cited>;
  return (
    <>
      {exempted ? (
        <Row label="尽职免责" num>
          <View>{`${exempted.documentNo}（${exempted.by}，${dayText(exempted.on)}），不再追究责任`}</View>
          <Cited article={exempted.article}>{`查实：${saysOf(GROUND_WORDS, exempted.grounds)}。${exempted.reason}`}</Cited>
        </Row>
      ) : null}
      {findings.map((one) => (
        <Row key={one.documentNo} label={LIABLE_WORDS[one.type] ?? one.type} num>
          <View>{`${one.documentNo}（${one.by}，${dayText(one.on)}）`}</View>
          <Cited article={one.article}>{one.reason}</Cited>
        </Row>
      ))}
    </>
  );
}

/** Where the document knows of such a finding; the borrower is not told of it. */
export function LiabilityCard({ view }: { view: CaseView }) {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const reads = acting()?.orgKind !== "enterprise";
  const known = reads && schemeOf(view.scheme.id).sanctions.exemption !== undefined && view.file?.claim !== undefined;
  const load = useLoad(() => (known ? call("getLiability", { params: { caseId: view.id } }) : null), [view.id, known]);
  if (!known) return null;
  return (
    <Section title="责任认定">
      <Card id="liability">
        <Loaded load={load}>
          {(liability) => (
            <>
              <Found liability={liability} />
              {(["exemptCase", "findLiable"] as const).map((one) =>
                liability.actions.includes(one) ? (
                  <Button key={one} id={one} kind="plain" inline onTap={() => setSheet(one)}>
                    {DOORS[one]}
                  </Button>
                ) : null,
              )}
              {sheet ? <Form sheet={sheet} liability={liability} caseId={view.id} onClose={() => setSheet(null)} onDone={load.refresh} /> : null}
            </>
          )}
        </Loaded>
      </Card>
    </Section>
  );
}
