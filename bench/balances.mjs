/** The fund's balances after ten thousand and after a million postings: read, never added up, so that both take the same time. */
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { bundle } from "../.ci/run-ts.mjs";
import { builds, copyData, newData, serveBundle } from "./house.mjs";
import { inTurns } from "./measure.mjs";

const READ = { rounds: 9, times: 40, warmUp: 120 };
const [FEW, MANY] = [10_000, 1_000_000];
const LOANS = 5_000;

/** The file in which the embedded database lies. @param {string} state */
function databaseFile(state) {
  const folder = path.join(state, "v3/d1/miniflare-D1DatabaseObject");
  const name = readdirSync(folder).find((file) => file.endsWith(".sqlite") && !file.startsWith("metadata"));
  if (!name) throw new Error(`no database in ${folder}`);
  return path.join(folder, name);
}

/**
 * Postings in bulk: the ledger's triggers stand aside, the balances that they would have kept are written from the sums, and the triggers come back.
 * @param {string} state @param {number} count
 */
function fill(state, count) {
  const db = new DatabaseSync(databaseFile(state));
  const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_event'").all();
  db.exec("PRAGMA journal_mode = WAL; BEGIN");
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  const head = db.prepare("SELECT seq, hash FROM ledger_event WHERE scheme_id = 'yanqing' ORDER BY seq DESC LIMIT 1").get();
  db.prepare(
    `INSERT INTO ledger_event (scheme_id, seq, type, transfer_id, reason, on_day, entries, made_by, case_id, clauses, recorded_at, prev_hash, hash)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
      SELECT 'yanqing', ?2 + i, 'posted', 'bulk-' || i, 'commit', '2026-06-01',
        '[{"account":"committed","amount":100,"of":"bulk-' || (i % ?3) || '","side":"debit"},{"account":"commitment","amount":100,"side":"credit"}]',
        'bulk', 'bulk-' || (i % ?3), 'YQ-006', 1, CASE i WHEN 1 THEN ?4 ELSE 'h' || (i - 1) END, 'h' || i FROM n`,
  ).run(count, Number(head?.seq ?? 0), LOANS, String(head?.hash ?? ""));
  db.prepare(
    `INSERT INTO ledger_balance (scheme_id, account, of_id, balance)
      SELECT 'yanqing', 'committed', 'bulk-' || i, 100 * ?1 / ?2 FROM (WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2) SELECT i FROM n)`,
  ).run(count, LOANS);
  for (const account of ["committed", "commitment"])
    db.prepare(
      "INSERT INTO ledger_balance (scheme_id, account, of_id, balance) VALUES ('yanqing', ?1, '', 100 * ?2) ON CONFLICT DO UPDATE SET balance = balance + excluded.balance",
    ).run(account, count);
  for (const { sql } of triggers) db.exec(String(sql));
  db.exec("COMMIT; ANALYZE");
  db.close();
}

/** @returns {Promise<import("./measure.mjs").Compared>} */
export async function measureBalances() {
  /** @type {typeof import("./journey")} */
  const journey = await import(pathToFileURL(await bundle("bench/journey.ts")).href);
  /** @type {typeof import("./ready-payments")} */
  const ready = await import(pathToFileURL(await bundle("bench/ready-payments.ts")).href);
  const modules = await builds();
  const data = await newData();
  /** @type {{ stop(): Promise<void> }[]} */
  const serving = [];
  const serve = async (/** @type {string} */ over) => {
    const server = await serveBundle(modules.ours, path.join(data, over));
    serving.push(server);
    return server;
  };
  try {
    const first = await serve("first");
    const people = await journey.seeded(first.origin);
    await ready.openBooks((method, route, token, body) => journey.call(first.origin, method, route, token, body), people);
    await first.stop();
    console.log(`writing ${FEW} and ${MANY} postings`);
    for (const [name, count] of /** @type {const} */ ([
      ["few", FEW],
      ["many", MANY],
    ])) {
      copyData(data, "first", name);
      fill(path.join(data, name), count);
    }
    const [few, many] = [await serve("few"), await serve("many")];
    const read = async (/** @type {string} */ origin, /** @type {number} */ count) => {
      const fund = await journey.call(origin, "GET", "/fund", people.office);
      const committed = fund.accounts.find((/** @type {{ id: string }} */ one) => one.id === "committed")?.balance;
      if (committed !== `${count}.00`) throw new Error(`the fund shows ${committed} committed, not ${count}.00`);
    };
    const measured = await inTurns(
      READ,
      () => read(many.origin, MANY),
      () => read(few.origin, FEW),
    );
    return {
      name: "balances after 1,000,000 postings",
      aim: { most: 1.2 },
      ...measured,
      how: `GET of the whole fund over ${MANY} postings against the same over ${FEW}, ${LOANS} loans with balances of their own in each; ${READ.rounds} rounds of ${READ.times}`,
    };
  } finally {
    await Promise.all(serving.map((server) => server.stop().catch(() => undefined)));
    rmSync(data, { recursive: true, force: true });
  }
}
