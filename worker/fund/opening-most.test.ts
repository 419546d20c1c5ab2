/** The largest import is still one batch to read, one for what its sheet names, and one to write. */
import { expect, it, vi } from "vitest";
import { observed } from "../observed";
import { cast, must } from "../story";
import { call, env } from "../testing";
import { live, paid, send, whole } from "./opening-story";

it("two hundred loans enter in one batch, fewer statements than a worker may send", async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  const who = await cast();
  const loans = Array.from({ length: 201 }, (_, at) => live(at + 1));
  expect(await send({ ...whole(), live: loans, paid: [] }, "1", who.office)).toMatchObject({
    status: 400,
    body: { code: "field_invalid", refusals: [{ field: "file", figures: { most: "200" } }] },
  });
  // twenty claims of which 700,000.00 each is out
  const claims = Array.from({ length: 20 }, (_, at) => paid(500 + at));
  const balance = { ...whole().balance, cash: "1000000.00" };
  const drawn = must(await send({ balance, live: loans.slice(0, 180), paid: claims }, "0", who.office)).body;
  expect(drawn).toMatchObject({ ok: true, cases: 200 });
  await call("GET", "/identity/me", undefined, { token: who.finance });
  const { db, asked } = observed(env.DB);
  must(await call("POST", `/fund/vouchers/${drawn.voucher.id}/check`, {}, { token: who.finance, settings: { DB: db } }));
  const written = asked.filter(({ writes, texts }) => writes && texts.some((text) => text.includes("ledger_event")));
  expect(written).toHaveLength(1);
  expect(asked.reduce((sum, { texts }) => sum + texts.length, 0)).toBeLessThan(1000);
  expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM loan_file").first("n")).toBe(200);
  expect(must(await call("POST", "/fund/checks", {}, { token: who.finance })).body).toMatchObject({ ok: true, findings: [] });
}, 60_000);
