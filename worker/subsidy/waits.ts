/** A subsidy as its duties see it. */
import { openBack } from "../../shared/fund/subsidy-step";
import type { LocalDate } from "../../shared/local-date";
import { ZERO } from "../../shared/money";
import type { SubsidyAt } from "../../shared/process/file-duty";
import type { Scheme } from "../../shared/schemes/scheme";
import { type SubsidyRow, subsidyOf } from "./store";

/** Something has to come back once it is paid and premium was refunded since. */
export function subsidyAt({ subsidy: rules }: Pick<Scheme, "subsidy">, row: SubsidyRow, on: LocalDate): SubsidyAt {
  const open = rules && row.status === "paid" ? openBack(rules, subsidyOf(row), on) : undefined;
  return { status: row.status, instruction: row.instruction_status ?? undefined, back: open?.ok === true && open.value > ZERO };
}
