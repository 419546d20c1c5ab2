/** Any failure in words: a refusal's own sentence, or what to do when nothing was answered. */

import type { Problem as ProblemShape } from "../../shared/contract/problem";
import type { Refusal } from "../../shared/outcome";
import { NetworkFailure } from "./http";
import { partyName } from "./party-name";
import { PickFailure } from "./pick-file";
import { Problem } from "./problem";
import type { FieldError } from "./ui/errors";
import { REFUSALS } from "./words/refusal";

export type ShownRefusal = Pick<ProblemShape["refusals"][number], "code" | "figures" | "article" | "field">;

export const refusalSentence = (refusal: ShownRefusal): string => (REFUSALS[refusal.code] ?? REFUSALS.internal)(refusal.figures ?? {});

export interface FailureWords {
  title: string;
  advice: string;
  refusals: readonly ShownRefusal[];
  /** The request's id for those who look into it; only where it helps. */
  reference?: string;
}

export function failureWords(error: unknown): FailureWords {
  if (error instanceof Problem) {
    const refusals = error.refusals.length ? error.refusals : [{ code: error.code, figures: {} }];
    const reference = error.shape.status >= 500 ? error.shape.requestId : "";
    return { title: TITLES[error.code] ?? "没有办成", advice: refusals.map(refusalSentence).join(""), refusals, ...(reference ? { reference } : {}) };
  }
  if (error instanceof NetworkFailure) return { title: "网络不通", advice: "没有连上服务器，已填的内容都还在。请检查网络后重试。", refusals: [] };
  if (error instanceof PickFailure) return { title: "文件没有选好", advice: error.message, refusals: [] };
  return { title: "出了点问题", advice: `页面遇到意外情况，已填的内容都还在。请重试，仍不行请联系${partyName("office")}。`, refusals: [] };
}

const TITLES: Partial<Record<ProblemShape["code"], string>> = {
  not_found: "没有找到",
  access_denied: "不能查看",
  role_forbidden: "不能办理",
  stale: "内容已更新",
  rate_limited: "操作太快",
  internal: "系统出了问题",
  upstream_failed: "对方系统没有回应",
  session_expired: "登录已过期",
};

/** For an ErrorSummary: one line for each refusal, linked to its field; `fieldOf` renames the command's fields to the form's. */
export const fieldErrors = (error: unknown, fieldOf: (field: string) => string | undefined = (field) => field): FieldError[] => {
  const words = failureWords(error);
  if (!words.refusals.length) return [{ message: words.advice }];
  return words.refusals.map((refusal) => ({
    message: refusalSentence(refusal),
    ...(refusal.article ? { article: refusal.article } : {}),
    ...(refusal.field && fieldOf(refusal.field) ? { field: fieldOf(refusal.field) } : {}),
  }));
};

/** The same lines for refusals that the phone's own rules give, before anything is sent. */
export const ruleErrors = (refusals: readonly Refusal[]): FieldError[] =>
  refusals.map(({ code, figures, cites, field }) => ({
    message: refusalSentence({ code, figures }),
    ...(cites ? { article: cites.article } : {}),
    ...(field ? { field } : {}),
  }));

/** The words at one field: `error={errorAt(errors, "needAmount")}`. */
export const errorAt = (errors: readonly FieldError[], field: string): FieldError | null => errors.find((error) => error.field === field) ?? null;
