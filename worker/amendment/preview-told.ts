/** A case as its own records tell it, for what would have been otherwise. */
import { fileOf } from "../../shared/process/loan-file";
import type { Told } from "../../shared/schemes/counterfactual";
import { tellOf } from "../case/case-verb";
import type { EventRow } from "../event";

export function toldOf(id: string, rows: readonly EventRow[]): Told {
  const { state, events, fileEvents } = tellOf(
    id,
    rows.filter(({ case_id }) => case_id === id),
    new Map(),
  );
  const opened = state.loan ? fileOf(state) : undefined;
  return { state, events, opened: opened?.ok ? opened.value : undefined, fileEvents };
}
