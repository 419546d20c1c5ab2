/** Vouchers: two people before the books move; what opens them, what earns, what is taken back. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { everything } from "../observed";
import { type Cast, cast, must, openedFund } from "../story";
import { type Answer, call, env, phoneOf, tokenOf } from "../testing";

let who: Cast;
let second: string;
const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  second = await tokenOf(phoneOf(15));
});

const draw = (body: unknown, token = who.office) => call("POST", "/fund/vouchers", body, { token });
const check = (id: string, token: string) => call("POST", `/fund/vouchers/${id}/check`, {}, { token });
const balance = async (account: string): Promise<number> =>
  (await env.DB.prepare("SELECT balance FROM ledger_balance WHERE scheme_id = 'yanqing' AND account = ? AND of_id = ''")
    .bind(account)
    .first<number>("balance")) ?? 0;
const refused = async (send: () => Promise<Answer>, code: string, status?: number) => {
  const before = await everything(env.DB);
  const answer = await send();
  expect([answer.body.code, answer.status]).toEqual([code, status ?? answer.status]);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await everything(env.DB)).toEqual(before);
  return answer.body.refusals[0];
};
const FULL = { amount: "15000000.00" };

describe("before the books are open", () => {
  it("YQ-026 another amount than the document's is refused without the paper that says why", async () => {
    expect(await refused(() => draw({ kind: "open", tranches: [{ amount: "14999999.99" }, FULL], on: today }), "fund_source")).toMatchObject({
      figures: { paidIn: "14999999.99", asked: "15000000.00" },
      article: "二（二）1",
    });
  });
  it("YQ-025 the tranches are those of the document, both", async () => {
    await refused(() => draw({ kind: "open", tranches: [FULL], on: today }), "fund_source");
    await refused(() => draw({ kind: "open", tranches: [FULL, FULL, FULL], on: today }), "fund_source");
  });
  it("nothing is earned or undone", async () => {
    await refused(() => draw({ kind: "movement", reason: "interest", amount: "1.00", on: today, documentNo: "回单1" }), "wrong_step");
    await refused(() => draw({ kind: "reverse", transferId: "x", why: "录错" }), "not_found");
  });
  it.each(["2199-01-01", "2026-02-30"])("a day like %s is refused", async (on) => {
    await refused(() => draw({ kind: "open", tranches: [FULL, FULL], on }), "date_invalid", 400);
  });
});

describe("two people", () => {
  let id: string;
  it("YQ-097 the office draws up; nothing moves before another has checked", async () => {
    const drawn = must(await draw({ kind: "open", tranches: [FULL, FULL], on: today })).body;
    id = drawn.id;
    expect(drawn).toMatchObject({
      status: "drawn_up",
      actions: ["declineVoucher"],
      lines: [
        { says: "存入实存资金", amount: "15000000.00" },
        { says: "核定额度", amount: "15000000.00" },
      ],
    });
    expect(await balance("account")).toBe(0);
    await refused(() => draw({ kind: "open", tranches: [FULL, FULL], on: today }, second), "already_exists");
  });
  it("YQ-097 finance, the banks and the auditor draw up none", async () => {
    for (const token of [who.finance, who.government, who.bankA, await tokenOf(phoneOf(12)), await tokenOf(phoneOf(13))])
      await refused(
        () => draw({ kind: "movement", reason: "interest", amount: "1.00", on: today, documentNo: "回单1" }, token),
        "role_forbidden",
        403,
      );
  });
  it("YQ-032 one person with both hands is refused, whatever the way", async () => {
    expect(await refused(() => check(id, who.office), "same_person")).toMatchObject({ article: "二（二）3" });
    await expect(
      env.DB.prepare("UPDATE voucher SET status = 'done', checked_by = made_by, closed_at = 1 WHERE id = ?").bind(id).run(),
    ).rejects.toThrow(/CHECK/);
  });
  it("a declined voucher moves nothing, and is closed", async () => {
    must(await call("POST", `/fund/vouchers/${id}/decline`, { why: "日期不对" }, { token: who.finance }));
    for (const act of ["check", "decline"])
      await refused(
        () => call("POST", `/fund/vouchers/${id}/${act}`, { ...(act === "decline" ? { why: "再退" } : {}) }, { token: second }),
        "wrong_step",
      );
    expect(await balance("account")).toBe(0);
  });
  it("YQ-025 YQ-026 YQ-027 the books open with cash and quota; two who check at once open them once", async () => {
    const drawn = must(await draw({ kind: "open", tranches: [FULL, FULL], on: today })).body;
    const both = await Promise.all([check(drawn.id, who.finance), check(drawn.id, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([await balance("account"), await balance("quota"), await balance("source")]).toEqual([1_500_000_000, 1_500_000_000, 3_000_000_000]);
    await refused(() => draw({ kind: "open", tranches: [FULL, FULL], on: today }), "already_exists");
  });
  it("YQ-032 a voucher is never edited, deleted or replaced", async () => {
    for (const attack of [
      "UPDATE voucher SET lines = '[]'",
      "UPDATE voucher SET status = 'drawn_up', checked_by = NULL, closed_at = NULL",
      "DELETE FROM voucher",
      "INSERT OR REPLACE INTO voucher SELECT * FROM voucher",
    ])
      await expect(env.DB.prepare(attack).run(), attack).rejects.toThrow(/append_only|already_exists/);
  });
});

describe("interest and reversal", () => {
  let interest: string;
  it("YQ-031 interest enters by its slip, once", async () => {
    const drawn = must(await draw({ kind: "movement", reason: "interest", amount: "1,234.56", on: today, documentNo: "回单〔2026〕1" })).body;
    must(await check(drawn.id, second));
    interest = drawn.id;
    expect(await balance("account")).toBe(1_500_123_456);
    await refused(() => draw({ kind: "movement", reason: "interest", amount: "1234.56", on: today, documentNo: "回单〔2026〕1" }), "already_exists");
  });
  it("a mistake is taken back by its mirror, with a reason and two people, once", async () => {
    const drawn = must(await draw({ kind: "reverse", transferId: interest, why: "利息录重" })).body;
    expect(drawn.lines).toEqual([{ says: "专户利息", amount: "-1234.56" }]);
    await refused(() => check(drawn.id, who.office), "same_person");
    must(await check(drawn.id, who.finance));
    expect(await balance("account")).toBe(1_500_000_000);
    for (const transferId of [interest, drawn.id])
      await refused(() => draw({ kind: "reverse", transferId, why: "再冲" }), transferId === interest ? "already_exists" : "already_reversed");
  });
  it("both tranches taken back, the books may be opened anew, with another amount and its paper", async () => {
    const { vouchers } = must(await call("GET", "/fund/vouchers?status=done", undefined, { token: who.office })).body;
    const opened = vouchers.find((one: { kind: string }) => one.kind === "open").id;
    for (const at of [0, 1]) must(await check(must(await draw({ kind: "reverse", transferId: `${opened}-${at}`, why: "金额有误" })).body.id, second));
    expect([await balance("account"), await balance("quota")]).toEqual([0, 0]);
    const tranches = [{ amount: "14000000.00", adjustment: "延财〔2026〕9号" }, FULL];
    must(await check(must(await draw({ kind: "open", tranches, on: today })).body.id, who.finance));
    expect([await balance("account"), await balance("quota")]).toEqual([1_400_000_000, 1_500_000_000]);
  });
  it("they are listed newest first, by status, and by page", async () => {
    const listed = must(await call("GET", "/fund/vouchers", undefined, { token: who.government })).body.vouchers as {
      recordedAt: number;
      actions: string[];
    }[];
    expect(listed.map(({ recordedAt }) => recordedAt)).toEqual(listed.map(({ recordedAt }) => recordedAt).sort((a, b) => b - a));
    expect(listed.every(({ actions }) => actions.length === 0)).toBe(true);
    await refused(() => call("GET", "/fund/vouchers?cursor=junk", undefined, { token: who.office }), "field_invalid");
  });
});

it("the shared helper opens a fund", async () => {
  await expect(openedFund(who)).rejects.toThrow(/already_exists/);
});
