/** What would have been otherwise under the other four documents: sums across loans, money shared among all who bore a loss, bands, pauses; what each article brought about; and that what was paid stays. Each figure is worked out by hand. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addDays, shanghaiDay } from "../../shared/local-date";
import { fen } from "../../shared/money";
import type { Typed } from "../../shared/rule/typed-value";
import { District, type Failed, failed } from "../payment/testing-file";
import { must } from "../story";
import { came, deposited, found, paidUnder, payments, pays, preview, turnedAway, yearOf } from "./preview-story";

// late in a year, so that loans and claims of these cases are of the same one
const NOW = Date.UTC(2026, 10, 25, 4);
const TODAY = shanghaiDay(NOW);
beforeAll(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
});

/** After another value was agreed to and half a year has gone by, every payment is computed again to the fen, by the worker's own records. */
async function stays(district: District, key: string, value: Typed, paid: readonly number[]): Promise<void> {
  const amounts = async (side: "kept" | "again") => (await payments(district)).map((one) => one[side] ?? -1).sort((a, b) => a - b);
  expect([await amounts("kept"), await amounts("again")]).toEqual([paid, paid]);
  const body = { key, value, from: addDays(TODAY, 1), reason: "区里研究确定", documentNo: "文〔2026〕1号" };
  const { id } = must(await district.as("office", "POST", "/amendments", body)).body;
  must(await district.as("office2", "POST", `/amendments/${id}/approve`, {}));
  vi.setSystemTime(NOW + 180 * 86_400_000);
  expect([await amounts("kept"), await amounts("again")]).toEqual([paid, paid]);
  vi.setSystemTime(NOW);
}

describe("东莞", () => {
  const TURN = ["manager", "manager2", "accountBank"] as const;
  /** Ample: consent leaves the limits to the day of payment. */
  const SUMS = {
    enterprisePaid: fen(0),
    enterprisePaidYear: fen(0),
    enterprisePaidBank: fen(0),
    bankPaidYear: fen(0),
    bankYearPrincipal: fen(10_000_000_000),
  };
  const LOSS: Failed = { lender: "bank", mode: "bank", principal: 100_000_000, ratio: "0.80", sums: SUMS };
  let dongguan: District;
  let [first, second, backed] = ["", "", ""];

  beforeAll(async () => {
    dongguan = await District.of("dongguan", {
      manager: "13800000308",
      manager2: "13800000309",
      office: "13800000304",
      office2: "13800000305",
      bank: "13800000311",
      guarantor: "13800000313",
      accountBank: "13800000314",
    });
    await deposited(dongguan, 1_000_000_000);
    // with the two below the bank lends 27,000,000.00 in the year, so that 540,000.00 may be paid on them
    await failed(dongguan, { lender: "bank", mode: "bank", principal: 2_500_000_000, step: "withdrawn" });
    const one = await failed(dongguan, LOSS);
    second = (await failed(dongguan, LOSS)).caseId;
    first = one.caseId;
    await pays(dongguan, one.claimId, TURN);
    expect(await came(dongguan, "bank", first, "100000.00")).toBe("54000.00");
    const guaranteed = await failed(dongguan, {
      lender: "bank",
      partner: "guarantor",
      mode: "guaranteed",
      principal: 100_000_003,
      tiers: [
        { party: "national", share: "0.2" },
        { party: "provincial", share: "0.1" },
        { party: "guarantor", share: "0.5" },
        { party: "bank", share: "0.2" },
      ],
      filing: { compensated: { principal: fen(50_000_002), on: TODAY, proofNo: "代偿1号" } },
    });
    backed = guaranteed.caseId;
    await pays(dongguan, guaranteed.claimId, TURN);
    expect(await came(dongguan, "guarantor", backed, "100000.00")).toBe("20000.00");
  }, 120_000);

  it("DG-027 DG-018 the year's room is used up in the order of payment, and what comes back goes by what the fund would have borne", async () => {
    const otherwise = await preview(dongguan, "bank.annualCap.ratio", "0.03");
    // 3 % of 27,000,000.00 are 810,000.00: eight tenths of the first loss, and 10,000.00 for the second
    expect(found(otherwise)).toEqual({
      [first]: [
        ["amount", "540000.00", "800000.00"],
        ["return", "54000.00", "80000.00"],
      ],
      [second]: [["amount", "0.00", "10000.00"]],
    });
    expect(otherwise).toMatchObject({
      amounts: { before: "540000.00", after: "810000.00", change: { is: "more", amount: "270000.00" } },
      returns: { before: "54000.00", after: "80000.00", change: { is: "more", amount: "26000.00" } },
      uncounted: 0,
      unknown: [],
    });
  });

  it("DG-023 a lower limit of one firm binds each of two firms, and leaves room to the second", async () => {
    const otherwise = await preview(dongguan, "bank.enterpriseCap", "300000.00");
    expect(found(otherwise)).toEqual({
      [first]: [
        ["amount", "540000.00", "300000.00"],
        ["return", "54000.00", "30000.00"],
      ],
      [second]: [["amount", "0.00", "240000.00"]],
    });
    // what one gets more, the other gets less: 540,000.00 remain the year's
    expect(otherwise.amounts).toEqual({ before: "540000.00", after: "540000.00", change: null });
  });

  it("DG-019 DG-018 the guarantor's fifth of the whole loss, and what it gives back", async () => {
    const otherwise = await preview(dongguan, "guarantee.capOfTotalLoss", "0.30");
    // half of its 500,000.02 binds before three tenths of 1,000,000.03; of what came back 250,001 in 1,000,000.03 parts
    expect(found(otherwise)).toEqual({
      [backed]: [
        ["amount", "200000.00", "250000.01"],
        ["return", "20000.00", "25000.00"],
      ],
    });
  });

  it("DG-001 the year: 540,000.00 and 200,000.00 were paid, and a return by the wrong one was turned away once, however often it was tried", async () => {
    const wrong = () =>
      dongguan.as("bank", "POST", `/cases/${backed}/recovery/receipts`, { receiptNo: "9", receivedOn: TODAY, amount: "1.00", costs: "0.00" });
    for (let times = 0; times < 2; times++) expect((await wrong()).body.code).toBe("payee_wrong");
    const year = await yearOf(dongguan);
    expect([paidUnder(year), turnedAway(year)]).toEqual([["DG-010 2 740000.00"], ["DG-018 1"]]);
    await stays(dongguan, "bank.annualCap.ratio", "0.03", [20_000_000, 54_000_000]);
  });
});

describe("克州", () => {
  it("KZ-050 KZ-056 other shares of a loss change what the fund pays and its part of what comes back, net of costs", async () => {
    const kezhou = await District.of("kezhou", {
      office: "13800000204",
      office2: "13800000205",
      manager: "13800000207",
      manager2: "13800000208",
      bank: "13800000211",
      guarantor: "13800000213",
      accountBank: "13800000214",
    });
    await deposited(kezhou, 500_000_000);
    const one = await failed(kezhou, { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 20_000_000 });
    await pays(kezhou, one.claimId, ["manager", "manager2", "accountBank"]);
    expect(await came(kezhou, "bank", one.caseId, "10001.00", "1.00")).toBe("5000.00");
    const otherwise = await preview(kezhou, "share", [
      { party: "fund", share: "0.40" },
      { party: "guarantor", share: "0.40" },
      { party: "bank", share: "0.20" },
    ]);
    expect(found(otherwise)).toEqual({
      [one.caseId]: [
        ["amount", "100000.00", "80000.00"],
        ["return", "5000.00", "4000.00"],
      ],
    });
    expect(otherwise.uncounted).toBe(0);
    const wrong = { receiptNo: "9", receivedOn: TODAY, amount: "1.00", costs: "0.00" };
    for (let times = 0; times < 2; times++)
      expect((await kezhou.as("guarantor", "POST", `/cases/${one.caseId}/recovery/receipts`, wrong)).body.code).toBe("payee_wrong");
    const year = await yearOf(kezhou);
    expect([paidUnder(year), turnedAway(year)]).toEqual([
      ["KZ-008 1 100000.00", "KZ-053 1 100000.00"],
      ["KZ-056 1", "KZ-078 1"],
    ]);
    await stays(
      kezhou,
      "share",
      [
        { party: "fund", share: "0.40" },
        { party: "guarantor", share: "0.40" },
        { party: "bank", share: "0.20" },
      ],
      [10_000_000],
    );
  }, 60_000);
});

describe("包头", () => {
  let baotou: District;
  let paid = "";
  beforeAll(async () => {
    baotou = await District.of("baotou", {
      office: "13800000404",
      office2: "13800000405",
      manager: "13800000409",
      bank: "13800000411",
      bank2: "13800000416",
      guarantor: "13800000413",
    });
    await deposited(baotou, 500_000_000);
    const one = await failed(baotou, { lender: "bank", partner: "guarantor", mode: "helped", principal: 100_000_000 });
    paid = one.caseId;
    await pays(baotou, one.claimId, ["bank", "bank2", "manager"]);
    expect(await came(baotou, "bank", paid, "200000.00", "10000.00")).toBe("76000.00");
  }, 60_000);

  it("BT-029 BT-052 other shares change what the pool pays and gets back", async () => {
    const otherwise = await preview(baotou, "share", [
      { party: "pool", share: "0.30" },
      { party: "bank", share: "0.30" },
      { party: "guarantor", share: "0.40" },
    ]);
    // three tenths of 190,000.00 net
    expect(found(otherwise)).toEqual({
      [paid]: [
        ["amount", "400000.00", "300000.00"],
        ["return", "76000.00", "57000.00"],
      ],
    });
  });

  it("BT-055 400,000.00 of 5,000,000.00 would have paused the pool at five parts of a hundred", async () => {
    const { pauses } = await preview(baotou, "pause.ratio", "0.05");
    expect(pauses.before.count).toBe(0);
    expect(pauses.after.first[0]).toEqual({ to: "PAUSED", on: TODAY });
  });

  it("BT-049 the year: 400,000.00 were taken, and a receipt by the wrong one was turned away once; what was paid stays what it was", async () => {
    const wrong = { receiptNo: "9", receivedOn: TODAY, amount: "1.00", costs: "0.00" };
    for (let times = 0; times < 2; times++)
      expect((await baotou.as("guarantor", "POST", `/cases/${paid}/recovery/receipts`, wrong)).body.code).toBe("payee_wrong");
    const year = await yearOf(baotou);
    expect([paidUnder(year), turnedAway(year)]).toEqual([["BT-049 1 400000.00"], ["BT-052 1"]]);
    await stays(
      baotou,
      "share",
      [
        { party: "pool", share: "0.30" },
        { party: "bank", share: "0.30" },
        { party: "guarantor", share: "0.40" },
      ],
      [40_000_000],
    );
  });
});

describe("新乡", () => {
  let xinxiang: District;
  beforeAll(async () => {
    xinxiang = await District.of("xinxiang", {
      office: "13800000104",
      office2: "13800000105",
      finance: "13800000107",
      finance2: "13800000108",
      bank: "13800000109",
      other: "13800000110",
      accountBank: "13800000112",
    });
    await deposited(xinxiang, 1_000_000_000);
  }, 60_000);

  it("XX-041 by parts of the amount instead of the whole; the year's money is told as not counted", async () => {
    const one = await failed(xinxiang, { lender: "bank", mode: "credit", principal: 100_000_100, step: "plan" });
    const otherwise = await preview(xinxiang, "band.method", "marginal");
    // above the line a fifth of all, 200,000.20; by parts three tenths of the first million and a fifth of 1.00
    expect(found(otherwise)).toEqual({ [one.caseId]: [["amount", "200000.20", "300000.20"]] });
    expect(otherwise.beyond).toEqual([]);
    expect((await preview(xinxiang, "fund.annualCap", "5000000.00")).beyond).toContain("limit");
  });

  it("XX-031 the year: 300,000.00 were paid, and a claim without its filings was turned away once", async () => {
    const one = await failed(xinxiang, { lender: "bank", mode: "credit", principal: 100_000_000 });
    await pays(xinxiang, one.claimId, ["finance", "finance2", "accountBank"]);
    const early = await failed(xinxiang, { lender: "bank", mode: "credit", principal: 10_000_000, step: "withdrawn" });
    const claim = { grade: "doubtful", overdueDays: 40, letterNo: "", principal: "100000.00", interest: "0", covered: "0" };
    for (let times = 0; times < 2; times++) expect((await xinxiang.as("bank", "POST", `/cases/${early.caseId}/claim`, claim)).status).toBe(422);
    const year = await yearOf(xinxiang);
    expect([paidUnder(year), turnedAway(year)]).toEqual([
      ["XX-031 1 300000.00", "XX-037 1 300000.00"],
      ["XX-027 1", "XX-028 1"],
    ]);
    await stays(xinxiang, "band.method", "marginal", [30_000_000]);
  });
});
