/** What the desk's list is narrowed by: tabs for the office's own work, then step, recommender and period. */

import { View } from "@tarojs/components";
import type { CaseRow } from "../../../../shared/contract/case";
import type { Answer, Ask } from "../../api";
import { statusesOf } from "../../case/statuses";
import { districtOf } from "../../district";
import { Fold } from "../../ui/fold";
import { DateField, PickerField } from "../../ui/pickers";
import { STATUS_WORDS } from "../../words/status";

type Status = CaseRow["status"];
type Unit = Answer<"listOrganisations">["organisations"][number];

export interface Filter {
  mine: boolean;
  status: Status | "";
  recommender: string;
  from: string;
  until: string;
  q: string;
}
export const NO_FILTER: Filter = { mine: false, status: "", recommender: "", from: "", until: "", q: "" };

interface Tab {
  value: string;
  label: string;
  /** The key of the worker's count of what waits for the office. */
  what?: string;
  sets: Partial<Filter>;
}
const at = (status: Status, what?: string): Tab => ({
  value: status,
  get label() {
    return STATUS_WORDS[status].says;
  },
  ...(what ? { what } : {}),
  sets: { mine: false, status },
});

/** The office's own steps in the order of the procedure; screening is one count for both its states. */
const TABS: readonly Tab[] = [
  { value: "all", label: "全部", sets: { mine: false, status: "" } },
  { value: "mine", label: "等我办", sets: { mine: true, status: "" } },
  at("check"),
  at("check_open"),
  at("ballot", "ballot"),
  at("ballot_scheduled", "ballot_scheduled"),
  at("ballot_open", "close"),
  at("approve"),
  at("push", "push"),
  at("push_open"),
  at("funded"),
];

/** Those at which a case of the district may stand. */
export const tabsOf = (schemeId: string): readonly Tab[] => TABS.filter(({ sets: { status } }) => !status || statusesOf(schemeId).includes(status));

export const tabOf = (filter: Filter): string => (filter.mine ? "mine" : filter.status || "all");

/** Only what is set goes into the query. */
export function queryOf(filter: Filter): Omit<NonNullable<Ask<"listCases">["query"]>, "limit" | "cursor"> {
  const { mine, status, recommender, from, until, q } = filter;
  return {
    ...(mine ? { waiting: "1" as const } : {}),
    ...(status ? { status } : {}),
    ...(recommender ? { recommender } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(q ? { q } : {}),
  };
}

export function Filters({ filter, onChange, units }: { filter: Filter; onChange: (part: Partial<Filter>) => void; units: readonly Unit[] }) {
  const recommenders = units.filter((unit) => unit.kind === "department" || unit.kind === "township");
  const used = [filter.recommender, filter.from, filter.until].filter(Boolean).length;
  return (
    <Fold id="filters" label={used ? `更多条件（已用 ${used} 个）` : "更多条件"} open={used > 0}>
      <View className="filters">
        <PickerField<Status | "all">
          name="status"
          label="环节"
          value={filter.status || "all"}
          options={[
            { value: "all", label: "全部环节" },
            ...statusesOf(districtOf() ?? "").map((value) => ({ value, label: STATUS_WORDS[value].says })),
          ]}
          onChange={(status) => onChange({ mine: false, status: status === "all" ? "" : status })}
        />
        <PickerField
          name="recommender"
          label="推荐单位"
          value={filter.recommender || "all"}
          options={[{ value: "all", label: "全部单位" }, ...recommenders.map((unit) => ({ value: unit.orgId, label: unit.name }))]}
          onChange={(recommender) => onChange({ recommender: recommender === "all" ? "" : recommender })}
        />
        <DateField name="from" label="提交日期从" value={filter.from} max={filter.until || undefined} onChange={(from) => onChange({ from })} />
        <DateField name="until" label="到" value={filter.until} min={filter.from || undefined} onChange={(until) => onChange({ until })} />
      </View>
    </Fold>
  );
}
