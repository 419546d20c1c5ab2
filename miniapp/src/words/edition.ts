/** The edition of a document by which something was judged. */

const RULE_SET_WORDS: Record<string, string> = { rev: "修订", draft: "征求意见稿" };

/** `2026-rev-draft` → `2026 年修订征求意见稿`, `2021-48` → `2021 年第 48 号文件`. */
export function ruleSetText(ruleSet: string): string {
  const [year = "", ...rest] = ruleSet.split("-");
  const said = (part: string) => RULE_SET_WORDS[part] ?? (/^\d+$/.test(part) ? `第 ${part} 号文件` : part);
  return `${year} 年${rest.map(said).join("") || "正式文件"}`;
}
