/** What is paid is what is due on the day: money that comes in between, consent as the most, money that the fund lacks, money set aside too long. */
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { addDays, shanghaiDay } from "../../shared/local-date";
import { yanqing } from "../../shared/schemes/yanqing/scheme";
import { checked, consented, filed, lent, reported, seen, verified } from "../claim/claim-story";
import { compensated } from "../fund/testing-books";
import { type Cast, cast, must, openedFund } from "../story";
import { sweep } from "../sweep";
import { call, env, tokenOf } from "../testing";
import { expireReservations } from "./expire-reservations";
import { balances, cancels, countersigns, drawsUp, due, instruction, ordered, paid, payable, pays, repaid } from "./pay-story";

let who: Cast;
beforeAll(async () => {
  who = await cast();
  await openedFund(who);
}, 60_000);
afterEach(() => vi.useRealTimers());

const inbox = async (token: string, code: string, no: string) =>
  must(await call("GET", "/notices", undefined, { token })).body.notices.filter(
    (one: { code: string; figures: { no: string } }) => one.code === code && one.figures.no === no,
  );
const undoes = (caseId: string, repaymentNo: string) =>
  call("POST", `/cases/${caseId}/loan/repayments/undo`, { repaymentNo, reason: "录错" }, { token: who.bankA });

describe("G-19 money that comes in before the payment", () => {
  it("ends the instruction in the same batch, tells the bank, and the next one pays less", async () => {
    const one = await due(who, 861);
    const no = await ordered(who, one.claimId);
    expect(await balances("account")).toEqual([1_500_000_000, 150_000_000]);
    await repaid(who, one.caseId, "600000.00");
    expect(await instruction(who.office, no)).toMatchObject({
      status: "CANCELLED",
      history: [{}, {}, { status: "CANCELLED", by: "吴越", org: "海坨银行延庆支行" }],
    });
    expect(await balances("account")).toEqual([1_500_000_000, 0]);
    expect(await call("GET", `/instructions/${no}`, undefined, { token: who.accountBank })).toMatchObject({ status: 404 });
    expect(await pays(who.accountBank, no)).toMatchObject({ status: 404 });
    for (const token of [who.accountBank, who.office]) expect(await inbox(token, "instruction_cancelled", no)).toHaveLength(1);
    expect(await payable(who, one.claimId)).toMatchObject({ approved: "1500000.00", today: { amount: "1200000.00" }, obstacles: [] });
    expect((await paid(who, one.claimId)).body.amount).toBe("1200000.00");
    expect((await seen(who.bankA, one.caseId)).file.claim.paid).toMatchObject({ amount: "1200000.00" });
  });

  it("interest alone changes nothing", async () => {
    const one = await due(who, 862);
    const no = await ordered(who, one.claimId);
    const on = shanghaiDay(Date.now());
    must(
      await call(
        "POST",
        `/cases/${one.caseId}/loan/repayments`,
        { repaymentNo: "LX-1", on, principal: "0.00", interest: "88.00" },
        { token: who.bankA },
      ),
    );
    expect(await instruction(who.office, no)).toMatchObject({ status: "INSTRUCTED" });
    must(await cancels(who.office2, no, { why: "试验结束" }));
    expect(await inbox(who.accountBank, "instruction_cancelled", no)).toHaveLength(1);
  });

  it("a repayment taken back ends it too; more than was consented to is never paid", async () => {
    const one = await due(who, 863);
    const before = await balances("account");
    const no = await repaid(who, one.caseId, "500000.00");
    const first = must(await drawsUp(who.office, one.claimId)).body;
    expect(first.amount).toBe("1250000.00");
    must(await undoes(one.caseId, no));
    expect(await instruction(who.office, first.no)).toMatchObject({ status: "CANCELLED" });
    expect(await countersigns(who.office2, first.no)).toMatchObject({ status: 422, body: { code: "quota_state" } });
    expect(await payable(who, one.claimId)).toMatchObject({ today: { amount: "1500000.00" } });
    expect(await balances("account")).toEqual(before);
  });

  it("consent on a smaller loss is the most that is paid when a repayment turns out to be none", async () => {
    const one = await lent(who, 864);
    const claimId = await filed(who.bankA, one.caseId);
    const no = await repaid(who, one.caseId, "200000.00");
    await checked(who, one.caseId);
    must(await verified(who, one.caseId));
    await reported(who, one.caseId);
    await consented(who, one.caseId);
    must(await undoes(one.caseId, no));
    const shown = await payable(who, claimId);
    expect(shown).toMatchObject({ approved: "1400000.00", today: { amount: "1400000.00" }, obstacles: [] });
    expect(shown.today.derivation.slice(-2)).toMatchObject([{ amount: "1500000.00" }, { id: "approved", amount: "1400000.00" }]);
    expect((await paid(who, claimId)).body.amount).toBe("1400000.00");
  });

  it("nothing is left to pay when all was paid back, and the institution takes its claim back", async () => {
    const one = await due(who, 865);
    await repaid(who, one.caseId, "3000000.00");
    expect(await payable(who, one.claimId)).toMatchObject({ today: { amount: "0.00" }, obstacles: [{ code: "amount_mismatch" }] });
    expect(await drawsUp(who.office, one.claimId)).toMatchObject({ status: 422, body: { code: "amount_mismatch" } });
    must(await call("POST", `/cases/${one.caseId}/claim/withdraw`, { reason: "企业已全部还清" }, { token: who.bankA }));
    expect(await payable(who, one.claimId)).toBeUndefined();
    expect(await drawsUp(who.office, one.claimId)).toMatchObject({ status: 409 });
    expect((await seen(who.bankA, one.caseId)).file.stage).toBe("repaid");
  });
});

describe("money set aside", () => {
  it("is free after its last day: the clock ends the instruction, and the office draws up again", async () => {
    const one = await due(who, 866);
    const no = await ordered(who, one.claimId);
    const { until } = await instruction(who.office, no);
    expect(until).toBe(addDays(shanghaiDay(Date.now()), 30));
    const [balance, held] = await balances("account");
    expect(await expireReservations(env.DB, yanqing, Date.parse(`${until}T23:00:00+08:00`))).toBe(0);
    const later = Date.parse(`${addDays(until, 1)}T00:30:00+08:00`);
    expect(await expireReservations(env.DB, yanqing, later)).toBe(1);
    expect(await expireReservations(env.DB, yanqing, later)).toBe(0);
    expect(await balances("account")).toEqual([balance, held - 150_000_000]);
    expect(await instruction(who.office, no)).toMatchObject({ status: "CANCELLED", history: [{}, {}, { status: "CANCELLED", by: "", org: "" }] });
    for (const token of [who.accountBank, who.office]) expect(await inbox(token, "instruction_lapsed", no)).toHaveLength(1);
    expect(
      await env.DB.prepare("SELECT type, until_day FROM ledger_event WHERE transfer_id = ? ORDER BY seq DESC").bind(`${no}-pay`).first(),
    ).toEqual({
      type: "expired",
      until_day: until,
    });
    expect((await paid(who, one.claimId)).body.status).toBe("PAID");
  });

  it("the night does it", async () => {
    const one = await due(who, 870);
    const no = await ordered(who, one.claimId);
    vi.useFakeTimers({ now: Date.now() + 31 * 86_400_000, toFake: ["Date"] });
    await sweep(env);
    const status = await env.DB.prepare("SELECT status FROM fund_instruction WHERE no = ?").bind(no).first("status");
    const check = await env.DB.prepare("SELECT ok, findings FROM books_check ORDER BY at DESC LIMIT 1").first();
    expect([status, check]).toEqual(["CANCELLED", { ok: 1, findings: "[]" }]);
    // a month later everybody's session was forgotten
    vi.useRealTimers();
    who = await cast();
  });

  it("a bank that confirms too late is told so", async () => {
    const one = await due(who, 867);
    const no = await ordered(who, one.claimId);
    vi.useFakeTimers({ now: Date.now() + 31 * 86_400_000, toFake: ["Date"] });
    const token = await tokenOf("13800000012");
    expect(await pays(token, no)).toMatchObject({ status: 422, body: { code: "reservation_expired" } });
  });
});

describe("YQ-006 money that the fund lacks", () => {
  it("is written down beside the payment and owed by nobody; where there is nothing at all, nothing is drawn up", async () => {
    const [one, two] = [await due(who, 868), await due(who, 869)];
    const [balance, held] = await balances("account");
    // leaves 1,000,000.00 in the account and nothing of the quota, which pauses the fund: the government lets these two go
    await compensated("drained", "drained-case", balance - held + 1_500_000_000 - 100_000_000, shanghaiDay(Date.now()), 1_500_000_000);
    expect(await payable(who, one.claimId)).toMatchObject({ plan: { path: "QUOTA", account: "1000000.00", quota: "0.00", unfunded: "500000.00" } });
    expect((await paid(who, one.claimId, "延政函〔2026〕21号")).body.amount).toBe("1000000.00");
    expect((await seen(who.bankA, one.caseId)).file.claim.paid).toMatchObject({ amount: "1000000.00", unfunded: "500000.00" });
    const refused = await drawsUp(who.office, two.claimId, "延政函〔2026〕22号");
    expect([refused.status, refused.body.refusals[0]]).toMatchObject([422, { code: "fund_insufficient", article: "一（一）" }]);
    const { results } = await env.DB.prepare("SELECT b.account, b.balance FROM ledger_balance b WHERE b.balance < 0").all();
    expect(results).toEqual([]);
  });
});
