/** Payments a second: the account bank's confirmation through the production bundle, beside a bare Hono route that inserts as many rows in one D1 batch, and bare SQLite. */

import { rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { bundle } from "../.ci/run-ts.mjs";
import { builds, copyData, newData, serveBundle } from "./house.mjs";
import { inTurns, median } from "./measure.mjs";

const PAY = { rounds: 7, times: 6, warmUp: 8, faster: true };
const PAYMENTS = PAY.warmUp + PAY.rounds * PAY.times;

/** @param {string} file @param {readonly string[]} rows microseconds of one transaction of the rows, the median of many */
function bareSqlite(file, rows) {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare_row (id INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT");
  const insert = db.prepare("INSERT INTO bare_row (data) VALUES (?)");
  const taken = [];
  for (let turn = 0; turn < 60; turn++) {
    const began = performance.now();
    db.exec("BEGIN");
    for (const row of rows) insert.run(row);
    db.exec("COMMIT");
    taken.push((performance.now() - began) * 1000);
  }
  db.close();
  return median(taken.slice(10));
}

/** @returns {Promise<import("./measure.mjs").Compared>} */
export async function measurePayments() {
  /** @type {typeof import("./journey")} */
  const journey = await import(pathToFileURL(await bundle("bench/journey.ts")).href);
  /** @type {typeof import("./ready-payments")} */
  const ready = await import(pathToFileURL(await bundle("bench/ready-payments.ts")).href);
  const modules = await builds();
  const data = await newData();
  /** @type {{ stop(): Promise<void> }[]} */
  const serving = [];
  const serve = async (/** @type {Record<string, string>} */ what, /** @type {string} */ over) => {
    const server = await serveBundle(what, path.join(data, over));
    serving.push(server);
    return server;
  };
  try {
    console.log(`preparing ${PAYMENTS} payments through the API`);
    const first = await serve(modules.ours, "first");
    const people = await journey.seeded(first.origin);
    const call = (/** @type {string} */ method, /** @type {string} */ route, /** @type {string} */ token, /** @type {unknown} */ body) =>
      journey.call(first.origin, method, route, token, body);
    await ready.openBooks(call, people);
    const drafts = await journey.readyDrafts(first.origin, people, PAYMENTS);
    const numbers = await ready.readyPayments(call, people, drafts);
    await first.stop();
    for (const copy of ["recorded", "ours", "bare"]) copyData(data, "first", copy);
    const confirm = (/** @type {string} */ origin, /** @type {string} */ no) =>
      journey.call(origin, "POST", `/instructions/${no}/paid`, people.teller, {});

    const recorder = await serve(modules.recorded, "recorded");
    await confirm(recorder.origin, numbers[0] ?? "");
    /** @type {[string, import("./bare.mjs").Recording][]} */
    const recorded = await (await fetch(`${recorder.origin}/recordings`)).json();
    await recorder.stop();
    const written = recorded.at(-1)?.[1].batches.at(-1) ?? [];
    const rows = written.map(({ params }) => JSON.stringify(params));

    const ours = await serve(modules.ours, "ours");
    const bare = await serve(modules.bare, "bare");
    let next = 0;
    const measured = await inTurns(
      PAY,
      () => confirm(ours.origin, numbers[next++] ?? ""),
      async () => {
        const answer = await fetch(`${bare.origin}/rows`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(rows),
        });
        if (!answer.ok) throw new Error(`the bare route answered ${answer.status}`);
        await answer.text();
      },
    );
    const limit = bareSqlite(path.join(data, "bare.sqlite"), rows);
    const reads = recorded.at(-1)?.[1].batches.at(0)?.length ?? 0;
    return {
      name: "payments, speed",
      aim: { least: 0.6 },
      ...measured,
      how: `POST of the account bank's confirmation, a batch of ${reads} statements to read and one of ${rows.length} to write with every check of the ledger; ${PAY.rounds} rounds of ${PAY.times}, one at a time: ${(1e6 / measured.ours).toFixed(0)} payments a second; beside it a bare Hono route with one D1 batch of ${rows.length} plain inserts: ${(1e6 / measured.beside).toFixed(0)} a second; bare SQLite, as the limit, makes ${(1e6 / limit).toFixed(0)} such transactions a second`,
    };
  } finally {
    await Promise.all(serving.map((server) => server.stop().catch(() => undefined)));
    rmSync(data, { recursive: true, force: true });
  }
}
