/** One number of a document by its key, and how it and its papers are called. */
import type { Parameter } from "../../../../shared/rule/parameter";
import { valueOn } from "../../../../shared/rule/parameter";
import type { Scheme } from "../../../../shared/schemes/scheme";
import type { Answer } from "../../api";
import { today } from "../../case/due";
import { valueText } from "../../pages/policy/value-text";

export type Proposal = Answer<"listAmendments">["proposals"][number];

export const numberOf = (scheme: Scheme, key: string): Parameter<unknown> | undefined => scheme.parameters.find((one) => one.key === key);

/** What is in force today, in words. */
export function nowText(parameter: Parameter<unknown>, scheme: Scheme): string {
  const now = valueOn(parameter, today());
  return now.ok ? valueText(parameter, now.value, scheme) : "今天没有生效的数值";
}

/** The paper that the document asks for beside the two persons; undefined where it asks for none. */
export function paperAsked(scheme: Scheme, key: string): { readonly label: string; readonly article: string } | undefined {
  const rules = scheme.changes?.rules.filter(({ keys }) => keys.includes(key)) ?? [];
  const decided = rules.find((rule) => rule.decided)?.decided;
  if (decided) return { label: "会议决定的文号", article: decided.cites.article };
  const paper = rules.find((rule) => rule.paper)?.paper;
  return paper && { label: "上级同意文件的文号", article: paper.cites.article };
}
