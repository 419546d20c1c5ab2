/** Migrations over rows that stood before them: what was recorded under an older schema is read by the newer one, and nothing that points at it is lost. */
import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { everything } from "./observed";
import { env } from "./testing";

const { APART: db, TEST_MIGRATIONS: all } = env as unknown as { APART: D1Database; TEST_MIGRATIONS: D1Migration[] };
const named = (number: string) => all.findIndex(({ name }) => name.startsWith(number));
const run = (text: string) => db.prepare(text).run();

describe("0048: interest becomes a movement of the fund", () => {
  it("keeps each voucher with its sum, its persons and what points at it", async () => {
    expect(named("0048")).toBeGreaterThan(0);
    await applyD1Migrations(db, all.slice(0, named("0048")));
    await run("INSERT INTO organisation (id, scheme_id, kind, name, registered_at) VALUES ('o', 'yanqing', 'office', '办公室', 1)");
    for (const id of ["a", "b"]) await run(`INSERT INTO person (id, name, email, created_at, updated_at) VALUES ('${id}', '${id}', '${id}@x', 1, 1)`);
    const voucher = (id: string, kind: string, about: string, body: object, ends = "'done', 'a', 'b', NULL, 2") =>
      run(`INSERT INTO voucher (id, scheme_id, kind, on_day, body, lines, about, why, status, made_by, checked_by, declined_why, closed_at, made_org, recorded_at)
        SELECT '${id}', 'yanqing', '${kind}', '2026-06-30', '${JSON.stringify(body)}', '[]', '${about}', '', t.*, 'o', 1 FROM (SELECT ${ends}) t`);
    await voucher("v-interest", "interest", "利息1号", { kind: "interest", amount: "12.34", documentNo: "利息1号" });
    await voucher(
      "v-declined",
      "interest",
      "利息2号",
      { kind: "interest", amount: "1.00", documentNo: "利息2号" },
      "'declined', 'a', 'b', '重复', 2",
    );
    await voucher("v-opening", "opening", "表", { kind: "opening" });
    await run("INSERT INTO opening_import (voucher_id, scheme_id, first_seq, last_seq, recorded_at) VALUES ('v-opening', 'yanqing', 1, 2, 1)");
    const before = await db
      .prepare("SELECT id, on_day, lines, status, made_by, checked_by, declined_why, recorded_at, closed_at FROM voucher ORDER BY id")
      .all();

    await applyD1Migrations(db, all);
    const kept = await db
      .prepare("SELECT id, on_day, lines, status, made_by, checked_by, declined_why, recorded_at, closed_at FROM voucher ORDER BY id")
      .all();
    expect(kept.results).toEqual(before.results);
    const { results } = await db
      .prepare("SELECT id, kind, about, body FROM voucher WHERE id <> 'v-opening' ORDER BY id")
      .all<Record<string, string>>();
    expect(results.map(({ body = "", ...row }) => ({ ...row, body: JSON.parse(body) }))).toEqual([
      {
        id: "v-declined",
        kind: "movement",
        about: "interest/利息2号",
        body: { kind: "movement", reason: "interest", amount: "1.00", documentNo: "利息2号" },
      },
      {
        id: "v-interest",
        kind: "movement",
        about: "interest/利息1号",
        body: { kind: "movement", reason: "interest", amount: "12.34", documentNo: "利息1号" },
      },
    ]);
    expect((await db.prepare("PRAGMA foreign_key_check").all()).results).toEqual([]);
    expect(await db.prepare("SELECT voucher_id FROM opening_import").first("voucher_id")).toBe("v-opening");
  });

  it("leaves the guards of the rebuilt table standing", async () => {
    for (const attack of ["UPDATE voucher SET why = 'x'", "DELETE FROM voucher", "INSERT OR REPLACE INTO voucher SELECT * FROM voucher"])
      await expect(run(attack), attack).rejects.toThrow(/append_only|already_exists/);
    // the same paper is not drawn up twice, and one that was declined may come again
    const copy = (id: string, of: string) =>
      run(`INSERT INTO voucher (id, scheme_id, kind, on_day, body, lines, about, why, made_by, made_org, recorded_at)
        SELECT '${id}', scheme_id, kind, on_day, body, lines, about, why, made_by, made_org, recorded_at FROM voucher WHERE id = '${of}'`);
    await expect(copy("again", "v-interest")).rejects.toThrow(/already_exists/);
    await copy("anew", "v-declined");
  });
});

describe("all of them", () => {
  it("have each a number of their own, in order, and are applied once", async () => {
    const numbers = all.map(({ name }) => name.slice(0, 4));
    expect(numbers).toEqual([...new Set(numbers)].sort());
    const before = await everything(db);
    await applyD1Migrations(db, all);
    expect(await everything(db)).toEqual(before);
  });
  it("end, file by file, with the very schema that the other tests run on", async () => {
    const schema = async (of: D1Database) =>
      (
        await of
          .prepare(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '%cf%' AND name NOT LIKE '%d1_migrations%' AND name NOT LIKE 'sqlite_sequence' ORDER BY name",
          )
          .all()
      ).results;
    expect(await schema(db)).toEqual(await schema(env.DB));
  });
});
