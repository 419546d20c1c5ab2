/** 东莞 judges its guarantors once a year and rewards them by it, through the API: the amount is the rule's, within the year's budget, by two persons, once. */
import { beforeAll, describe, expect, it } from "vitest";
import { addYears, type LocalDate, shanghaiDay } from "../../shared/local-date";
import { recountBooks } from "../fund/recount";
import { District, failed } from "../payment/testing-file";
import { must } from "../story";
import { env } from "../testing";

const TODAY = shanghaiDay(Date.now());
const YEAR = Number(TODAY.slice(0, 4)) - 1;
const SETS = {
  "evaluation.weights": [
    { metric: "national_fund", weight: "0.6" },
    { metric: "in_scope_loans", weight: "0.4" },
  ],
  "reward.rate": "0.005",
  "reward.byLeverage": [
    { from: "1", ratio: "0.8" },
    { from: "5", ratio: "1" },
  ],
  "reward.byScore": [
    { from: "60", ratio: "0.5" },
    { from: "85", ratio: "1" },
  ],
} as const;

describe("东莞: evaluation and reward of a year", () => {
  let dongguan: District;
  const id = (as: string) => dongguan.who(as).org.id;
  const judges = (as: string, more: Record<string, unknown> = {}) =>
    dongguan.as(as, "POST", "/evaluations", {
      orgId: id("guarantor"),
      year: YEAR,
      points: { national_fund: "90", in_scope_loans: "80.5" },
      leverage: "4.9",
      documentNo: "评价1号",
      ...more,
    });
  const rewards = (as: string, amount: string, more: Record<string, unknown> = {}) =>
    dongguan.as(as, "POST", "/fund/vouchers", {
      kind: "movement",
      reason: "reward",
      amount,
      on: TODAY,
      documentNo: crypto.randomUUID(),
      of: id("guarantor"),
      year: YEAR,
      ...more,
    });
  const check = (as: string, voucher: string) => dongguan.as(as, "POST", `/fund/vouchers/${voucher}/check`, {});
  const first = ({ body }: { body: { refusals: unknown[] } }) => body.refusals[0];

  /** What the bureau sets by an amendment, as one that was approved stands in the records. */
  const sets = async (...keys: (keyof typeof SETS)[]) => {
    const { personId, org } = dongguan.who("office");
    for (const key of keys)
      await env.DB.batch([
        env.DB.prepare(
          "INSERT INTO amendment (id, scheme_id, key, value, from_day, document_no, reason, proposed_by, proposed_org, proposed_on, proposed_at) VALUES (?, 'dongguan', ?, ?, '2025-01-01', '细则1号', '细则', ?, ?, '2025-01-01', 1)",
        ).bind(`reward-${key}`, key, JSON.stringify(SETS[key]), personId, org.id),
        env.DB.prepare(
          "INSERT INTO amendment_decision (amendment_id, scheme_id, approved, reason, decided_by, decided_on, decided_at) VALUES (?, 'dongguan', 1, '同意', ?, '2025-01-01', 1)",
        ).bind(`reward-${key}`, dongguan.who("second").personId),
      ]);
  };

  beforeAll(async () => {
    dongguan = await District.of("dongguan", {
      office: "13800000304",
      second: "13800000305",
      manager: "13800000308",
      manager2: "13800000309",
      bank: "13800000311",
      guarantor: "13800000313",
    });
    const filedOn = addYears(TODAY, -1) as LocalDate;
    const loan = { lender: "bank", partner: "guarantor", mode: "guaranteed", ratio: "0.40", step: "trustee_review", filedOn } as const;
    const lent = [
      { principal: 6_000_000_000, batched: true as const },
      { principal: 4_000_000_000, batched: true as const },
      { principal: 500_000_000 },
    ];
    for (const one of lent) await failed(dongguan, { ...loan, ...one });
    const { id: budget } = must(
      await dongguan.as("office", "POST", "/fund/vouchers", {
        kind: "movement",
        reason: "deposit",
        amount: "50000000.00",
        on: TODAY,
        documentNo: "预算1号",
      }),
    ).body;
    must(await check("second", budget));
  }, 60_000);

  it("DG-044 DG-037 nothing is scored without weights, and only the office judges", async () => {
    expect((await judges("manager")).body.code).toBe("role_forbidden");
    expect(first(await judges("office"))).toMatchObject({ code: "evaluation_missing" });
    await sets("evaluation.weights");
    expect(first(await judges("office", { points: { national_fund: "90" } }))).toMatchObject({ code: "evaluation_missing" });
    expect(first(await judges("office", { points: { national_fund: "101", in_scope_loans: "1" } }))).toMatchObject({ code: "evaluation_missing" });
    expect(first(await judges("office", { year: YEAR + 1 }))).toMatchObject({ code: "field_invalid", field: "year" });
    expect(first(await judges("office", { orgId: id("manager") }))).toMatchObject({ code: "org_unknown" });
  });

  it("DG-032 without the year's evaluation there is no reward", async () => {
    expect(first(await rewards("manager", "1.00"))).toMatchObject({ code: "evaluation_missing" });
  });

  it("DG-032 a year is judged once, its score is worked out, and the institution alone reads its own", async () => {
    const both = await Promise.all([judges("office"), judges("second", { documentNo: "评价2号" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await judges("office")).body.code).toBe("already_exists");
    const [own] = must(await dongguan.as("guarantor", "GET", "/evaluations")).body.evaluations;
    expect(own).toMatchObject({ year: YEAR, score: "86.2", reward: null, paid: null, obstacles: [{ code: "reward_rate_missing" }] });
    expect(must(await dongguan.as("bank", "GET", "/evaluations")).body.evaluations).toEqual([]);
    await expect(env.DB.prepare("UPDATE evaluation SET score = '100'").run()).rejects.toThrow(/append_only/);
  });

  it("DG-030 while no rate is set nothing is computed; then the amount is the rule's, to the fen", async () => {
    expect(first(await rewards("manager", "1.00"))).toMatchObject({ code: "reward_rate_missing" });
    await sets("reward.rate", "reward.byLeverage", "reward.byScore");
    const [seen] = must(await dongguan.as("office", "GET", "/evaluations")).body.evaluations;
    // five thousandths of what was guaranteed in batches, four fifths of it for its leverage
    expect(seen).toMatchObject({ volume: "100000000.00", reward: { amount: "400000.00" }, obstacles: [] });
    for (const amount of ["399999.99", "400000.01"])
      expect(first(await rewards("manager", amount))).toMatchObject({ code: "amount_mismatch", figures: { expected: "400000.00" }, field: "amount" });
    expect(first(await rewards("manager", "400000.00", { of: id("bank") }))).toMatchObject({ code: "partner_type" });
    expect(first(await rewards("manager", "400000.00", { year: YEAR + 1 }))).toMatchObject({ code: "field_invalid", field: "year" });
    expect((await rewards("guarantor", "400000.00")).body.code).toBe("role_forbidden");
  });

  it("DG-010 DG-030 it is paid out of the budget by two persons, once; the books stand", async () => {
    const { id: voucher } = must(await rewards("manager", "400000.00")).body;
    const { id: again } = must(await rewards("office", "400000.00")).body;
    expect((await check("manager", voucher)).body.code).toBe("same_person");
    must(await check("manager2", voucher));
    expect((await check("second", again)).body.code).toBe("paid_twice");
    expect((await rewards("office", "400000.00")).body.code).toBe("paid_twice");
    expect([await dongguan.balance("budget"), await dongguan.balance("rewards", id("guarantor"))]).toEqual([4_960_000_000, 40_000_000]);
    const [seen] = must(await dongguan.as("office", "GET", "/evaluations")).body.evaluations;
    expect(seen.paid).toBe("400000.00");
    expect((await recountBooks(env.DB, dongguan.scheme, TODAY)).findings).toEqual([]);
  });

  it("DG-009 it counts against the year's budget like every payment", async () => {
    expect((must(await dongguan.as("office", "GET", "/fund")).body.limits as unknown[])[0]).toMatchObject({ id: "annual_budget", used: "400000.00" });
    const spent = await env.DB.prepare("SELECT amount FROM fund_spent WHERE scheme_id = 'dongguan'").first<number>("amount");
    expect(spent).toBe(40_000_000);
  });

  it("DG-010 no approval without a case is anything but a reward, by SQL itself", async () => {
    const insert =
      "INSERT INTO payable (scheme_id, id, reason, of_id, case_id, payee_org, amount, approved_on) VALUES ('dongguan', ?, ?, 'x', ?, 'x', 1, '2026-01-01')";
    await expect(env.DB.prepare(insert).bind("p1", "compensation", "").run()).rejects.toThrow(/case_required/);
    await expect(env.DB.prepare(insert).bind("p2", "reward", "some-case").run()).rejects.toThrow(/case_required/);
  });
});
