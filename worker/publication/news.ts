/** News of listed firms as the rules read it, and what still asks for a review. */
import type { LocalDate } from "../../shared/local-date";
import { type Feedback, type FeedbackRules, reviewFlags } from "../../shared/process/list-review";
import type { NewsRow } from "./store";

export interface ListReview {
  readonly on: LocalDate;
  readonly keeps: boolean;
  readonly reason: string;
  readonly documentNo: string;
}

export interface Standing {
  readonly news: readonly Feedback[];
  readonly reviews: readonly ListReview[];
  readonly flags: ReturnType<typeof reviewFlags>;
}

/** News that came after the last review stands over it, also on the same day: the rows are in order. */
export function standingOf(rules: FeedbackRules, rows: readonly NewsRow[]): Standing {
  const news: Feedback[] = [];
  const reviews: ListReview[] = [];
  let fresh: Feedback[] = [];
  for (const row of rows) {
    if (row.type === "list_reviewed") {
      reviews.push({ ...(JSON.parse(row.data) as Omit<ListReview, "on">), on: row.occurred_on as LocalDate });
      fresh = [];
      continue;
    }
    const told = JSON.parse(row.data) as Pick<Feedback, "on" | "adverse" | "says">;
    const one: Feedback = { ...told, by: { id: row.org_id, kind: row.org_kind as Feedback["by"]["kind"], name: row.org_name } };
    news.push(one);
    fresh.push(one);
  }
  return { news, reviews, flags: reviewFlags(rules, fresh, undefined) };
}
