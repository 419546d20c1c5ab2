/** Payments under a race: all rivals read before any writes. The money covers what it covers, one payment pays a claim, and without the ledger's own guard it is lost. */
import { beforeAll, describe, expect, it } from "vitest";
import { shanghaiDay } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { seen } from "../claim/claim-story";
import { booked, moved } from "../fund/testing-books";
import { meeting as allHaveRead, observed } from "../observed";
import { type Cast, cast, must, openedFund } from "../story";
import { approved, covered, type Insured } from "../subsidy/subsidy-story";
import { type Answer, call, env } from "../testing";
import { balances, cancels, countersigns, drawsUp, due, ordered, pays } from "./pay-story";

type Settings = { DB: D1Database };
let who: Cast;
let one: Insured;
let receipts = 0;
const today = shanghaiDay(Date.now());
const range = (length: number) => Array.from({ length }, (_, at) => at);
const atOnce = (sends: readonly ((settings: Settings) => Promise<Answer>)[]): Promise<Answer[]> => {
  const { db } = observed(env.DB, { afterReading: allHaveRead(sends.length) });
  return Promise.all(sends.map((send) => send({ DB: db })));
};
const through = (answers: readonly Answer[]) => answers.filter(({ status }) => status < 300);
const codesOf = (answers: readonly Answer[]) => new Set(answers.filter(({ status }) => status >= 300).map(({ body }) => body.code));
const count = async (text: string): Promise<number> => (await env.DB.prepare(text).first<number>("n")) ?? -1;
/** A fen for each of so many receipts, approved; answers their payables. */
const fens = async (length: number): Promise<string[]> => {
  const ids: string[] = [];
  for (const _ of range(length)) {
    receipts += 1;
    ids.push(await approved(who, one, `SJ-${receipts}`, "0.02"));
  }
  return ids;
};
const drawnUp = async (ids: readonly string[]) => {
  const numbers: string[] = [];
  for (const id of ids) numbers.push(must(await drawsUp(who.office, id)).body.no);
  return numbers;
};
/** Somebody who was only told that another was faster presses again. */
const insisting = async (send: (settings?: Settings) => Promise<Answer>, first: Answer): Promise<Answer> => {
  let answer = first;
  for (let again = 0; again < 20 && answer.body.code === "stale"; again += 1) answer = await send();
  return answer;
};
const checkAll = async (numbers: readonly string[]) => {
  const sends = numbers.map((no) => (settings?: Settings) => countersigns(who.office2, no, {}, settings));
  const answers = await atOnce(sends);
  return Promise.all(answers.map((answer, at) => insisting(sends[at] as (typeof sends)[number], answer)));
};

beforeAll(async () => {
  who = await cast();
  await openedFund(who);
  one = await covered(who, 891);
}, 60_000);

describe("YQ-034 numbers", () => {
  it("five instructions drawn up at once get five numbers in a row", async () => {
    const ids = await fens(5);
    const answers = await atOnce(ids.map((id) => (settings) => drawsUp(who.office, id, undefined, settings)));
    expect(through(answers)).toHaveLength(5);
    const serials = answers.map(({ body }) => Number(body.no.slice(-4))).sort((a, b) => a - b);
    expect(serials).toEqual([1, 2, 3, 4, 5]);
    for (const { body } of answers) must(await cancels(who.office, body.no, { why: "试验" }));
  });
  it("20 drawings up of one payable at once are one instruction", async () => {
    const [id = ""] = await fens(1);
    const answers = await atOnce(range(20).map(() => (settings) => drawsUp(who.office, id, undefined, settings)));
    expect(through(answers)).toHaveLength(1);
    expect([...codesOf(answers)].every((code) => ["paid_twice", "already_exists", "stale"].includes(code))).toBe(true);
    expect(await count(`SELECT COUNT(*) AS n FROM fund_instruction WHERE payable_id = '${id}'`)).toBe(1);
    must(await cancels(who.office, through(answers)[0]?.body.no, { why: "试验" }));
  });
});

describe("G-19 a repayment and a step of the payment at the same moment", () => {
  const told = async (claimId: string, caseId: string) => {
    const { file } = await seen(who.office, caseId);
    const open = await env.DB.prepare("SELECT no, status, plan FROM fund_instruction WHERE payable_id = ? AND status <> 'CANCELLED'")
      .bind(claimId)
      .first<{ no: string; status: string; plan: string }>();
    return {
      outstanding: file.life.outstanding as string,
      paid: file.claim.paid?.amount as string | undefined,
      plan: open ? JSON.parse(open.plan).account : 0,
    };
  };
  const repays = (caseId: string, no: string, settings: Settings) =>
    call(
      "POST",
      `/cases/${caseId}/loan/repayments`,
      { repaymentNo: no, on: today, principal: "1000000.00", interest: "0.00" },
      { token: who.bankA, settings },
    );

  it("with the drawing up: what stands is for what is owed", { timeout: 60_000 }, async () => {
    const { claimId, caseId } = await due(who, 892);
    await atOnce([(settings) => repays(caseId, "R1", settings), (settings) => drawsUp(who.office, claimId, undefined, settings)]);
    const { outstanding, plan } = await told(claimId, caseId);
    expect(outstanding).toBe("2000000.00");
    expect([0, 100_000_000]).toContain(plan);
  });

  it("without what a batch asserts of the other's work the same race is lost: an order stands for more than is owed", {
    timeout: 60_000,
  }, async () => {
    const { claimId, caseId } = await due(who, 896);
    const held = await env.DB.prepare("SELECT sql FROM sqlite_master WHERE name = 'must_hold'").first<string>("sql");
    await env.DB.batch([
      env.DB.prepare("DROP TRIGGER must_hold"),
      env.DB.prepare("CREATE TRIGGER must_hold INSTEAD OF INSERT ON must BEGIN SELECT 1; END"),
    ]);
    await atOnce([(settings) => repays(caseId, "R1", settings), (settings) => drawsUp(who.office, claimId, undefined, settings)]);
    await env.DB.batch([env.DB.prepare("DROP TRIGGER must_hold"), env.DB.prepare(held ?? "")]);
    expect(await told(claimId, caseId)).toMatchObject({ outstanding: "2000000.00", plan: 150_000_000 });
  });

  it("with the check: the same", { timeout: 60_000 }, async () => {
    const { claimId, caseId } = await due(who, 893);
    const { no } = must(await drawsUp(who.office, claimId)).body;
    const held = (await balances("account"))[1];
    await atOnce([(settings) => repays(caseId, "R1", settings), (settings) => countersigns(who.office2, no, {}, settings)]);
    expect(await told(claimId, caseId)).toMatchObject({ outstanding: "2000000.00", plan: 0 });
    expect((await balances("account"))[1]).toBe(held);
  });

  it("with the bank's word: either it was paid and nothing more is repaid, or it was ended and not paid", { timeout: 60_000 }, async () => {
    const { claimId, caseId } = await due(who, 894);
    const no = await ordered(who, claimId);
    const [repaying, paying] = await atOnce([(settings) => repays(caseId, "R1", settings), (settings) => pays(who.accountBank, no, {}, settings)]);
    const after = await told(claimId, caseId);
    if (paying?.status === 200) {
      expect(repaying?.body.code).toBe("loan_closed");
      expect(after).toMatchObject({ outstanding: "3000000.00", paid: "1500000.00" });
    } else {
      expect([repaying?.status, paying?.status]).toEqual([200, 404]);
      expect(after).toMatchObject({ outstanding: "2000000.00", paid: undefined, plan: 0 });
    }
    expect((await balances("compensation", claimId))[0]).toBe(paying?.status === 200 ? 150_000_000 : 0);
  });

  it("20 confirmations of one order at once pay it once", { timeout: 60_000 }, async () => {
    const { claimId, caseId } = await due(who, 895);
    const no = await ordered(who, claimId);
    const answers = await atOnce(range(20).map(() => (settings) => pays(who.accountBank, no, {}, settings)));
    expect(through(answers)).toHaveLength(1);
    expect([...codesOf(answers)].every((code) => ["quota_state", "stale"].includes(code))).toBe(true);
    expect(await balances("compensation", claimId)).toEqual([150_000_000, 0]);
    expect(await count(`SELECT COUNT(*) AS n FROM case_event WHERE case_id = '${caseId}' AND type = 'claim_paid'`)).toBe(1);
  });
});

/** Leaves so many fen in the account and nothing of the quota; subsidies do not count towards the pause. */
async function drainedTo(left: number): Promise<void> {
  const [[account], [quota]] = [await balances("account"), await balances("quota")];
  const amount = fen(account + quota - left);
  const payable = { id: "drain", reason: "subsidy" as const, of: "drain", caseId: "drain-case", payeeId: "firm", amount, approvedOn: today };
  await booked("drain-case", () => [{ type: "payable_approved", payable }]);
  await moved("drain-draw", "quota_draw", "drain-case", "drain", quota, today, { payableId: "drain" });
  await moved("drain-pay", "subsidy", "drain-case", "drain", amount, today, { payableId: "drain" });
}

describe("YQ-006 the last fen", () => {
  it("of 50 payments checked at once exactly those are set aside that the money covers, and each is paid once however often it is confirmed", {
    timeout: 120_000,
  }, async () => {
    const numbers = await drawnUp(await fens(50));
    await drainedTo(7);
    expect([await balances("account"), await balances("quota")]).toEqual([
      [7, 0],
      [0, 0],
    ]);
    const [out] = await balances("subsidy");
    const answers = await checkAll(numbers);
    expect(through(answers)).toHaveLength(7);
    expect([...codesOf(answers)]).toEqual(["path_wrong"]);
    expect(await balances("account")).toEqual([7, 7]);
    const set = through(answers).map(({ body }) => body.no as string);
    const confirmed = await atOnce(range(49).map((at) => (settings) => pays(who.accountBank, set[at % 7] ?? "", {}, settings)));
    const again = await Promise.all(
      confirmed.map((answer, at) => insisting((settings) => pays(who.accountBank, set[at % 7] ?? "", {}, settings), answer)),
    );
    expect(through(again)).toHaveLength(7);
    expect(codesOf(again)).toEqual(new Set(["quota_state"]));
    expect(await balances("account")).toEqual([0, 0]);
    expect(await count("SELECT SUM(paid) AS n FROM subsidy")).toBe(7);
    expect(await count("SELECT balance AS n FROM ledger_balance WHERE account = 'subsidy' AND of_id = ''")).toBe(out + 7);
    expect(await count("SELECT COUNT(*) AS n FROM ledger_balance WHERE balance < 0 OR held < 0")).toBe(0);
    for (const no of numbers.filter((each) => !set.includes(each))) must(await cancels(who.office, no, { why: "资金不足" }));
  });

  it("without the ledger's guard the same race is lost: more is set aside than there is", { timeout: 60_000 }, async () => {
    await moved("three", "interest", "", "", 3, today);
    const numbers = await drawnUp(await fens(8));
    await env.DB.batch([
      env.DB.prepare("CREATE TABLE bare AS SELECT * FROM ledger_event"),
      env.DB.prepare("DROP TABLE ledger_event"),
      env.DB.prepare("ALTER TABLE bare RENAME TO ledger_event"),
    ]);
    const answers = await atOnce(numbers.map((no) => (settings) => countersigns(who.office2, no, {}, settings)));
    expect(through(answers).length).toBeGreaterThan(3);
  });
});
