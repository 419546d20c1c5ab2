/** How the database would go about a statement: which tables it would walk from end to end. Imported by tests only. */
import { env } from "./testing";

/**
 * What may be walked from end to end, for it is made inside the statement from rows that an index found: lists handed in as JSON, organisations named by id,
 * the nodes of a group, the parts played in one case, what a posting touches, what waits for one desk, the batch asked for, a page of a list; and constants.
 */
const MADE =
  /^SCAN (?:json_each|j|named|node|hit|own|played|page|first|touched|asked|w0|must|\w+ VIRTUAL TABLE INDEX 1:|\d* ?CONSTANT ROWS?|\(subquery-\d+\))(?: |$)/;

/** Tables that refer to each table, read once from the schema. */
let children: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
export function childrenOf(): Promise<ReadonlyMap<string, readonly string[]>> {
  children ??= (async () => {
    const found = new Map<string, string[]>();
    const { results } = await env.DB.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL").all<{
      name: string;
      sql: string;
    }>();
    for (const { name, sql } of results)
      for (const [, parent = ""] of sql.matchAll(/REFERENCES (\w+)/g)) found.set(parent, [...(found.get(parent) ?? []), name]);
    return found;
  })();
  return children;
}
/** The plan's walks that the app answers for. Written into a parent's INSERT are walks through its children that only run when a foreign key is already broken. */
export async function walksOf(text: string): Promise<string[]> {
  const parameters = text.match(/\?/g)?.length ?? 0;
  const explained = env.DB.prepare(`EXPLAIN QUERY PLAN ${text}`).bind(...Array.from({ length: parameters }, () => null));
  const steps = (await explained.all<{ detail: string }>()).results.map(({ detail }) => detail);
  const parent = /^\s*insert into "?(\w+)/i.exec(text)?.[1] ?? "";
  const known = await childrenOf();
  const broken = (step: string) => {
    const table = /^SCAN (\w+)/.exec(step)?.[1] ?? "";
    return known.get(parent)?.includes(table) && !new RegExp(`\\b${table}\\b`).test(text);
  };
  return steps.filter((step) => step.startsWith("SCAN") && !MADE.test(step) && !broken(step));
}

/** Tables that grow with the cases and the money of a district. */
const GROWING =
  /^(?:case_event|case_file|case_wait|case_party|tie|lead|statement|loan|loan_file|fund_instruction|payable|ledger_event|ledger_balance|notice|outbox|policy|subsidy|list_entry|data_look)$/;
/** Indexes that hold only what is open: live loans, what is not paid yet, letters that were given up. */
const OPEN = / (?:outbox_dead|payable_open|loan_file_live|loan_file_live_area) /;
/** Indexes in whose order a list is read, a page at a time. */
const IN_ORDER =
  / (?:\w+_moved|\w+_stage|list_entry_day|policy_scheme|subsidy_scheme|data_look_scheme|loan_file_claim|loan_file_recovery|PRIMARY KEY) /;
/** Statements that are meant to go through all that a district has. */
const WHOLE: readonly RegExp[] = [
  // sums and counts that a page or a report tells of the whole district, along one index
  /^SELECT (?:\w+, |i\.status, |substr\(listed_on, 1, 7\) AS month, )?COUNT\(\*\)/,
  /^SELECT COALESCE\(SUM\(paid\), 0\) AS paid/,
  // what an institution lent in batches, asked when it is judged for a year
  /^SELECT l\.lender_org AS lender, l\.partner_org AS partner/,
  // the place of the next posting: the last of its key
  /^INSERT INTO must SELECT COALESCE\(\(SELECT MAX\(seq\)/,
  // what would have been otherwise under sums across loans: all that was lent and claimed, asked by who sets a number
  /^SELECT credit_code, lender_org, mode, disbursed_on, SUM\(principal\) AS principal FROM loan/,
  /^SELECT f\.case_id, f\.claim_id, l\.credit_code, CASE WHEN p\.id IS NOT NULL/,
  // the ledger of recoveries as it stands when it is published
  /^INSERT INTO recovery_published/,
  // the list of firms with all their news
  /FROM list_entry l JOIN case_event e/,
  // the books counted again from nothing, by night or when somebody asks
  /^SELECT account, of_id, balance, held FROM ledger_balance WHERE scheme_id = \?$/,
  /^SELECT b\.account, b\.of_id, b\.balance, f\.no AS case_no FROM ledger_balance b/,
  /^SELECT \* FROM payable WHERE scheme_id = \? ORDER BY approved_seq, approved_at, id$/,
  /^SELECT k\.loan_id, f\.no AS case_no, l\.ratio, k\.outstanding/,
  /^SELECT j\.value ->> 'account' AS account, json_each\.value AS of_id/,
];

/** Tables of which the statement goes through all that its district has, found by the district alone. */
export async function districtsWalked(text: string): Promise<string[]> {
  const said = text.replace(/\s+/g, " ").trim();
  if (WHOLE.some((one) => one.test(said))) return [];
  const parameters = text.match(/\?/g)?.length ?? 0;
  const explained = env.DB.prepare(`EXPLAIN QUERY PLAN ${text}`).bind(...Array.from({ length: parameters }, () => null));
  const steps = (await explained.all<{ detail: string }>()).results.map(({ detail }) => detail);
  const tableOf = (alias: string) => new RegExp(`\\b(?:FROM|JOIN)\\s+(\\w+)\\s+(?:AS\\s+)?${alias}\\b`, "i").exec(said)?.[1] ?? alias;
  const page = (step: string) => /\bORDER BY\b.*\bLIMIT\b/i.test(said) && IN_ORDER.test(step);
  return steps.filter((step) => {
    const alias = /^SEARCH (\w+) .*\(scheme_id=\?\)$/.exec(step)?.[1];
    // a table that the text does not name is a foreign key's child
    const named = alias !== undefined && new RegExp(`\\b${alias}\\b`).test(said);
    return named && GROWING.test(tableOf(alias)) && !OPEN.test(step) && !page(step);
  });
}
