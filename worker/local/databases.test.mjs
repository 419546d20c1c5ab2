import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { databasesOf } from "./databases.mjs";

const FIRST = '[[d1_databases]]\nbinding = "DB"\ndatabase_name = "one"\n';

it("every bound database is migrated, whatever stands between them", () => {
  expect(databasesOf(readFileSync(new URL("../../wrangler.toml", import.meta.url), "utf8"))).toEqual(["DB"]);
  const two = `${FIRST}[[r2_buckets]]\nbinding = "FILES"\n\n[[d1_databases]] # the second district\ndatabase_name = "two"\nbinding = 'DB_QINGXI'\n[triggers]\ncrons = []\n`;
  expect(databasesOf(two)).toEqual(["DB", "DB_QINGXI"]);
});
it("a table that binds nothing is told, never passed over", () => {
  expect(() => databasesOf(`${FIRST}[[d1_databases]]\ndatabase_name = "two"\n`)).toThrow("without a binding");
});
