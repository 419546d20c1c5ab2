/** Chinese for the plan by which a period's money is given out. */
import type { ClaimView } from "../case/file/file-of";
import type { Tone } from "../ui/tag";

type State = NonNullable<ClaimView["plan"]>["state"];

export const PLAN_STATE_WORDS: Record<State, { readonly says: string; readonly tone: Tone }> = {
  waiting: { says: "等审定", tone: "todo" },
  agreed: { says: "已同意", tone: "done" },
  returned: { says: "已退回", tone: "bad" },
};

export const stateOf = (decision: { readonly agreed: boolean } | null): State =>
  decision === null ? "waiting" : decision.agreed ? "agreed" : "returned";

/** How money that is short is given out. */
export const METHOD_WORDS: Record<"pro_rata" | "fifo", string> = { pro_rata: "按申请额的比例分", fifo: "按申请的先后分" };
