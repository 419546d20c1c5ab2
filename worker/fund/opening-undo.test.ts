/** An import taken back whole: the fund as if it had never come, its cases withdrawn, every firm's one loan free, and the same sheet imported again. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type EventRow, verifyChain } from "../event";
import { type Cast, cast, codeOf, must } from "../story";
import { call, env, phoneOf, tokenOf } from "../testing";
import { type Book, live, paid, send, whole } from "./opening-story";
import { ago } from "./testing-books";

let who: Cast;
let second: string;
let voucherId: string;
const book = (): Book => ({ ...whole(), live: [live(1), live(2, { outstanding: "3000000.00", tier: "高风险" })], paid: [paid(3)] });
const draw = (body: unknown) => call("POST", "/fund/vouchers", body, { token: who.office });
const check = (id: string, token = who.finance) => call("POST", `/fund/vouchers/${id}/check`, {}, { token });
const fund = async () => must(await call("GET", "/fund", undefined, { token: who.office })).body;
const all = async <T>(text: string): Promise<T[]> => (await env.DB.prepare(text).all<T>()).results;

beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  second = await tokenOf(phoneOf(15));
  voucherId = must(await send(book(), "0", who.office)).body.voucher.id;
  must(await check(voucherId));
});

describe("an import", () => {
  it("is a row in each table that lists read, all or nothing", async () => {
    // the import itself; what was repaid before; the claim from its filing to what came back
    expect(await all("SELECT seq FROM opening_case ORDER BY seq")).toEqual([{ seq: 1 }, { seq: 2 }, { seq: 11 }]);
    const { results } = await env.DB.prepare("SELECT * FROM case_event ORDER BY case_id, seq").all<EventRow>();
    for (const { case_id } of await all<{ case_id: string }>("SELECT case_id FROM opening_case"))
      expect(await verifyChain(results.filter((row) => row.case_id === case_id))).toBeNull();
  });
  it("leaves its loans and places as they are, whoever holds the database", async () => {
    for (const attack of [
      "UPDATE loan SET undone_by = (SELECT id FROM voucher LIMIT 1), contract_no = contract_no || ' ' || (SELECT id FROM voucher LIMIT 1)",
      "UPDATE loan SET contract_no = 'x'",
      "DELETE FROM loan_use",
      "DELETE FROM loan_file",
      "UPDATE slot SET status = 'released'",
      "UPDATE opening_case SET seq = 99",
      "DELETE FROM opening_case",
      "DELETE FROM opening_import",
      "INSERT OR REPLACE INTO opening_import SELECT * FROM opening_import",
    ])
      await expect(env.DB.prepare(attack).run(), attack).rejects.toThrow(/SQLITE_CONSTRAINT/);
  });
});

describe("taken back", () => {
  it("no part of it is reversed alone", async () => {
    for (const transferId of [`${voucherId}-0`, `${voucherId}-2`])
      expect(await draw({ kind: "reverse", transferId, why: "录错" })).toMatchObject({ status: 422, body: { code: "reverse_with_case" } });
    for (const other of ["x", "00000000-0000-4000-8000-000000000000"])
      expect(await draw({ kind: "undo_opening", voucherId: other, why: "录错" })).toMatchObject({ status: 404 });
  });
  it("YQ-032 by two persons, with its reason: the books are empty again, and every balance counts to itself", async () => {
    const drawn = must(await draw({ kind: "undo_opening", voucherId, why: "余额日期有误" })).body;
    expect(drawn.lines).toContainEqual({ says: "期初专户存款", amount: "-14300000.00" });
    expect(await check(drawn.id, who.office)).toMatchObject({ body: { code: "same_person" } });
    const both = await Promise.all([check(drawn.id, who.finance), check(drawn.id, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await fund()).toMatchObject({
      openedOn: null,
      cash: "0.00",
      quota: "0.00",
      counts: { paid: "0.00", returned: "0.00" },
      exposure: { committed: "0.00" },
    });
    expect(must(await call("POST", "/fund/checks", {}, { token: who.finance })).body).toMatchObject({ ok: true, findings: [] });
    expect(await draw({ kind: "undo_opening", voucherId, why: "再撤" })).toMatchObject({ status: 409, body: { code: "already_exists" } });
  });
  it("its cases are withdrawn, wait for nobody and stand in no list of loans; their events stay", async () => {
    expect(await all("SELECT DISTINCT status FROM case_file")).toEqual([{ status: "withdrawn" }]);
    expect(await all("SELECT * FROM case_wait")).toEqual([]);
    expect(must(await call("GET", "/loans", undefined, { token: who.bankA })).body.loans).toEqual([]);
    const events = await all<EventRow>("SELECT * FROM case_event ORDER BY case_id, seq");
    const cases = [...new Set(events.map(({ case_id }) => case_id))];
    expect(cases).toHaveLength(3);
    for (const caseId of cases) {
      const mine = events.filter((row) => row.case_id === caseId);
      expect(await verifyChain(mine)).toBeNull();
      expect(mine.at(-1)?.type).toBe("import_undone");
      expect(must(await call("GET", `/cases/${caseId}`, undefined, { token: who.office })).body.status).toBe("withdrawn");
    }
  });
  it("YQ-021 YQ-045 the one loan of each firm and the places of the year are free; the loans stay, marked", async () => {
    expect(await all("SELECT * FROM loan_use")).toEqual([]);
    expect(await all("SELECT DISTINCT status FROM slot")).toEqual([{ status: "released" }]);
    expect(await all("SELECT COUNT(*) AS n FROM loan WHERE undone_by IS NOT NULL AND contract_no LIKE 'QC-%'")).toEqual([{ n: 3 }]);
    await expect(env.DB.prepare("UPDATE loan SET undone_by = NULL").run()).rejects.toThrow(/SQLITE_CONSTRAINT/);
  });
  it("the same sheet comes in again, and stands", async () => {
    const again = must(await send(book(), "0", who.office)).body.voucher;
    expect(await send(book(), "0", who.office)).toMatchObject({ status: 409 });
    must(await check(again.id, second));
    expect(await fund()).toMatchObject({ openedOn: ago(1), cash: "14300000.00", exposure: { committed: "4000000.00" } });
    expect(must(await call("POST", "/fund/checks", {}, { token: who.finance })).body).toMatchObject({ ok: true, findings: [] });
    expect((await all<{ code: string }>("SELECT credit_code AS code FROM loan_use ORDER BY 1")).map(({ code }) => code)).toEqual([
      codeOf(901),
      codeOf(902),
      codeOf(903),
    ]);
  });
  it("what the fund has moved on is not taken back", async () => {
    const { vouchers } = must(await call("GET", "/fund/vouchers?status=done", undefined, { token: who.office })).body;
    const stands = vouchers.find((one: { kind: string }) => one.kind === "opening").id;
    const { loans } = must(await call("GET", "/loans", undefined, { token: who.bankA })).body;
    const caseId = loans.find(({ contractNo }: { contractNo: string }) => contractNo === "QC-1").caseId;
    const drawn = must(await draw({ kind: "undo_opening", voucherId: stands, why: "录错" })).body;
    must(
      await call(
        "POST",
        `/cases/${caseId}/loan/repayments`,
        { repaymentNo: "H-1", on: ago(0), principal: "1000000.00", interest: "0.00" },
        { token: who.bankA },
      ),
    );
    expect(await check(drawn.id)).toMatchObject({ status: 422, body: { code: "opening_moved" } });
    expect(await fund()).toMatchObject({ cash: "14300000.00", exposure: { committed: "3500000.00" } });
  });
});
