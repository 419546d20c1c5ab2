/** 推荐情况: every recommender's count of a quarter against the target. */

import { useState } from "react";
import { quarterOf } from "../../../../shared/calendar/deadline";
import { addMonths } from "../../../../shared/local-date";
import { call } from "../../api";
import { today } from "../../case/due";
import { recommender } from "../../doer";
import { useGuard } from "../../guard";
import { AllScores } from "../../scores";
import { Page } from "../../ui/page";
import { PickerField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { quarterText } from "../../words/time";

const BACK = [0, -3, -6, -9, -12, -15, -18, -21];

export default function ScoresPage() {
  const now = useGuard();
  const quarters = BACK.map((months) => quarterOf(addMonths(today(), months)).name);
  const [quarter, setQuarter] = useState(quarters[0] ?? "");
  const load = useLoad(() => (now ? call("recommendationScores", { query: { quarter } }) : null), [now?.actingAs, quarter]);
  if (!now) return null;
  return (
    <Page title="推荐情况" lead="各推荐单位按季度推荐的企业家数" wide onRefresh={load.refresh}>
      <PickerField
        name="quarter"
        label="季度"
        value={quarter}
        options={quarters.map((value) => ({ value, label: quarterText(value) }))}
        onChange={setQuarter}
      />
      <Loaded
        load={load}
        empty={(data) => data.scores.length === 0}
        none={<Empty title="还没有推荐单位">登记{recommender()}后，会按季度统计。</Empty>}
      >
        {(data) => <AllScores scores={data} />}
      </Loaded>
    </Page>
  );
}
