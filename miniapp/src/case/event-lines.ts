/** What the timeline says under an event: its facts as sentences, never a code. */

import type { CaseView } from "../../../shared/contract/case";
import { panelTerm } from "../term";
import { factLines, figureText } from "../words/figure";
import { DECLINE_WORDS } from "../words/lead";
import { FINDING_RESULT_WORDS, FINDING_TOPIC_WORDS } from "../words/screening";
import { TIER_WORDS } from "../words/status";
import { fileLines } from "./file/event-lines";

type Event = CaseView["timeline"][number];

const ORDER = Object.keys(TIER_WORDS);

/** `high:1,medium:3` → `高风险 1 票，中风险 3 票`. */
const countsLine = (counts: string): string =>
  counts
    .split(",")
    .map((part) => part.split(":"))
    .sort(([a], [b]) => ORDER.indexOf(a ?? "") - ORDER.indexOf(b ?? ""))
    .map(([choice, votes]) => `${figureText("choice", choice ?? "")} ${votes} 票`)
    .join("，");

const word = (words: Readonly<Record<string, string>>, code: string | undefined) => (code ? (words[code] ?? code) : "");

export function eventLines(event: Event): string[] {
  const { type, facts } = event;
  const { counts, ...rest } = facts;
  switch (type) {
    case "finding_recorded":
      return [
        `${word(FINDING_TOPIC_WORDS, facts.topic)}：${word(FINDING_RESULT_WORDS, facts.result)}`,
        `来源：${facts.source}`,
        facts.detail ?? "",
      ].filter(Boolean);
    case "lead_declined": {
      const { reasonCode, ...others } = facts;
      return reasonCode ? [`原因：${word(DECLINE_WORDS, reasonCode)}`, ...factLines(others)] : [];
    }
    case "approval_given":
      return [`文号：${facts.documentNo}`, ...(facts.used ? [`占用 ${facts.year} 年企业名额：已用 ${facts.used} 家，最多 ${facts.max} 家`] : [])];
    case "review_scheduled": {
      const { units, ...others } = facts;
      return [...factLines(others), ...(units ? [`${panelTerm()}单位：${units}`] : [])];
    }
    case "review_opened":
      return facts.units ? [`${facts.units} 家参加表决`] : [];
    case "push_failed":
      return facts.failures ? [`第 ${facts.failures} 次融资没有成功`] : [];
    case "pushed":
      return [...(facts.pushNo ? [`第 ${facts.pushNo} 次推送`] : []), ...(facts.institutions ? [`推送给：${facts.institutions}`] : [])];
    case "lead_asked":
    case "lead_answered":
      return facts.text ? [facts.text] : [];
    default:
      return fileLines(event) ?? [...factLines(rest), ...(counts ? [`计票：${countsLine(counts)}`] : [])];
  }
}
