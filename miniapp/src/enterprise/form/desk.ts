/** What each part of the form gets: the answers, a way to change them, and the words of what is wrong at a field. */
import type { Decision } from "../../case/trace";
import type { Fault } from "../../ui/field";
import type { ApplicationView, Change, Draft } from "../draft-keeper";

export interface FormDesk {
  view: ApplicationView;
  draft: Draft;
  decision: Decision;
  change: (patch: Change) => void;
  /** The words at a field: what the last try found, or what a rule says of the answer as it stands. */
  error: (field: string) => Fault;
}

export const YES_NO = [
  { value: "no", label: "否" },
  { value: "yes", label: "是" },
] as const;

/** A list with one place changed. */
export const replaced = <T>(list: readonly T[], at: number, patch: Partial<T>): T[] =>
  list.map((one, place) => (place === at ? { ...one, ...patch } : one));
