/** A finding as it is typed, its faults, and the command that it becomes. */
import { parseCreditCode } from "../../../../shared/enterprise/credit-code";
import type { Ask } from "../../api";
import { refusalSentence } from "../../failure";
import type { FieldError } from "../../ui/errors";
import { needed } from "../../use-act";
import { isPercent, ratioOf } from "../percent";

type Body = Ask<"recordFinding">["body"];
export type TieKind = NonNullable<Body["tie"]>["kind"];

export interface FindingText {
  source: Body["source"] | "";
  sourceName: string;
  day: string;
  time: string;
  subject: Body["subject"] | "";
  topic: Body["topic"] | "";
  result: Body["result"] | "";
  detail: string;
  occurredOn: string;
  tied: boolean;
  tieKind: TieKind | "";
  tieName: string;
  tieCode: string;
  tieShare: string;
  tieCertain: "yes" | "no" | "";
}

const MINUTE = 60_000;
const EIGHT_HOURS = 8 * 3_600_000;

/** Beijing's day and time of an instant, wherever the phone is. */
function shanghai(instant: number): { day: string; time: string } {
  const text = new Date(instant + EIGHT_HOURS).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

export const emptyFinding = (now: number): FindingText => ({
  source: "",
  sourceName: "",
  ...shanghai(now),
  subject: "",
  topic: "",
  result: "",
  detail: "",
  occurredOn: "",
  tied: false,
  tieKind: "",
  tieName: "",
  tieCode: "",
  tieShare: "",
  tieCertain: "",
});

export const queriedAt = (form: Pick<FindingText, "day" | "time">): number => Date.parse(`${form.day}T${form.time}:00+08:00`);

export const needsDay = (form: FindingText) => form.topic === "conduct" && form.result === "adverse";
export const mayTie = (form: FindingText) => form.topic === "affiliates" && form.result !== "clear" && form.result !== "";

function tieFaults(form: FindingText): FieldError[] {
  if (!mayTie(form) || !form.tied) return [];
  const code = parseCreditCode(form.tieCode);
  return [
    ...needed(form.tieKind, "tie.kind", "还没有选是哪种关联。"),
    ...needed(form.tieName, "tie.name", "还没有填对方企业名称。"),
    ...needed(form.tieCode, "tie.creditCode", "还没有填对方统一社会信用代码。"),
    ...(code.ok || !form.tieCode.trim() ? [] : [{ field: "tie.creditCode", message: code.refusals.map(refusalSentence).join("") }]),
    ...(form.tieKind === "equity" && !isPercent(form.tieShare)
      ? [{ field: "tie.share", message: "还没有填持股比例。请填大于 0、不超过 100 的百分数，例如 25。" }]
      : []),
    ...needed(form.tieCertain, "tie.certain", "还没有选是否查实。"),
  ];
}

export const faultsOf = (form: FindingText, now: number): FieldError[] => [
  ...needed(form.source, "source", "还没有选来源类别。"),
  ...needed(form.sourceName, "sourceName", "还没有填来源名称。请写明从哪个系统或单位查的。"),
  ...(Number.isNaN(queriedAt(form)) ? [{ field: "queriedAt", message: "还没有填查询日期和时间。" }] : []),
  ...(queriedAt(form) > now + MINUTE ? [{ field: "queriedAt", message: "查询时间在现在之后。请填实际查询的时间。" }] : []),
  ...needed(form.subject, "subject", "还没有选查的是谁。"),
  ...needed(form.topic, "topic", "还没有选查的是什么。"),
  ...needed(form.result, "result", "还没有选结果。"),
  ...needed(form.detail, "detail", "还没有写查到的情况。没有发现问题也要写一句。"),
  ...(needsDay(form) ? needed(form.occurredOn, "occurredOn", "违法违规要填发生日期，用来判断是否在两年内。") : []),
  ...tieFaults(form),
];

export function bodyOf(form: FindingText, now: number): Body {
  const { source, sourceName, subject, topic, result, detail, occurredOn } = form;
  const tie =
    mayTie(form) && form.tied && form.tieKind
      ? {
          kind: form.tieKind,
          name: form.tieName,
          creditCode: form.tieCode,
          certain: form.tieCertain === "yes",
          ...(form.tieKind === "equity" ? { share: ratioOf(form.tieShare) } : {}),
        }
      : undefined;
  return {
    source: source as Body["source"],
    sourceName,
    queriedAt: Math.min(queriedAt(form), now),
    subject: subject as Body["subject"],
    topic: topic as Body["topic"],
    result: result as Body["result"],
    detail,
    ...(needsDay(form) ? { occurredOn } : {}),
    ...(tie ? { tie } : {}),
  };
}
