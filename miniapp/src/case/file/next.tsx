/** Who has a funded loan now, for what and by when, read off the file by the same rules that make the lists. */

import { Text, View } from "@tarojs/components";
import { stateCouncil } from "../../../../shared/calendar/working-day";
import type { CaseView } from "../../../../shared/contract/case";
import type { InstructionStatus } from "../../../../shared/fund/payment";
import { type Duty, dutiesOf } from "../../../../shared/process/file-duty";
import { partyName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { cls } from "../../ui/native";
import { TODO_WORDS } from "../../words/todo";
import { type Due, dueWords } from "../due";
import { DueFold } from "../due-fold";
import { fileOf } from "./file-of";

interface Next {
  key: string;
  /** `区发展改革委：核查代偿申请`. */
  says: string;
  due?: Due;
}

const whoOf = (duty: Duty): string => ("org" in duty ? duty.org.name : duty.kinds.map((kind) => partyName(kind)).join("、"));

/** Which unit has not voted is not told: they stand together. */
function linesOf(duties: readonly Duty[], saysOf: (task: Duty["task"]) => string): Next[] {
  const votes = duties.filter((duty) => duty.task === "claim_vote").length;
  return duties.flatMap((duty, at): Next[] => {
    if (duty.task === "claim_vote" && duties.findIndex((each) => each.task === "claim_vote") !== at) return [];
    const who = duty.task === "claim_vote" ? `评审单位（还有 ${votes} 家）` : whoOf(duty);
    const due = duty.due && { ...duty.due, article: duty.due.cites.article, explained: [...duty.due.explained] };
    return [{ key: `${duty.task}${at}`, says: `${who}：${saysOf(duty.task)}`, ...(due ? { due } : {}) }];
  });
}

/** What the file waits for, from whom and by when; nothing where the viewer is not shown enough of it. */
export function dutiesNow(view: CaseView): readonly Duty[] {
  const file = fileOf(view);
  if (!file) return [];
  const scheme = schemeOf(view.scheme.id);
  const status = view.file?.claim?.instruction?.status as InstructionStatus | undefined;
  const payment = { quotaBy: scheme.fund.payment.quota?.by ?? [], ...(status ? { instruction: status } : {}) };
  return dutiesOf(scheme, file, stateCouncil(), payment);
}

/** Where a period's plan gives the money out, its steps are called as the document calls them. */
export const nextOf = (view: CaseView): Next[] => {
  const planned = schemeOf(view.scheme.id).fund.allocation !== undefined;
  const step = view.file?.claim?.stepSays;
  return linesOf(dutiesNow(view), (task) => (planned && step && (task === "claim_report" || task === "claim_consent") ? step : TODO_WORDS[task]));
};

export const NextLines = ({ lines }: { lines: readonly Next[] }) => (
  <View id="next">
    {lines.map((line) => {
      const due = line.due ? dueWords(line.due.on) : null;
      return (
        <View className="mline" key={line.key}>
          <View className="mline-main">
            <View className="strong">{line.says}</View>
            {due ? (
              <Text className={cls("num", due.late ? "danger-text strong" : "muted")}>{due.late ? `已逾期：${due.says}` : due.says}</Text>
            ) : null}
            {line.due ? <DueFold due={line.due} /> : null}
          </View>
        </View>
      );
    })}
  </View>
);
