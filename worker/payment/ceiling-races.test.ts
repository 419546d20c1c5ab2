/** Limits of the four documents with many at once: all rivals read before any writes, and exactly what the limit allows goes through; each race is run again with its guard taken out, and is then lost. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { entriesFor } from "../../shared/fund/entries";
import { post } from "../../shared/fund/posting";
import { shanghaiDay } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { recountBooks } from "../fund/recount";
import { taken } from "../fund/testing-books";
import { meeting as allHaveRead, observed } from "../observed";
import { must } from "../story";
import { type Answer, call, env } from "../testing";
import { District, type Failed, failed } from "./testing-file";

const TODAY = shanghaiDay(Date.now());
const range = (length: number) => Array.from({ length }, (_, at) => at);
const through = (answers: readonly Answer[]) => answers.filter(({ status }) => status < 300);
const refused = (answers: readonly Answer[]) => answers.filter(({ status }) => status >= 300).flatMap(({ body }) => body.refusals);
let moneys = 0;

async function holds(district: District, reason: "deposit" | "placement", amount: number, of?: string): Promise<void> {
  const { chart } = district.scheme.fund;
  moneys += 1;
  const persons = { madeBy: "a", checkedBy: "b" };
  const transfer = { id: `money-${moneys}`, reason, on: TODAY, entries: entriesFor(chart, reason, fen(amount), of), persons };
  await district.books(({ view }) => taken(post(chart, view, transfer)));
}

/** Sent at once through a database in which all have read before one writes; whoever was only told that another was faster presses again, unless nobody insists. */
async function atOnce(district: District, as: string, paths: readonly string[], insists = true): Promise<Answer[]> {
  const { db } = observed(env.DB, { afterReading: allHaveRead(paths.length) });
  const { token } = district.who(as);
  const send = (path: string, settings?: { DB: D1Database }) =>
    call("POST", path, {}, { token, scheme: district.schemeId, ...(settings ? { settings } : {}) });
  const first = await Promise.all(paths.map((path) => send(path, { DB: db })));
  return Promise.all(
    first.map(async (answer, at) => {
      let told = answer;
      for (let again = 0; insists && again < 30 && told.body.code === "stale"; again += 1) told = await send(paths[at] ?? "");
      return told;
    }),
  );
}

/** So many losses, each with an order that waits for its second person; answers the orders' numbers. */
async function ordered(district: District, maker: string, loss: Failed, length: number): Promise<string[]> {
  const numbers: string[] = [];
  for (const _ of range(length)) {
    const { claimId } = await failed(district, loss);
    numbers.push(must(await district.as(maker, "POST", `/payables/${claimId}/instruction`, {})).body.no);
  }
  return numbers;
}
const checks = (numbers: readonly string[]) => numbers.map((no) => `/instructions/${no}/countersign`);
/** A table without its keys and triggers, its rows kept: what is left when nobody thought of a race. */
const bare = (table: string) =>
  env.DB.batch(
    [`CREATE TABLE bare_${table} AS SELECT * FROM ${table}`, `DROP TABLE ${table}`, `ALTER TABLE bare_${table} RENAME TO ${table}`].map((text) =>
      env.DB.prepare(text),
    ),
  );
const sum = async (text: string): Promise<number> => (await env.DB.prepare(text).first<number>("n")) ?? 0;
const sound = async (district: District) => expect((await recountBooks(env.DB, district.scheme, TODAY)).findings).toEqual([]);

beforeAll(() => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
});

let xinxiang: District;
let kezhou: District;
let baotou: District;
const XX_LOSS = { lender: "bank", mode: "credit", principal: 300_000_000 } as const;
const KZ_LOSS = { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 20_000_000 } as const;
const BT_LOSS = { lender: "bank", partner: "guarantor", mode: "helped", principal: 100_000_000 } as const;

let dongguan: District;
const SUMS = Object.fromEntries(["enterprisePaid", "enterprisePaidYear", "enterprisePaidBank", "bankPaidYear"].map((name) => [name, fen(0)]));
const DG_LOSS = { lender: "bank", mode: "bank", ratio: "0.80", sums: { ...SUMS, bankYearPrincipal: fen(100_000_000_000) } } as const;
const claims = async (length: number) => {
  const ids: string[] = [];
  for (const _ of range(length)) ids.push((await failed(dongguan, { ...DG_LOSS, principal: 100_000_000 })).claimId);
  return ids;
};
const draws = (ids: readonly string[]) => ids.map((id) => `/payables/${id}/instruction`);
const drawn = () => sum("SELECT SUM((plan ->> 'account') + (plan ->> 'quota')) AS n FROM fund_instruction WHERE scheme_id = 'dongguan'");
const lent = () => sum("SELECT SUM(principal) AS n FROM loan WHERE scheme_id = 'dongguan'");

describe("新乡, ten million in a year", () => {
  const spent = () => sum("SELECT SUM(amount) AS n FROM fund_spent WHERE scheme_id = 'xinxiang'");
  beforeAll(async () => {
    xinxiang = await District.of("xinxiang", { finance: "13800000107", finance2: "13800000108", bank: "13800000109", accountBank: "13800000112" });
    await holds(xinxiang, "deposit", 3_000_000_000);
  });

  it("XX-003 of 24 orders of 600,000.00 checked at once sixteen are set aside, and each of the others is told what was left", {
    timeout: 60_000,
  }, async () => {
    const numbers = await ordered(xinxiang, "finance", XX_LOSS, 24);
    const answers = await atOnce(xinxiang, "finance2", checks(numbers));
    expect(through(answers)).toHaveLength(16);
    const told = refused(answers);
    expect(told).toHaveLength(8);
    for (const refusal of told)
      expect(refusal).toMatchObject({ code: "annual_cap", figures: { asked: "600000.00", available: "400000.00" }, article: "第二条" });
    expect(await spent()).toBe(960_000_000);
    for (const { body } of through(answers)) must(await xinxiang.as("accountBank", "POST", `/instructions/${body.no}/paid`, {}));
    expect([await spent(), await xinxiang.balance("budget")]).toEqual([960_000_000, 2_040_000_000]);
    await sound(xinxiang);
  });
});

describe("克州, what the fund has", () => {
  beforeAll(async () => {
    kezhou = await District.of("kezhou", {
      manager: "13800000207",
      manager2: "13800000208",
      bank: "13800000211",
      guarantor: "13800000213",
      accountBank: "13800000214",
    });
    await holds(kezhou, "deposit", 70_000_001);
  });

  it("KZ-051 of 20 orders of 100,000.00 checked at once seven are set aside of 700,000.01; the last fen goes to the one that comes next, and no more", {
    timeout: 60_000,
  }, async () => {
    const numbers = await ordered(kezhou, "manager", KZ_LOSS, 20);
    const answers = await atOnce(kezhou, "manager2", checks(numbers));
    expect(through(answers)).toHaveLength(7);
    expect(new Set(refused(answers).map(({ code }) => code))).toEqual(new Set(["path_wrong"]));
    expect(await kezhou.balance("account")).toBe(1);
    const { claimId } = await failed(kezhou, KZ_LOSS);
    const { no, amount, unfunded } = must(await kezhou.as("manager", "POST", `/payables/${claimId}/instruction`, {})).body;
    expect([amount, unfunded]).toEqual(["0.01", "99999.99"]);
    must(await kezhou.as("manager2", "POST", `/instructions/${no}/countersign`, {}));
    expect(await kezhou.balance("account")).toBe(0);
    const after = await failed(kezhou, KZ_LOSS);
    expect((await kezhou.as("manager", "POST", `/payables/${after.claimId}/instruction`, {})).body.code).toBe("fund_insufficient");
    await sound(kezhou);
  });
});

describe("包头, what lies with a bank", () => {
  const own = () => baotou.balance("deposits", baotou.who("bank").org.id);
  beforeAll(async () => {
    baotou = await District.of("baotou", {
      bank: "13800000411",
      bank2: "13800000416",
      other: "13800000412",
      guarantor: "13800000413",
      manager: "13800000409",
    });
    await holds(baotou, "deposit", 5_000_000_000);
    await holds(baotou, "placement", 130_000_000, baotou.who("bank").org.id);
    await holds(baotou, "placement", 130_000_000, baotou.who("other").org.id);
  });

  it("BT-015 BT-049 of 20 orders of 400,000.00 checked at once three are taken from the bank's own 1,300,000.00, and another bank's stays whole", {
    timeout: 60_000,
  }, async () => {
    const numbers = await ordered(baotou, "bank", BT_LOSS, 20);
    const answers = await atOnce(baotou, "bank2", checks(numbers));
    expect(through(answers)).toHaveLength(3);
    expect(new Set(refused(answers).map(({ code }) => code))).toEqual(new Set(["path_wrong"]));
    expect([await own(), await baotou.balance("deposits", baotou.who("other").org.id)]).toEqual([10_000_000, 130_000_000]);
    for (const { body } of through(answers)) must(await baotou.as("bank", "POST", `/instructions/${body.no}/paid`, {}));
    await sound(baotou);
  });
});

describe("东莞, a bank's room of the year", () => {
  beforeAll(async () => {
    dongguan = await District.of("dongguan", { manager: "13800000308", manager2: "13800000309", bank: "13800000311", accountBank: "13800000314" });
    await holds(dongguan, "deposit", 10_000_000_000);
    await failed(dongguan, { ...DG_LOSS, principal: 10_000_000_000, step: "trustee_review" });
  });

  it("DG-026 DG-027 of 20 orders of 800,000.00 drawn up at once as many stand as two hundredths of the year's loans hold, to the fen", {
    timeout: 60_000,
  }, async () => {
    const ids = await claims(20);
    const answers = await atOnce(dongguan, "manager", draws(ids));
    const room = Math.floor((await lent()) / 50);
    // 20,000,000.00 of claims and 100,000,000.00 beside them: three whole and what is left of the fourth hundredth
    expect([room, await drawn(), through(answers).length]).toEqual([240_000_000, 240_000_000, 3]);
    for (const refusal of refused(answers))
      expect(refusal).toMatchObject({ code: "nothing_due", figures: { limitOf: "当年上限还剩" }, article: "三（四）" });
    const checked = await atOnce(dongguan, "manager2", checks(through(answers).map(({ body }) => body.no)));
    expect(through(checked)).toHaveLength(3);
    await sound(dongguan);
  });
});

describe("without its guard each race is lost", () => {
  const numbers: Record<string, string[]> = {};
  let ids: string[] = [];
  beforeAll(async () => {
    // of the year 400,000.00 are left: one of 300,000.00 fits
    numbers.xinxiang = await ordered(xinxiang, "finance", { ...XX_LOSS, principal: 100_000_000 }, 4);
    await holds(kezhou, "deposit", 20_000_000);
    numbers.kezhou = await ordered(kezhou, "manager", KZ_LOSS, 5);
    await holds(baotou, "placement", 70_000_000, baotou.who("bank").org.id);
    numbers.baotou = await ordered(baotou, "bank", BT_LOSS, 5);
    ids = await claims(12);
    await bare("ledger_event");
  }, 60_000);
  it.each([
    ["XX-003 more is set aside than a year may have", "xinxiang", "finance2", 1],
    ["KZ-051 more than the fund has", "kezhou", "manager2", 2],
    ["BT-049 more than lies with the bank", "baotou", "bank2", 2],
  ] as const)("of the ledger: %s", async (_, id, as, fits) => {
    const district = { xinxiang, kezhou, baotou }[id];
    expect(through(await atOnce(district, as, checks(numbers[id] ?? []), false)).length).toBeGreaterThan(fits);
  });
  it("DG-027 of the orders' numbers, by which one comes after the other: more is drawn up than the year has room for", async () => {
    await bare("fund_instruction");
    // statements name it
    await env.DB.prepare("CREATE INDEX instruction_status ON fund_instruction (scheme_id, status, moved_at, no)").run();
    const before = await drawn();
    await atOnce(dongguan, "manager", draws(ids), false);
    // 12,000,000.00 of claims made room for two hundredths of them
    expect((await drawn()) - before).toBeGreaterThan(24_000_000);
  });
});
