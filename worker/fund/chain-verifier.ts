/**
 * Says whether rows still form the chain that they were written as. It shares no code with what writes them: it builds the hashed text and the
 * digest by itself, so that a fault of the writer is not repeated here.
 */

/** What stands in the hashed text, in its order, for a row of a scheme's ledger and for an event of a case. */
const LEDGER = [
  "seq",
  "type",
  "transfer_id",
  "reason",
  "on_day",
  "entries",
  "made_by",
  "checked_by",
  "case_id",
  "payable_id",
  "document_no",
  "reverses",
  "until_day",
  "why",
  "clauses",
  "recorded_at",
] as const;
const CASE = ["seq", "type", "data", "actor_person", "actor_org", "actor_kind", "occurred_on", "recorded_at", "rule_set"] as const;

type Chain = { readonly seed: string; readonly owner: string; readonly columns: readonly string[] };
export const ledgerChain = (schemeId: string): Chain => ({ seed: `gongdan:ledger:${schemeId}`, owner: schemeId, columns: LEDGER });
export const caseChain = (caseId: string): Chain => ({ seed: `gongdan:${caseId}`, owner: caseId, columns: CASE });

/** Where a chain has come to; the next row has to follow on it. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

const encoder = new TextEncoder();
async function digest(text: string): Promise<string> {
  let hex = "";
  for (const byte of new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)))) hex += (byte < 16 ? "0" : "") + byte.toString(16);
  return hex;
}

export const beginning = async ({ seed }: Chain): Promise<Link> => ({ seq: 0, hash: await digest(seed) });

/** Follows rows in their order from a link: where they end, or the number at which a row is missing, strange, or not what was written. */
export async function follow(chain: Chain, from: Link, rows: readonly object[]): Promise<{ readonly at: Link; readonly brokenAt?: number }> {
  let at = from;
  for (const one of rows) {
    const row = one as Readonly<Record<string, unknown>>;
    const told = [chain.owner, ...chain.columns.map((column) => row[column])].map((value) => JSON.stringify(value ?? null)).join(",");
    const hash = await digest(`${String(row.prev_hash)}[${told}]`);
    if (row.seq !== at.seq + 1 || row.prev_hash !== at.hash || row.hash !== hash) return { at, brokenAt: at.seq + 1 };
    at = { seq: at.seq + 1, hash };
  }
  return { at };
}
