import { beforeAll, describe, expect, it } from "vitest";
import { entriesFor } from "../../shared/fund/entries";
import { post } from "../../shared/fund/posting";
import { shanghaiDay } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { recountBooks } from "../fund/recount";
import { taken } from "../fund/testing-books";
import { District, type Failed, failed } from "../payment/testing-file";
import { must } from "../story";
import { env } from "../testing";

const TODAY = shanghaiDay(Date.now());

async function deposited(district: District, amount: number): Promise<void> {
  const { chart } = district.scheme.fund;
  const persons = { madeBy: "a", checkedBy: "b" };
  await district.books(({ view }) =>
    taken(
      post(chart, view, { id: `${district.schemeId}-d`, reason: "deposit", on: TODAY, entries: entriesFor(chart, "deposit", fen(amount)), persons }),
    ),
  );
}

/** A loss that the fund has paid. */
async function paid(district: District, loss: Failed, [maker, checker, payer]: readonly [string, string, string]) {
  const one = await failed(district, loss);
  const { no } = must(await district.as(maker, "POST", `/payables/${one.claimId}/instruction`, {})).body;
  must(await district.as(checker, "POST", `/instructions/${no}/countersign`, {}));
  must(await district.as(payer, "POST", `/instructions/${no}/paid`, {}));
  return one;
}

const money = (receiptNo: string, amount: string, more: object = {}) => ({ receiptNo, receivedOn: TODAY, amount, costs: "0.00", ...more });
const cost = (kind: string, amount: string) => ({ kind, amount, voucherNo: `发票-${kind}` });
const recovery = (district: District, as: string, caseId: string, path: string, body: object) =>
  district.as(as, "POST", `/cases/${caseId}/recovery${path}`, body);
const seen = async (district: District, as: string, caseId: string) => must(await district.as(as, "GET", `/cases/${caseId}`)).body.file.recovery;
const sound = async (district: District) => expect((await recountBooks(env.DB, district.scheme, TODAY)).findings).toEqual([]);

/** What one side declares as sent and the other sees on its account. */
async function returned(district: District, caseId: string, receiptNo: string, amount: string, [payee, desk]: readonly [string, string]) {
  must(await recovery(district, payee, caseId, "/returns", { receiptNo, amount, on: TODAY, voucherNo: `回单-${receiptNo}` }));
  must(await recovery(district, desk, caseId, "/returns/receive", { receiptNo }));
}

describe("包头 takes back", () => {
  let baotou: District;
  const TURN = ["bank", "bank2", "manager"] as const;
  const LOSS: Failed = { lender: "bank", partner: "guarantor", mode: "helped", principal: 100_000_001 };

  beforeAll(async () => {
    baotou = await District.of("baotou", {
      office: "13800000404",
      office2: "13800000405",
      manager: "13800000409",
      bank: "13800000411",
      bank2: "13800000416",
      guarantor: "13800000413",
      government: "13800000408",
    });
    await deposited(baotou, 500_000_000);
  });

  it("BT-052 BT-030 what came back, net of four kinds of cost with vouchers, is told to every party, and inside the pool to region, city and areas", async () => {
    const { caseId, claimId } = await paid(baotou, LOSS, TURN);
    const strange = await recovery(
      baotou,
      "bank",
      caseId,
      "/receipts",
      money("1", "1000.00", { costs: "10.00", costItems: [cost("dinner", "10.00")] }),
    );
    expect(strange.body.refusals).toMatchObject([{ code: "cost_type", article: "第三十四条" }]);
    const bare = await recovery(baotou, "bank", caseId, "/receipts", money("1", "1000.00", { costs: "10.00" }));
    expect(bare.body.code).toBe("costs_without_voucher");
    const wrong = await recovery(
      baotou,
      "bank",
      caseId,
      "/receipts",
      money("1", "1000.00", { costs: "10.00", costItems: [cost("litigation", "9.99")] }),
    );
    expect(wrong.body.code).toBe("amount_mismatch");
    const costItems = [cost("litigation", "6000.00"), cost("appraisal", "4000.00")];
    const body = money("1", "200000.01", { costs: "10000.00", costItems });
    expect(must(await recovery(baotou, "bank", caseId, "/receipts", body)).body.due).toBe("76000.01");
    const [receipt] = (await seen(baotou, "bank", caseId)).receipts;
    expect(receipt).toMatchObject({ costs: "10000.00", costItems, due: "76000.01" });
    expect(receipt.parts.map(({ party, amount }: { party: string; amount: string }) => [party, amount])).toEqual([
      ["pool", "76000.01"],
      ["bank", "38000.00"],
      ["guarantor", "76000.00"],
    ]);
    expect(receipt.parts[0].inner.map(({ amount }: { amount: string }) => amount)).toEqual(["22800.00", "22800.00", "30400.01"]);
    expect((await recovery(baotou, "office", caseId, "/returns/receive", { receiptNo: "1" })).body.code).toBe("role_forbidden");
    const before = await baotou.balance("pool");
    await returned(baotou, caseId, "1", "76000.01", ["bank", "manager"]);
    expect([(await baotou.balance("pool")) - before, await baotou.balance("compensation", claimId)]).toEqual([7_600_001, 32_400_000]);
    await sound(baotou);
  });

  it("BT-052 costs that the money could not bear come off the next; BT-059 without a rule nothing is a proof and nothing is written off", async () => {
    const { caseId } = await paid(baotou, LOSS, TURN);
    const costs = { costs: "3000.00", costItems: [cost("enforcement", "3000.00")] };
    expect(must(await recovery(baotou, "bank", caseId, "/receipts", money("1", "1000.00", costs))).body.due).toBe("0.00");
    expect(must(await recovery(baotou, "bank", caseId, "/receipts", money("2", "12000.00"))).body.due).toBe("4000.00");
    must(await recovery(baotou, "bank", caseId, "/legal", { on: TODAY, court: "青山区人民法院", caseNo: "民初1号" }));
    const ended = await recovery(baotou, "bank", caseId, "/legal/end", { on: TODAY, proof: "enforcement_ended", documentNo: "执1号" });
    expect(ended.body.code).toBe("writeoff_not_final");
    // what nothing can prove is not asked for
    expect(must(await baotou.as("bank", "GET", `/cases/${caseId}`)).body.actions).not.toContain("endLegal");
  });

  it("BT-059 a city that says by its own paper what proves a loss writes it off; what comes back later is still the pool's", async () => {
    const { caseId, claimId } = await paid(baotou, LOSS, TURN);
    const proposal = { key: "writeoff.proofs", value: ["终结执行的裁定"], from: TODAY, reason: "补充核销的依据", documentNo: "包财金〔2026〕9号" };
    const { id } = must(await baotou.as("office", "POST", "/amendments", proposal)).body;
    must(await baotou.as("office2", "POST", `/amendments/${id}/approve`, {}));
    must(await recovery(baotou, "bank", caseId, "/legal", { on: TODAY, court: "青山区人民法院", caseNo: "民初2号" }));
    expect(must(await baotou.as("bank", "GET", `/cases/${caseId}`)).body.actions).toContain("endLegal");
    must(await recovery(baotou, "bank", caseId, "/legal/end", { on: TODAY, proof: "终结执行的裁定", documentNo: "执2号" }));
    expect((await recovery(baotou, "bank", caseId, "/loss", { amount: "400000.00" })).body.code).toBe("amount_mismatch");
    must(await recovery(baotou, "bank", caseId, "/loss", { amount: "400000.01" }));
    expect((await recovery(baotou, "office", caseId, "/loss/approve", {})).body.code).toBe("role_forbidden");
    expect(must(await recovery(baotou, "government", caseId, "/loss/approve", {})).body.writtenOff).toBe("400000.01");
    expect([await baotou.balance("compensation", claimId), await baotou.balance("written_off", claimId)]).toEqual([0, 40_000_001]);
    must(await recovery(baotou, "bank", caseId, "/receipts", money("9", "1000.00")));
    await returned(baotou, caseId, "9", "400.00", ["bank", "manager"]);
    expect(await baotou.balance("written_off", claimId)).toBe(39_960_001);
    await sound(baotou);
  });
});

describe("克州 takes back", () => {
  let kezhou: District;
  beforeAll(async () => {
    kezhou = await District.of("kezhou", {
      office: "13800000204",
      manager: "13800000207",
      manager2: "13800000208",
      bank: "13800000211",
      guarantor: "13800000213",
      accountBank: "13800000214",
    });
    await deposited(kezhou, 60_000_000);
  });

  it("KZ-056 the net goes to fund, guarantor and bank by what each bore; KZ-057 no loss is confirmed within a year of the payment", async () => {
    const turn = ["manager", "manager2", "accountBank"] as const;
    const { caseId, claimId } = await paid(kezhou, { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 100_000_000 }, turn);
    const parts = async () => (await seen(kezhou, "bank", caseId)).receipts.at(-1).parts.map(({ amount }: { amount: string }) => amount);
    must(await recovery(kezhou, "bank", caseId, "/receipts", money("1", "1000.01")));
    expect(await parts()).toEqual(["500.01", "300.00", "200.00"]);
    await returned(kezhou, caseId, "1", "500.01", ["bank", "office"]);
    expect(await kezhou.balance("compensation", claimId)).toBe(49_949_999);
    must(await recovery(kezhou, "bank", caseId, "/legal", { on: TODAY, court: "阿图什市人民法院", caseNo: "民初1号" }));
    must(await recovery(kezhou, "bank", caseId, "/legal/end", { on: TODAY, proof: "judgment", documentNo: "判1号" }));
    const early = await recovery(kezhou, "bank", caseId, "/loss", { amount: "499499.99" });
    expect(early.body.refusals).toMatchObject([{ code: "writeoff_early", article: "第十八条" }]);
    await sound(kezhou);
  });

  it("KZ-056 KZ-051 where the fund could not pay its whole part, it has back by what it really bore", async () => {
    const turn = ["manager", "manager2", "accountBank"] as const;
    // 100,500.01 are left of the fund's part of 500,000.00
    const { caseId } = await paid(kezhou, { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 100_000_000 }, turn);
    const { due } = must(await recovery(kezhou, "bank", caseId, "/receipts", money("1", "100000.00"))).body;
    expect(due).toBe("10050.00");
    await sound(kezhou);
  });
});

describe("新乡 takes back", () => {
  let xinxiang: District;
  const TURN = ["finance", "finance2", "accountBank"] as const;
  beforeAll(async () => {
    xinxiang = await District.of("xinxiang", {
      finance: "13800000107",
      finance2: "13800000108",
      office: "13800000104",
      bank: "13800000109",
      accountBank: "13800000112",
    });
    await deposited(xinxiang, 500_000_000);
  });

  it("XX-046 XX-047 XX-048 net of costs, by the ratio, within ten working days to the treasury, which gives no new room", async () => {
    const { caseId, claimId } = await paid(xinxiang, { lender: "bank", mode: "credit", principal: 100_000_000, ratio: "0.30" }, TURN);
    const budget = await xinxiang.balance("budget");
    const spent = () => env.DB.prepare("SELECT SUM(amount) AS n FROM fund_spent WHERE scheme_id = 'xinxiang'").first<number>("n");
    const before = await spent();
    const body = money("1", "101000.00", { costs: "1000.00", costItems: [cost("litigation", "1000.00")], source: "transfer" });
    const told = must(await recovery(xinxiang, "bank", caseId, "/receipts", body)).body;
    expect(told.due).toBe("30000.00");
    expect(told.dueOn > TODAY).toBe(true);
    expect((await recovery(xinxiang, "bank", caseId, "/receipts", money("2", "1.00", { source: "lottery" }))).body.refusals).toMatchObject([
      { code: "field_invalid", field: "source" },
    ]);
    await returned(xinxiang, caseId, "1", "30000.00", ["bank", "office"]);
    expect([await xinxiang.balance("treasury"), await xinxiang.balance("budget"), await xinxiang.balance("compensation", claimId)]).toEqual([
      3_000_000,
      budget,
      27_000_000,
    ]);
    expect(await spent()).toBe(before);
    await sound(xinxiang);
  });

  it("XX-050 what the law leaves is written off by a paper of the rule and the office's approval; later money still goes to the treasury", async () => {
    const { caseId, claimId } = await paid(xinxiang, { lender: "bank", mode: "credit", principal: 100_000_000, ratio: "0.30" }, TURN);
    must(await recovery(xinxiang, "bank", caseId, "/legal", { on: TODAY, court: "牧野区人民法院", caseNo: "民初1号" }));
    must(await recovery(xinxiang, "bank", caseId, "/legal/end", { on: TODAY, proof: "write_off_approval", documentNo: "核1号" }));
    must(await recovery(xinxiang, "bank", caseId, "/loss", { amount: "300000.00" }));
    expect((await recovery(xinxiang, "finance", caseId, "/loss/approve", {})).body.code).toBe("role_forbidden");
    expect(must(await recovery(xinxiang, "office", caseId, "/loss/approve", {})).body.writtenOff).toBe("300000.00");
    expect([await xinxiang.balance("written_off", claimId), await xinxiang.balance("compensation", claimId)]).toEqual([30_000_000, 0]);
    must(await recovery(xinxiang, "bank", caseId, "/receipts", money("late", "100.00")));
    await returned(xinxiang, caseId, "late", "30.00", ["bank", "office"]);
    expect(await xinxiang.balance("written_off", claimId)).toBe(29_997_000);
    await sound(xinxiang);
  });
});

describe("东莞 takes back", () => {
  let dongguan: District;
  const TURN = ["manager", "manager2", "accountBank"] as const;
  const SUMS = {
    enterprisePaid: fen(0),
    enterprisePaidYear: fen(0),
    enterprisePaidBank: fen(0),
    bankPaidYear: fen(0),
    bankYearPrincipal: fen(10_000_000_000),
  };
  const TIERS = [
    { party: "national", share: "0.2" },
    { party: "provincial", share: "0.1" },
    { party: "guarantor", share: "0.5" },
    { party: "bank", share: "0.2" },
  ] as const;
  const spent = () => env.DB.prepare("SELECT SUM(amount) AS n FROM fund_spent WHERE scheme_id = 'dongguan'").first<number>("n");

  beforeAll(async () => {
    dongguan = await District.of("dongguan", {
      manager: "13800000308",
      manager2: "13800000309",
      office: "13800000304",
      finance: "13800000306",
      bank: "13800000311",
      guarantor: "13800000313",
      accountBank: "13800000314",
    });
    await deposited(dongguan, 1_000_000_000);
    // what the bank lent in the year makes the room of its claims
    await failed(dongguan, { lender: "bank", mode: "bank", principal: 10_000_000_000, step: "trustee_review" });
  });

  it("DG-018 the bank gives back by what the fund bore of the loss, net of costs, to the treasury; no new room comes of it", async () => {
    const { caseId, claimId } = await paid(dongguan, { lender: "bank", mode: "bank", principal: 100_000_000, ratio: "0.80", sums: SUMS }, TURN);
    const before = [await dongguan.balance("budget"), await spent()];
    expect(await dongguan.balance("compensation", claimId)).toBe(80_000_000);
    expect((await recovery(dongguan, "guarantor", caseId, "/receipts", money("1", "1.00"))).status).toBe(404);
    const told = must(await recovery(dongguan, "bank", caseId, "/receipts", money("1", "101000.01", { costs: "1000.00" }))).body;
    expect(told.due).toBe("80000.01");
    const [receipt] = (await seen(dongguan, "bank", caseId)).receipts;
    expect(receipt.parts.map(({ party, amount }: { party: string; amount: string }) => [party, amount])).toEqual([
      ["fund", "80000.01"],
      ["others", "20000.00"],
    ]);
    expect((await recovery(dongguan, "manager", caseId, "/returns/receive", { receiptNo: "1" })).body.code).toBe("role_forbidden");
    await returned(dongguan, caseId, "1", "80000.01", ["bank", "office"]);
    expect([await dongguan.balance("treasury"), await dongguan.balance("compensation", claimId)]).toEqual([8_000_001, 71_999_999]);
    expect([await dongguan.balance("budget"), await spent()]).toEqual(before);
    await sound(dongguan);
  });

  it("DG-036 a loss is written off by a paper that the law ended with and by the bureau's approval, and what comes later still goes to the treasury", async () => {
    const { caseId, claimId } = await paid(dongguan, { lender: "bank", mode: "bank", principal: 100_000_000, ratio: "0.80", sums: SUMS }, TURN);
    expect((await recovery(dongguan, "bank", caseId, "/loss", { amount: "800000.00" })).body.refusals).toMatchObject([
      { code: "writeoff_not_final", article: "四（二）" },
    ]);
    // nobody has to come together first where the document knows of no such meeting
    expect(must(await dongguan.as("bank", "GET", `/cases/${caseId}`)).body.actions).toContain("startLegal");
    must(await recovery(dongguan, "bank", caseId, "/legal", { on: TODAY, court: "东莞市第一人民法院", caseNo: "民初1号" }));
    must(await recovery(dongguan, "bank", caseId, "/legal/end", { on: TODAY, proof: "enforcement_ended", documentNo: "执1号" }));
    must(await recovery(dongguan, "bank", caseId, "/loss", { amount: "800000.00" }));
    for (const who of ["finance", "manager"]) expect((await recovery(dongguan, who, caseId, "/loss/approve", {})).body.code).toBe("role_forbidden");
    expect(must(await recovery(dongguan, "office", caseId, "/loss/approve", {})).body.writtenOff).toBe("800000.00");
    expect([await dongguan.balance("written_off", claimId), await dongguan.balance("compensation", claimId)]).toEqual([80_000_000, 0]);
    must(await recovery(dongguan, "bank", caseId, "/receipts", money("late", "1000.00")));
    await returned(dongguan, caseId, "late", "800.00", ["bank", "office"]);
    expect(await dongguan.balance("written_off", claimId)).toBe(79_920_000);
    await sound(dongguan);
  });

  it("DG-018 DG-019 DG-020 the guarantor is paid, no more than a fifth of the whole, and is the one that gives back", async () => {
    const loss: Failed = {
      lender: "bank",
      partner: "guarantor",
      mode: "guaranteed",
      principal: 100_000_003,
      tiers: TIERS,
      filing: { compensated: { principal: fen(50_000_002), on: TODAY, proofNo: "代偿1号" } },
    };
    const { caseId, claimId, amount } = await paid(dongguan, loss, TURN);
    // half of its 500,000.02 would be 250,000.01
    expect(amount).toBe(20_000_000);
    const { claim } = must(await dongguan.as("guarantor", "GET", `/cases/${caseId}`)).body.file;
    expect(claim.payee.name).toBe("东莞金鳌融资担保有限公司");
    expect((await recovery(dongguan, "bank", caseId, "/receipts", money("1", "1.00"))).body.code).toBe("payee_wrong");
    expect(must(await recovery(dongguan, "guarantor", caseId, "/receipts", money("1", "100000.00"))).body.due).toBe("20000.00");
    await returned(dongguan, caseId, "1", "20000.00", ["guarantor", "office"]);
    expect(await dongguan.balance("compensation", claimId)).toBe(18_000_000);
    await sound(dongguan);
  });
});
