/** The ledger of recoveries: read by index, an institution's own, published once a quarter with its figures frozen, the same in the spreadsheet. */
import { read, utils } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { app } from "../app";
import { filed, lent } from "../claim/claim-story";
import { type Cast, cast, idOf, must, openedFund } from "../story";
import { type Answer, call, env } from "../testing";
import { coordinates, lawEnded, noResult, noticesOf, type Paid, paid, returned, today } from "./recovery-story";

let who: Cast;
let one: Paid;
let two: Paid;
/** Filed, and not paid yet. */
let filedOnly: string;
const quarterOf = (day: string) => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
const list = async (token: string, query = "") => must(await call("GET", `/recoveries${query}`, undefined, { token })).body;
const publish = (quarter: string, token = who.office): Promise<Answer> => call("POST", "/recoveries/publish", { quarter }, { token });

beforeAll(async () => {
  who = await cast();
  await openedFund(who);
  one = await paid(who, 921);
  two = await paid(who, 922, { guarantor: true });
  filedOnly = (await lent(who, 923)).caseId;
  await filed(who.bankA, filedOnly);
  await lawEnded(who, one.caseId);
  await returned(who, one.caseId, "A", "600000.00", "300000.00");
}, 60_000);

describe("YQ-080 the ledger", () => {
  it("tells each recovery with its amounts and what is open, the totals, the quarters and the rate", async () => {
    const { recoveries, totals, quarters, rate, next } = await list(who.office);
    expect(next).toBeNull();
    expect(totals).toEqual({
      paid: "2400000.00",
      recovered: "600000.00",
      returned: "300000.00",
      pending: "0.00",
      out: "2100000.00",
      writtenOff: "0.00",
    });
    expect(rate).toBe("0.1250");
    expect(quarters).toEqual([{ quarter: quarterOf(today()), paid: "2400000.00", returned: "300000.00", writtenOff: "0.00" }]);
    const first = recoveries.find((row: { caseId: string }) => row.caseId === one.caseId);
    expect(first).toMatchObject({
      enterprise: one.name,
      payee: "海坨银行延庆支行",
      stage: "RETURNING",
      paid: "1200000.00",
      returned: "300000.00",
      out: "900000.00",
      touchedOn: today(),
      flags: [{ code: "dept_assist_open", article: "五" }],
    });
  });

  it("the figures are the ledger's, to the fen", async () => {
    const { results } = await env.DB.prepare("SELECT name, amount FROM ledger_count WHERE scheme_id = 'yanqing' ORDER BY name").all();
    expect(results).toEqual([
      { name: "paid", amount: 240_000_000 },
      { name: "returned", amount: 30_000_000 },
    ]);
    const sums = await env.DB.prepare("SELECT SUM(paid) AS paid, SUM(returned) AS returned, SUM(written_off) AS off FROM recovery_quarter").first();
    expect(sums).toEqual({ paid: 240_000_000, returned: 30_000_000, off: 0 });
  });

  it("an institution reads its own, the lender of a guaranteed loan not the guarantor's", async () => {
    const ids = (body: { recoveries: { caseId: string }[] }) => body.recoveries.map((row) => row.caseId).sort();
    expect(ids(await list(who.bankA))).toEqual([one.caseId, filedOnly].sort());
    const guarantors = await list(who.guarantor);
    expect(ids(guarantors)).toEqual([two.caseId]);
    expect(guarantors).toMatchObject({ totals: { paid: "1200000.00", returned: "0.00" }, rate: "0.0000" });
    expect(await list(who.bankB)).toMatchObject({ recoveries: [], totals: { paid: "0.00" }, rate: null });
    for (const token of [who.firm, who.department, who.accountBank])
      expect(await call("GET", "/recoveries", undefined, { token })).toMatchObject({ status: 403 });
  });

  it("is read by pages, and what is still open alone", async () => {
    const first = await list(who.finance, "?limit=2");
    const rest = await list(who.finance, `?limit=2&cursor=${first.next}`);
    const ids = [...first.recoveries, ...rest.recoveries].map((row: { caseId: string }) => row.caseId);
    expect([ids.length, new Set(ids).size, rest.next]).toEqual([3, 3, null]);
    expect((await call("GET", "/recoveries?cursor=junk", undefined, { token: who.finance })).body.refusals[0]).toMatchObject({ field: "cursor" });
    const done = await paid(who, 924);
    await returned(who, done.caseId, "A", "2400000.00", "1200000.00");
    const open = (await list(who.office, "?open=1")).recoveries.map((row: { caseId: string }) => row.caseId);
    expect(open).not.toContain(done.caseId);
    expect(open).toEqual(expect.arrayContaining([one.caseId, two.caseId, filedOnly]));
  });

  it("YQ-101 the recommender is told when a recovery opens; its help is open until it looks after the firm", async () => {
    expect((await noticesOf(who.department, filedOnly)).map(({ code }) => code)).toContain("claim_filed");
    const flags = async () => {
      const { recoveries } = await list(who.office);
      return recoveries.find((row: { caseId: string }) => row.caseId === filedOnly).flags.map(({ code }: { code: string }) => code);
    };
    expect(await flags()).toContain("dept_assist_open");
    must(await call("POST", `/cases/${filedOnly}/loan/follow-ups`, { on: today(), text: "约企业还款", abnormal: false }, { token: who.department }));
    expect(await flags()).not.toContain("dept_assist_open");
  });
});

describe("YQ-080 publishing", () => {
  it("once a quarter, to finance, the government and each institution with its own figures", async () => {
    const quarter = quarterOf(today());
    const { totals } = await list(who.office);
    expect(must(await publish(quarter)).body).toEqual({ quarter, rows: 4 });
    expect((await publish(quarter)).body.refusals[0]).toMatchObject({ code: "already_exists", article: "三（七）3", field: "quarter" });
    const told = async (token: string) =>
      (await noticesOf(token)).filter(({ code }) => code === "recoveries_published").map(({ figures }) => figures);
    expect(await told(who.finance)).toEqual([{ quarter, rows: "4", returned: totals.returned }]);
    expect(await told(who.government)).toHaveLength(1);
    expect(await told(who.guarantor)).toEqual([{ quarter, rows: "1", returned: "0.00" }]);
    expect(await told(who.bankB)).toEqual([]);
    expect((await list(who.office)).published).toMatchObject([{ quarter, rows: 4, returned: totals.returned }]);
    expect((await list(who.guarantor)).published).toMatchObject([{ quarter, rows: 1, returned: "0.00" }]);
  });

  it("keeps its figures whatever comes after, and nobody edits them", async () => {
    const frozen = () => env.DB.prepare("SELECT * FROM recovery_published ORDER BY case_id").all();
    const before = (await frozen()).results;
    await returned(who, two.caseId, "A", "100.00", "50.00", who.guarantor);
    expect((await frozen()).results).toEqual(before);
    for (const text of [
      "UPDATE recovery_published SET returned = 0",
      "DELETE FROM recovery_published",
      "UPDATE recovery_publication SET on_day = '2026-01-01'",
      "DELETE FROM recovery_publication",
      "INSERT OR REPLACE INTO recovery_publication SELECT * FROM recovery_publication",
      "INSERT OR REPLACE INTO recovery_published SELECT * FROM recovery_published",
    ])
      await expect(env.DB.prepare(text).run()).rejects.toThrow(/append_only|already_exists/);
  });

  it.each(["2020Q1", "2099Q4", "2026", "x"])(
    "a quarter %s that is neither this one nor the last is refused, for its figures would not be its own",
    async (quarter) => {
      expect((await publish(quarter)).body.refusals[0]).toMatchObject({ code: "date_invalid", field: "quarter", figures: { given: quarter } });
    },
  );

  it("the office publishes", async () => {
    expect(await publish(quarterOf(today()), who.finance)).toMatchObject({ status: 403 });
  });
});

describe("the spreadsheet", () => {
  it("says what the screen says, row by row, and every cell is text", async () => {
    const request = new Request("http://test/api/recoveries/export", { headers: { authorization: `Bearer ${who.finance}` } });
    const answer = await app.fetch(request, env, { waitUntil: () => {}, passThroughOnException: () => {} } as unknown as ExecutionContext);
    expect(answer.headers.get("content-disposition")).toContain(`recoveries-${today()}.xlsx`);
    const book = read(await answer.arrayBuffer(), { type: "array", cellFormula: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
    const [head, ...rows] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    expect(head?.slice(0, 4)).toEqual(["编号", "企业", "追偿机构", "阶段"]);
    const { recoveries } = await list(who.finance);
    expect(rows.map((row) => row.slice(4, 10))).toEqual(
      recoveries.map((row: Record<string, string>) => [row.paid, row.recovered, row.returned, row.pending, row.out, row.writtenOff]),
    );
    const cells = Object.entries(sheet).filter(([place]) => !place.startsWith("!")) as [string, { t: string; f?: string }][];
    expect(cells.filter(([, cell]) => cell.t !== "s" || cell.f !== undefined)).toEqual([]);
    expect(await call("GET", "/recoveries/export", undefined, { token: who.bankA })).toMatchObject({ status: 403 });
  });
});

it("the meeting of a recovery that is not paid yet counts as an entry, not as money", async () => {
  must(await coordinates(who.office, filedOnly, noResult()));
  const { orgId } = await idOf(who.bankA);
  expect(await env.DB.prepare("SELECT SUM(paid) AS paid FROM recovery_quarter WHERE payee_org = ?").bind(orgId).first("paid")).toBe(240_000_000);
});
