/** Paying what was approved, end to end through the API: which money, whose hands, what the records say afterwards, and what each refusal says. */
import { beforeAll, describe, expect, it } from "vitest";
import { shanghaiDay } from "../../shared/local-date";
import { seen } from "../claim/claim-story";
import { compensated } from "../fund/testing-books";
import { type Cast, cast, idOf, must, openedFund } from "../story";
import { call, env } from "../testing";
import { approves, balances, cancels, countersigns, drawsUp, due, instruction, ordered, paid, payable, payables, pays, transfers } from "./pay-story";

let who: Cast;
beforeAll(async () => {
  who = await cast();
  await openedFund(who);
}, 60_000);

const year = shanghaiDay(Date.now()).slice(0, 4);
const waiting = async (token: string, caseId: string): Promise<string[]> => {
  const { cases } = must(await call("GET", "/cases?waiting=1&limit=100", undefined, { token })).body;
  return cases.find((row: { id: string }) => row.id === caseId)?.todo ?? [];
};
const inbox = async (token: string, code: string) =>
  must(await call("GET", "/notices", undefined, { token })).body.notices.filter((one: { code: string }) => one.code === code);
const row = (text: string, ...values: unknown[]) =>
  env.DB.prepare(text)
    .bind(...values)
    .first();

describe("YQ-033 YQ-074 a claim that cash covers", () => {
  let one: Awaited<ReturnType<typeof due>>;
  let no = "";
  beforeAll(async () => {
    one = await due(who, 851, { before: "600000.00" });
  }, 60_000);

  it("2,400,000.00 failed at 50 % waits with its way to the amount and the money that would pay it", async () => {
    const found = await payables(who.office);
    expect(found).toMatchObject({ paused: false, cash: "15000000.00", quota: "15000000.00", next: null });
    expect(found.payables).toHaveLength(1);
    expect(found.payables[0]).toMatchObject({
      id: one.claimId,
      reason: "compensation",
      approved: "1200000.00",
      documentNo: "延政函〔2026〕9号",
      payee: { name: "海坨银行延庆支行" },
      today: { amount: "1200000.00", ratio: "0.50" },
      plan: { path: "DIRECT", account: "1200000.00", quota: "0.00", unfunded: "0.00" },
      obstacles: [],
    });
    expect(found.payables[0].today.derivation.map(({ amount }: { amount: string }) => amount)).toContain("2400000.00");
    expect(await waiting(who.office, one.caseId)).toContain("claim_pay");
    expect(await balances("committed")).toEqual([120_000_000, 0]);
  });

  it("the office draws it up, once, with a number of the year; no money moves", async () => {
    const drawn = must(await drawsUp(who.office, one.claimId));
    expect([drawn.status, drawn.body]).toEqual([
      201,
      { no: `YQF-${year}-0001`, status: "DRAWN_UP", amount: "1200000.00", path: "DIRECT", account: "1200000.00", quota: "0.00", unfunded: "0.00" },
    ]);
    no = drawn.body.no;
    expect(await balances("account")).toEqual([1_500_000_000, 0]);
    const again = await drawsUp(who.office2, one.claimId);
    expect([again.status, again.body.refusals[0]]).toMatchObject([422, { code: "paid_twice", figures: { by: no }, article: "二（二）4" }]);
    expect(await waiting(who.office, one.caseId)).toContain("pay_countersign");
    expect(await payable(who, one.claimId)).toMatchObject({ instruction: { no, status: "DRAWN_UP" }, obstacles: [] });
  });

  it("YQ-030 the account bank sees nothing of it before it is an order", async () => {
    expect(await call("GET", `/instructions/${no}`, undefined, { token: who.accountBank })).toMatchObject({ status: 404 });
    expect(await pays(who.accountBank, no)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(must(await call("GET", "/instructions", undefined, { token: who.accountBank })).body).toEqual({
      instructions: [],
      next: null,
      counts: {},
    });
  });

  it("another person checks it: whoever drew it up is refused, in a second membership too", async () => {
    const own = await countersigns(who.office, no);
    expect([own.status, own.body.refusals[0]]).toMatchObject([422, { code: "same_person", article: "二（二）4" }]);
    const { personId } = await idOf(who.office);
    await env.DB.batch([
      env.DB.prepare(
        "INSERT INTO organisation (id, scheme_id, kind, name, registered_at) VALUES ('office-b', 'yanqing', 'office', '区发改委二科', 1)",
      ),
      env.DB.prepare("INSERT INTO membership (id, person_id, org_id, title, registered_at) VALUES ('m-b', ?, 'office-b', '业务主管', 1)").bind(
        personId,
      ),
    ]);
    const other = await call("POST", `/instructions/${no}/countersign`, {}, { token: who.office, actingAs: "m-b" });
    await env.DB.batch([env.DB.prepare("DELETE FROM membership WHERE id = 'm-b'"), env.DB.prepare("DELETE FROM organisation WHERE id = 'office-b'")]);
    expect([other.status, other.body.code]).toEqual([422, "same_person"]);
    const { actions } = await instruction(who.office, no);
    expect(actions).toEqual(["cancelInstruction"]);
    expect((await instruction(who.office2, no)).actions).toEqual(["countersignInstruction", "cancelInstruction"]);
    expect(must(await countersigns(who.office2, no)).body).toEqual({ no, status: "INSTRUCTED", amount: "1200000.00" });
    expect(await balances("account")).toEqual([1_500_000_000, 120_000_000]);
    expect(await countersigns(who.office2, no)).toMatchObject({ status: 422, body: { code: "quota_state" } });
  });

  it("YQ-030 the bank sees the order, prints it and confirms; it creates and changes nothing", async () => {
    const seenByBank = await instruction(who.accountBank, no);
    expect(seenByBank).toMatchObject({
      no,
      status: "INSTRUCTED",
      payee: { name: "海坨银行延庆支行" },
      amount: "1200000.00",
      consentNo: "延政函〔2026〕9号",
      madeBy: "赵允",
      checkedBy: "杨帆",
      article: "二（二）4",
      actions: ["confirmPaid"],
    });
    expect(seenByBank.until > seenByBank.on).toBe(true);
    expect(seenByBank.history.map(({ status, by, org }: Record<string, string>) => [status, by, org])).toEqual([
      ["DRAWN_UP", "赵允", "区发展和改革委员会"],
      ["INSTRUCTED", "杨帆", "区发展和改革委员会"],
    ]);
    expect((await inbox(who.accountBank, "instruction_ready"))[0]).toMatchObject({ caseId: null, figures: { no, amount: "1200000.00" } });
    for (const answer of [
      await drawsUp(who.accountBank, one.claimId),
      await countersigns(who.accountBank, no),
      await cancels(who.accountBank, no, { why: "x" }),
      await call("GET", "/payables", undefined, { token: who.accountBank }),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: "role_forbidden" } });
    expect(await call("GET", `/cases/${one.caseId}`, undefined, { token: who.accountBank })).toMatchObject({ status: 404 });
    for (const token of [who.office2, who.finance, who.bankA]) expect(await pays(token, no)).toMatchObject({ status: 403 });
  });

  it("YQ-048 paid: the claim, the ledger, the loan's commitment and the lists say the same", async () => {
    expect(must(await pays(who.accountBank, no)).body).toEqual({ no, status: "PAID", amount: "1200000.00" });
    expect(await balances("account")).toEqual([1_380_000_000, 0]);
    expect(await balances("compensation", one.claimId)).toEqual([120_000_000, 0]);
    expect(await balances("committed")).toEqual([0, 0]);
    const { file } = await seen(who.bankA, one.caseId);
    expect(file).toMatchObject({ stage: "recovery", claim: { step: "paid", paid: { instructionNo: no, amount: "1200000.00", unfunded: "0.00" } } });
    expect(await row("SELECT paid, claim_step, stage FROM loan_file WHERE case_id = ?", one.caseId)).toEqual({
      paid: 120_000_000,
      claim_step: "paid",
      stage: "recovery",
    });
    expect(await row("SELECT settled_by, drawn, paid_seq > 0 AS paid FROM payable WHERE id = ?", one.claimId)).toEqual({
      settled_by: `${no}-pay`,
      drawn: 0,
      paid: 1,
    });
    expect((await payables(who.office)).payables).toEqual([]);
    expect(await waiting(who.office, one.caseId)).toEqual(["coordinate"]);
    const list = must(await call("GET", "/instructions?status=PAID", undefined, { token: who.accountBank })).body;
    expect(list).toMatchObject({ instructions: [{ no, status: "PAID", amount: "1200000.00", path: "DIRECT" }], counts: { PAID: 1 } });
  });

  it("YQ-074 it is paid once: no second instruction, no second confirmation, nothing to take back", async () => {
    expect(await drawsUp(who.office, one.claimId)).toMatchObject({ status: 422, body: { code: "paid_twice" } });
    expect(await pays(who.accountBank, no)).toMatchObject({ status: 422, body: { code: "quota_state" } });
    expect(await cancels(who.office, no, { why: "重复" })).toMatchObject({ status: 422, body: { code: "quota_state" } });
    expect((await instruction(who.finance, no)).actions).toEqual([]);
  });
});

describe("YQ-034 YQ-099 a claim that cash does not cover", () => {
  let one: Awaited<ReturnType<typeof due>>;
  let no = "";
  beforeAll(async () => {
    // leaves 300,000.00 in the account
    await compensated("earlier", "earlier-case", 1_350_000_000, shanghaiDay(Date.now()));
    one = await due(who, 852);
  }, 60_000);

  it("takes what is there and applies for the rest", async () => {
    expect(await payable(who, one.claimId)).toMatchObject({ plan: { path: "QUOTA", account: "300000.00", quota: "1200000.00", unfunded: "0.00" } });
    const drawn = must(await drawsUp(who.office2, one.claimId)).body;
    no = drawn.no;
    expect(drawn).toMatchObject({ no: `YQF-${year}-0002`, path: "QUOTA", account: "300000.00", quota: "1200000.00" });
    expect(must(await countersigns(who.office, no)).body.status).toBe("APPLIED");
    expect([await balances("account"), await balances("quota")]).toEqual([
      [30_000_000, 30_000_000],
      [1_500_000_000, 120_000_000],
    ]);
    expect(await waiting(who.finance, one.caseId)).toContain("draw_approve");
    expect(await inbox(who.finance, "draw_applied")).toHaveLength(1);
  });

  it("a step skipped or taken by the wrong hand is refused", async () => {
    expect(await transfers(who.finance, no)).toMatchObject({
      status: 422,
      body: { code: "quota_state", refusals: [{ figures: { status: "APPLIED" } }] },
    });
    expect(await pays(who.accountBank, no)).toMatchObject({ status: 404 });
    for (const token of [who.office, who.office2, who.government]) expect(await approves(token, no)).toMatchObject({ status: 403 });
  });

  it("finance agrees, its money arrives, and the bank pays the whole", async () => {
    expect(must(await approves(who.finance, no)).body.status).toBe("FIN_APPROVED");
    expect(await waiting(who.finance, one.caseId)).toContain("draw_transfer");
    expect((await instruction(who.finance, no)).actions).toEqual(["recordDraw", "cancelInstruction"]);
    expect(must(await transfers(who.finance, no)).body.status).toBe("TRANSFERRED");
    expect([await balances("account"), await balances("quota")]).toEqual([
      [150_000_000, 150_000_000],
      [1_380_000_000, 0],
    ]);
    expect(must(await pays(who.accountBank, no)).body).toEqual({ no, status: "PAID", amount: "1500000.00" });
    expect([await balances("account"), await balances("compensation", one.claimId)]).toEqual([
      [0, 0],
      [150_000_000, 0],
    ]);
    expect(await row("SELECT drawn FROM payable WHERE id = ?", one.claimId)).toEqual({ drawn: 120_000_000 });
    const { history } = await instruction(who.office, no);
    expect(history.map(({ status, by }: Record<string, string>) => `${status} ${by}`)).toEqual([
      "DRAWN_UP 杨帆",
      "APPLIED 赵允",
      "FIN_APPROVED 孙简",
      "TRANSFERRED 孙简",
      "PAID 蒋文",
    ]);
  });

  it("finance may decline with a reason: what was set aside is free, and the office draws up again", async () => {
    const two = await due(who, 853);
    const first = await ordered(who, two.claimId);
    expect(await cancels(who.finance, first, { why: "  " })).toMatchObject({ status: 400, body: { refusals: [{ field: "why" }] } });
    must(await cancels(who.finance, first, { why: "额度计划未到" }));
    expect([await balances("account"), await balances("quota")]).toEqual([
      [0, 0],
      [1_380_000_000, 0],
    ]);
    expect(await instruction(who.office, first)).toMatchObject({
      status: "CANCELLED",
      actions: [],
      history: [{}, {}, { by: "孙简", why: "额度计划未到" }],
    });
    expect(await waiting(who.office, two.caseId)).toContain("claim_pay");
    expect(await waiting(who.finance, two.caseId)).not.toContain("draw_approve");
    expect((await paid(who, two.claimId)).body).toMatchObject({ no: `YQF-${year}-0004`, status: "PAID", amount: "1500000.00" });
  });
});

describe("YQ-049 YQ-050 a guarantee", () => {
  it("is paid to the guarantor, and the agreed split with the lender is recorded with the payment", async () => {
    const one = await due(who, 854, { guarantor: true, payee: who.guarantor });
    expect(await payable(who, one.claimId)).toMatchObject({ payee: { name: "永宁融资担保有限公司" }, shares: ["80", "20"] });
    const { no } = (await paid(who, one.claimId)).body;
    const parts = [
      { org: "永宁融资担保有限公司", amount: "1200000.00" },
      { org: "海坨银行延庆支行", amount: "300000.00" },
    ];
    expect(await instruction(who.accountBank, no)).toMatchObject({ payee: { name: "永宁融资担保有限公司" }, amount: "1500000.00", parts });
    expect((await seen(who.guarantor, one.caseId)).file.claim.paid).toMatchObject({ amount: "1500000.00", parts });
    const event = (await row("SELECT data FROM case_event WHERE case_id = ? AND type = 'claim_paid'", one.caseId)) as { data: string };
    expect(JSON.parse(event.data)).toMatchObject({
      instructionNo: no,
      ratio: "0.50",
      amount: 150_000_000,
      unfunded: 0,
      parts: [120_000_000, 30_000_000],
    });
  });

  it("YQ-051 behind a local lender: refused while its licence is not on file, paid by the same split once it is", async () => {
    const local = { ...who, bankA: who.lender };
    await expect(due(local, 855, { guarantor: true, payee: who.guarantor })).rejects.toThrow("lender_unlicensed");
    await env.DB.prepare("UPDATE agreement SET licence_type = '小额贷款', licence_until = '2099-12-31' WHERE org_id = ?")
      .bind((await idOf(who.lender)).orgId)
      .run();
    const one = await due(local, 856, { guarantor: true, payee: who.guarantor });
    const { no } = (await paid(who, one.claimId)).body;
    expect(await instruction(who.office, no)).toMatchObject({
      payee: { name: "永宁融资担保有限公司" },
      parts: [
        { org: "永宁融资担保有限公司", amount: "1200000.00" },
        { org: "百里画廊小额贷款有限公司", amount: "300000.00" },
      ],
    });
  });
});
