/** A chain between two firms in one Chinese line, as an official would draw it on paper. */
import { Decimal } from "decimal.js";
import type { Link } from "./affiliates";

const percent = (share: string | undefined) => `${new Decimal(share ?? "0").times(100).toFixed()}%`;
const suspicion = (links: readonly Link[]) => (links.some(({ basis }) => basis === "suspected") ? "（疑似）" : "");

/** What a person or firm is to the firm that it stands behind. */
function roleOf(link: Link): string {
  if (link.kind === "legal_rep") return "法定代表人";
  if (link.kind === "controller") return "实际控制人";
  return link.kind === "equity" ? `持股 ${percent(link.share)}` : "申报关联";
}

/** One link between two parties; the arrow leads from the holder to the held. */
function arrow(link: Link): string {
  const label = `${roleOf(link)}${suspicion([link])}`;
  return link.holder === "to" ? ` ←${label}— ` : ` —${label}→ `;
}

/** Two links over one person: `—法定代表人 王某→`, or with the second role spelt out where it is another. */
function throughPerson(first: Link, second: Link): string {
  const [role, next] = [roleOf(first), roleOf(second)];
  const other = role === next ? "" : `，后者${next}`;
  return ` —${role} ${first.to.name}${other}${suspicion([first, second])}→ `;
}

/** `延庆甲公司 —法定代表人 王某→ 延庆乙公司`; empty for a chain without links. */
export function explainPath(links: readonly Link[]): string {
  let line = links[0]?.from.name ?? "";
  for (let at = 0; at < links.length; at += 1) {
    const [link, next] = [links[at] as Link, links[at + 1]];
    if (link.to.kind === "person" && next) {
      line += `${throughPerson(link, next)}${next.to.name}`;
      at += 1;
    } else line += `${arrow(link)}${link.to.name}`;
  }
  return line;
}
