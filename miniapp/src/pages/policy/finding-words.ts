/** What is worth noting in a document, as people read it: a title and a word for each kind, its figures one by one. */

import type { LintFinding, LintKind } from "../../../../shared/lint/finding";
import { payTerm } from "../../term";
import { percentText, yuanText } from "../../ui/money-text";
import { dayText } from "../../words/time";

export const FINDING_WORDS: Record<LintKind, { title: string; says: string }> = {
  cliff: {
    title: "多贷一分，反而少补",
    get says() {
      return `${payTerm()}按贷款金额分档，刚过一档的贷款补得比档内的少。`;
    },
  },
  tie: { title: "表决可能没有结果", says: "票数从多到少写：2:2:1 是两个选项各 2 票、另一个 1 票。" },
  restart: { title: "恢复后可能马上又暂停", says: "写“现在”的是采用的理解，写“如果”的是没有采用的理解。" },
  gap: { title: "有的日子没有规定", says: "办理时按采用的理解和录入的日期。" },
  overlap: { title: "有的日子有两个版本", says: "同一个数或同一条规则在这些日子里有两种写法。" },
  idle_limit: { title: "不会单独起作用的上限", says: "另一个上限总是先到或者同时到，两个都照样核对。" },
};

/** Days, amounts and ratios of a sentence in the way of the other screens. */
export const findingText = (says: string): string =>
  says.replace(/\d{4}-\d{2}-\d{2} ?|\d+\.\d+( 元)?/g, (figure, unit?: string) => {
    if (figure.includes("-")) return dayText(figure.trim());
    return unit ? `${yuanText(figure.slice(0, -unit.length))}${unit}` : percentText(figure);
  });

interface Fall {
  /** Each size of loan with what is paid for it. */
  readonly lines: readonly (readonly [string, string])[];
  readonly says: string;
}

/** A cliff side by side, which no sentence shows as well; the other kinds are told by their sentence. */
export function fallOf({ kind, figures }: LintFinding): Fall | undefined {
  if (kind !== "cliff") return undefined;
  const { loan = "", paid = "", loanAbove = "", paidAbove = "", lost = "", regainedAt } = figures;
  return {
    lines: [
      [`贷款 ${yuanText(loan)} 元`, `补 ${yuanText(paid)} 元`],
      [`贷款 ${yuanText(loanAbove)} 元`, `补 ${yuanText(paidAbove)} 元`],
    ],
    says: `全部损失时，多贷一分少补 ${yuanText(lost)} 元${regainedAt ? `，贷到 ${yuanText(regainedAt)} 元才又补这么多` : ""}。`,
  };
}
