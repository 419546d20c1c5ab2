/** That the fund is paused, what stops and what goes on, as the district's own document says. */

import { View } from "@tarojs/components";
import { stepOf } from "../../../shared/process/procedure";
import { valueOn } from "../../../shared/rule/parameter";
import { today } from "../case/due";
import { partyName } from "../party-name";
import { schemeOf } from "../scheme";
import { payTerm } from "../term";
import { Article } from "../ui/article";
import { Banner } from "../ui/errors";

/** What a pause stops is asked of the scheme; the sentences are ours. */
export function pauseWords(schemeId: string): { stops: string; goesOn: string; article: string } | null {
  const pause = schemeOf(schemeId).fund.breaker?.pause;
  if (!pause) return null;
  const scope = valueOn(pause.scope, today());
  const override = valueOn(pause.override, today());
  const { admission } = schemeOf(schemeId);
  const stopped = pause.stops.map((kind) => stepOf(admission, kind)?.says).filter((says) => says !== undefined);
  const all = scope.ok && scope.value === "all";
  return {
    stops: `不能办的：新的${stopped.join("、")}${all ? "，以及付款" : ""}。`,
    goesOn: [
      `照常办的：受理申请、推荐、还款登记、${payTerm()}申请和核查、追偿返还${all ? `；同意${payTerm()}的按先后排队` : "、付款"}。`,
      all && override.ok && override.value ? `有${partyName("government")}文件的，可以先付。` : "",
    ].join(""),
    article: pause.cites.article,
  };
}

export function PauseBanner({ schemeId, on }: { schemeId: string; on?: string }) {
  const words = pauseWords(schemeId);
  if (!words) return null;
  return (
    <View id="paused">
      <Banner tone="danger" title={`风险补偿工作已暂停${on ? `（${on}起）` : ""}`}>
        <View>{words.stops}</View>
        <View>{words.goesOn}</View>
        <Article article={words.article} scheme={schemeId} />
      </Banner>
    </View>
  );
}
