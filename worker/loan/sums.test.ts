/** The wall behind limits that are added up: a batch that was judged by other sums than those of the records stops whole. */
import { beforeAll, describe, expect, it } from "vitest";
import { fen } from "../../shared/money";
import { load } from "../database";
import { call, env } from "../testing";
import { lentLoanOf, lentQuery, owedQuery, type Seen, sumsStand } from "./lending-store";
import { District, directLoan, firmCode } from "./registration-story";

const xinxiang = new District("xinxiang", "138000001");
const [BANK_A, BANK_B] = [9, 10];
const code = firmCode(70);
let bankA: string;

const seen = async (): Promise<Seen> => {
  const { lent, owed } = await load(env.DB, { lent: lentQuery(env.DB, "xinxiang", code), owed: owedQuery(env.DB, "xinxiang", bankA, bankA) });
  return {
    schemeId: "xinxiang",
    creditCode: code,
    lent: lent.map(lentLoanOf),
    lenderId: bankA,
    areaId: bankA,
    owed: owed[0] ?? { fund: 0, lender: 0, area: 0 },
    limited: ["fund", "institution", "area"],
  };
};
const batch = (sums: Seen) => env.DB.batch(sumsStand(env.DB, sums));

beforeAll(async () => {
  await xinxiang.open();
  bankA = await xinxiang.orgOf(BANK_A);
}, 60_000);

describe("sums that were judged", () => {
  it("XX-014 stand while nobody else was lent to", async () => {
    await expect(batch(await seen())).resolves.toHaveLength(4);
  });

  it("XX-014 KZ-003 BT-013 BT-018 BT-025 stop the batch once another loan has come between", async () => {
    const before = await seen();
    expect((await xinxiang.as(BANK_A, "POST", "/registrations", directLoan(70))).status).toBe(201);
    await expect(batch(before)).rejects.toThrow(/stale/);
    const now = await seen();
    await expect(batch(now)).resolves.toBeDefined();
    for (const part of ["fund", "lender", "area"] as const)
      await expect(batch({ ...now, owed: { ...now.owed, [part]: now.owed[part] - 1 } })).rejects.toThrow(/stale/);
    await expect(batch({ ...now, lent: now.lent.map((loan) => ({ ...loan, principal: fen(loan.principal + 1) })) })).rejects.toThrow(/stale/);
    await expect(batch({ ...now, lent: now.lent.map((loan) => ({ ...loan, live: false })) })).rejects.toThrow(/stale/);
  });

  it("XX-014 lets many at once fill a firm's limit and none of them break it", async () => {
    const tries = Array.from({ length: 8 }, (_, at) =>
      xinxiang.as(at % 2 === 0 ? BANK_A : BANK_B, "POST", "/registrations", directLoan(71, { principal: "3000000.00" })),
    );
    const done = await Promise.all(tries);
    expect(done.filter(({ status }) => status === 201)).toHaveLength(3);
    const sum = await env.DB.prepare("SELECT SUM(principal) AS sum FROM loan WHERE scheme_id = 'xinxiang' AND credit_code = ?")
      .bind(firmCode(71))
      .first("sum");
    expect(sum).toBe(900_000_000);
  });
});

/** What may be walked from end to end: lists handed in as JSON, organisations named by id, and constants. */
const MADE =
  /^SCAN (?:json_each|j|named|node|hit|own|played|page|first|touched|must|t|\w+ VIRTUAL TABLE INDEX 1:|\d* ?CONSTANT ROWS?|\(subquery-\d+\))(?: |$)/;

describe("what is asked of the records", () => {
  it("XX-014 KZ-003 answers from an index, however many loans there are", async () => {
    const { DB } = env;
    const asked = new Set<string>();
    const prepare = (text: string) => {
      asked.add(text);
      return DB.prepare(text);
    };
    const spied = new Proxy(DB, { get: (db, key) => (key === "prepare" ? prepare : Reflect.get(db, key).bind(db)) });
    const token = await xinxiang.token(BANK_A);
    const send = (method: string, path: string, body?: unknown) => call(method, path, body, { token, scheme: "xinxiang", settings: { DB: spied } });
    expect((await send("POST", "/registrations", directLoan(72))).status).toBe(201);
    expect((await send("POST", "/registrations/try", directLoan(72))).status).toBe(200);
    for (const query of ["", "?state=covered", "?cursor=1.z"]) expect((await send("GET", `/registrations${query}`)).status).toBe(200);
    for (const text of asked) {
      const bound = Array.from({ length: text.split("?").length - 1 }, () => null);
      const { results } = await DB.prepare(`EXPLAIN QUERY PLAN ${text}`)
        .bind(...bound)
        .all<{ detail: string }>();
      const walks = results.map(({ detail }) => detail).filter((detail) => detail.startsWith("SCAN") && !MADE.test(detail));
      expect([text.slice(0, 200), walks.filter((walk) => new RegExp(`\\b${/^SCAN (\w+)/.exec(walk)?.[1]}\\b`).test(text))]).toEqual([
        text.slice(0, 200),
        [],
      ]);
    }
    expect(asked.size).toBeGreaterThan(30);
  });
});
