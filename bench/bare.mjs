/** A bare Hono route over D1: the statements that our worker issued for the same request, in the same batches, then the same answer written out as JSON, and nothing else. */
import { Hono } from "hono";

/** @typedef {{ sql: string, params: unknown[] }} Said */
/** @typedef {{ batches: Said[][], after: Said[], reply: any }} Recording */
/** @typedef {{ bind(...params: unknown[]): Prepared, run(): Promise<unknown> }} Prepared */
/** @typedef {{ prepare(sql: string): Prepared, batch(all: Prepared[]): Promise<unknown> }} Database */

/** By method and path. @type {Map<string, Recording>} */
const recordings = new Map();
/** @type {Hono<{ Bindings: { DB: Database } }>} */
const app = new Hono();

app.post("/recordings", async (c) => {
  for (const [request, recording] of await c.req.json()) recordings.set(request, recording);
  return c.json(recordings.size);
});

/** @param {Database} db @param {Said} said */
const bound = (db, { sql, params }) => db.prepare(sql).bind(...params);

app.get("/api/cases/:caseId", async (c) => {
  const recording = recordings.get(`GET ${c.req.path}`);
  if (!recording) return c.notFound();
  for (const batch of recording.batches) await c.env.DB.batch(batch.map((said) => bound(c.env.DB, said)));
  return c.json(recording.reply);
});

app.post("/api/applications/:caseId/submit", async (c) => {
  const recording = recordings.get(`POST ${c.req.path}`);
  if (!recording) return c.notFound();
  await c.req.json();
  for (const batch of recording.batches) await c.env.DB.batch(batch.map((said) => bound(c.env.DB, said)));
  for (const said of recording.after) c.executionCtx.waitUntil(bound(c.env.DB, said).run());
  return c.json(recording.reply);
});

/** As many plain inserts as a payment writes, in one batch. */
app.post("/rows", async (c) => {
  const { DB } = c.env;
  const rows = await c.req.json();
  await DB.batch([
    DB.prepare("CREATE TABLE IF NOT EXISTS bare_row (id INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT"),
    ...rows.map((/** @type {string} */ row) => DB.prepare("INSERT INTO bare_row (data) VALUES (?)").bind(row)),
  ]);
  return c.json({ rows: rows.length });
});

export default app;
