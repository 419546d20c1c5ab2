/** What still has to be done before a claim is taken, seen before anything is typed: each with its article, who owes it, and the way to enter it. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import type { Refusal } from "../../../../shared/outcome";
import { refusalSentence } from "../../failure";
import { go } from "../../go";
import { partyName } from "../../party-name";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";

function Line({ view, refusal }: { view: CaseView; refusal: Refusal }) {
  const { code, figures, cites } = refusal;
  const owed = view.file?.obligations.find(({ id }) => id === figures.obligation);
  const mine = owed?.mine && owed.state !== "ahead" && view.actions.includes("fulfilObligation");
  const ahead = owed?.state === "ahead" ? "还没到时间" : "";
  return (
    <View className="pline" aria-role="listitem">
      {owed ? <View className="strong">{owed.says}</View> : null}
      <View>
        <Cited article={cites?.article}>{refusalSentence({ code, figures })}</Cited>
      </View>
      {mine ? (
        <Button id={`enter-${owed.id}`} kind="plain" inline onTap={() => go("/bank/file/index", { id: view.id })}>
          去登记
        </Button>
      ) : owed ? (
        <View className="small muted">
          {[`由${owed.by.map((kind) => partyName(kind, view.scheme.id)).join("、")}登记`, ahead].filter(Boolean).join("，")}
        </View>
      ) : null}
    </View>
  );
}

export const StepsMissing = ({ view, missing }: { view: CaseView; missing: readonly Refusal[] }) =>
  missing.length > 0 ? (
    <Section title="还没有办的事" aside={`${missing.length} 件`}>
      <Card id="steps-missing">
        <View className="small muted">办完以后才能申请{payTerm(view.scheme.id)}。</View>
        <View aria-role="list">
          {missing.map((refusal) => (
            <Line key={`${refusal.code}${refusal.figures.obligation ?? ""}`} view={view} refusal={refusal} />
          ))}
        </View>
      </Card>
    </Section>
  ) : null;
