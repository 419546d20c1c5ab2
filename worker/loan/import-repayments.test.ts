/** A sheet of repayments: tried, written once, and never half; whatever stands in its cells. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { everything, observed } from "../observed";
import { type Cast, must } from "../story";
import { type Answer, call, env } from "../testing";
import { committedOf, grades, HEAD, imports, inbox, lent, onDay, repayment, repays, SOUND, sheetOf, soundBooks, workbook } from "./loan-story";

let who: Cast;
let one: string;
let two: string;
let others: string;
beforeAll(async () => {
  who = await onDay("2026-03-02");
  ({ caseId: one } = await lent(who, 911));
  ({ caseId: two } = await lent(who, 912));
  ({ caseId: others } = await lent({ ...who, bankA: who.bankB }, 913));
  who = await onDay("2026-04-10");
}, 60_000);
afterAll(() => {
  vi.useRealTimers();
});

const count = async (text: string): Promise<number> => (await env.DB.prepare(text).first<number>("n")) ?? -1;
const events = () => count("SELECT COUNT(*) AS n FROM case_event");
const told = ({ body }: Answer) =>
  body.rows.map(({ row, ok, refusals }: { row: number; ok: boolean; refusals: { code: string; field?: string }[] }) =>
    ok ? row : [row, ...refusals.map(({ code, field }) => `${code} ${field ?? ""}`.trim())],
  );

describe("YQ-102 the sheet to fill in", () => {
  it("names each loan that still owes, in cells of text, with the columns that are read", async () => {
    const { rows, typed, named } = await sheetOf("/loans/template", who.bankA);
    expect(rows[0]?.slice(0, 7)).toEqual(HEAD);
    expect(rows.slice(1).map((row) => row[0])).toEqual(["HT-911", "HT-912"]);
    expect(rows[1]?.[7]).toBe("北京代偿911有限公司");
    expect(typed).toBe(true);
    expect(named).toContain("filename*=UTF-8''");
    expect((await sheetOf("/loans/template", who.bankB)).rows.slice(1).map((row) => row[0])).toEqual(["HT-913"]);
  });
  it("handed in as it came says nothing and changes nothing", async () => {
    const before = await events();
    const answer = must(await imports(who.bankA, workbook([HEAD, ["HT-911"], ["HT-912", "", null]]), "0"));
    expect(answer.body).toEqual({ rows: [], imported: 0, refused: 0 });
    expect(await events()).toBe(before);
  });
});

/** Rows of two loans among each other, each kind of fault once. */
const sheet = () =>
  workbook([
    HEAD,
    ["HT-911", "L-1", "2026-04-01", "100000.00", "1000", "关注", "2026-04-01"],
    ["HT-912", "L-1", { t: "n", v: 46_114, z: "yyyy-mm-dd" }, 50000.5, 0],
    ["HT-911", "L-2", "2026/4/2", "2900000.01", "", null, null],
    ["HT-911", "L-3", "2026年4月3日", "2900000.00", "0"],
    ["HT-913", "L-1", "2026-04-01", "1", "0"],
    ["HT-912", "L-2", "2026-04-01", { t: "n", v: 1, f: "1+0" }, "0"],
    ["HT-912", "L-1", "2026-04-02", "1", "0"],
    ["HT-912", null, null, null, null, "不好", "2026-04-11"],
    [null, "L-4", "2026-04-01", "1", "0"],
  ]);

describe("YQ-102 an import", () => {
  it("is tried first: every row is told what would become of it, in the order of the sheet, and nothing is written", async () => {
    const before = await events();
    const answer = must(await imports(who.bankA, sheet(), "1"));
    expect(told(answer)).toEqual([
      2,
      3,
      [4, "repayment_over principal"],
      5,
      [6, "not_found contractNo"],
      [7, "amount_invalid principal"],
      [8, "already_exists repaymentNo"],
      [9, "field_invalid grade"],
      [10, "field_required contractNo"],
    ]);
    expect(answer.body).toMatchObject({ imported: 0, refused: 6 });
    expect(answer.body.rows[0].says).toBe("HT-911，北京代偿911有限公司，100000.00 + 1000.00");
    expect(answer.body.rows[2].refusals[0].figures).toEqual({ repayment: "2900000.01", outstanding: "2900000.00" });
    expect([await events(), await committedOf(one)]).toEqual([before, 150_000_000]);
  });

  it("then written: the rows without a fault in one batch, and the fund's books follow to the fen", async () => {
    const before = await events();
    const { db, asked } = observed(env.DB);
    const form = new FormData();
    form.set("dry", "0");
    form.set("file", sheet());
    const answer = must(await call("POST", "/loans/import", form, { token: who.bankA, settings: { DB: db } }));
    expect(answer.body).toMatchObject({ imported: 3, refused: 6 });
    const told = asked.filter(({ texts }) => texts.some((text) => text.includes("INSERT INTO case_event")));
    expect(told).toHaveLength(1);
    for (const table of ["loan_file", "ledger_event", "idempotency"]) expect(told[0]?.texts.some((text) => text.includes(table))).toBe(true);
    expect(await events()).toBe(before + 4);
    expect(await committedOf(one)).toBe(0);
    expect(await committedOf(two)).toBe(147_499_975);
    const { results } = await env.DB.prepare("SELECT stage, outstanding, grade FROM loan_file WHERE case_id IN (?1, ?2) ORDER BY outstanding")
      .bind(one, two)
      .all();
    expect(results).toEqual([
      { stage: "repaid", outstanding: 0, grade: "special_mention" },
      { stage: "live", outstanding: 294_999_950, grade: "normal" },
    ]);
    const books = await soundBooks();
    expect(books).toMatchObject(SOUND);
    expect(books.total).toBe(books.parts);
  });

  it("handed in once more it adds nothing: every number is known", async () => {
    const before = await events();
    const answer = must(await imports(who.bankA, sheet(), "0"));
    expect(answer.body).toMatchObject({ imported: 0, refused: 9 });
    expect(answer.body.rows[0].refusals[0]).toMatchObject({ code: "already_exists", field: "repaymentNo" });
    expect(await events()).toBe(before);
  });

  it("sent twice under one key it has one effect and one answer", async () => {
    const file = () => workbook([HEAD, ["HT-912", "L-7", "2026-04-10", "0.50", "0"]]);
    const before = await events();
    const answers = await Promise.all([imports(who.bankA, file(), "0", "twice"), imports(who.bankA, file(), "0", "twice")]);
    expect(answers.map(({ status, body }) => [status, body.imported])).toEqual([
      [200, 1],
      [200, 1],
    ]);
    expect(await events()).toBe(before + 1);
    const conflict = await imports(who.bankA, file(), "1", "twice");
    expect([conflict.status, conflict.body.code]).toEqual([409, "idempotency_conflict"]);
  });

  it("beside somebody who tells of the same loan at the same moment: both stand", async () => {
    const before = await committedOf(two);
    const [sheetTold, oneTold] = await Promise.all([
      imports(who.bankA, workbook([HEAD, ["HT-912", "L-8", "2026-04-10", "100.00", "0"]]), "0"),
      repays(who.bankA, two, repayment("L-9", "2026-04-10", "100.00")),
    ]);
    expect([sheetTold.body.imported, oneTold.status]).toEqual([1, 200]);
    expect(await committedOf(two)).toBe(before - 10_000);
    expect(await soundBooks()).toMatchObject(SOUND);
  });

  it("YQ-103 a class that makes a loan bad is told to the office as one entered by hand is", async () => {
    must(await imports(who.bankB, workbook([HEAD, ["HT-913", null, null, null, null, "次级", "2026-04-09"]]), "0"));
    for (const token of [who.office, who.department]) expect(await inbox(token, others)).toContain("graded");
    expect((await grades(who.bankB, others, { grade: "substandard", on: "2026-04-09" })).body.code).toBe("already_exists");
  });
});

describe("YQ-102 an import beside other things", () => {
  it("whichever statement of its batch fails, nothing of it stays, and the same sheet then goes through", async () => {
    const file = () =>
      workbook([HEAD, ["HT-912", "W-1", "2026-04-10", "1.00", "0", "关注", "2026-04-10"], ["HT-912", "W-2", "2026-04-10", "1.00", "0"]]);
    const before = await everything(env.DB);
    let length = 1;
    for (let after = 0; after <= length; after++) {
      const { db } = observed(env.DB, {
        instead: (batch) => {
          if (batch.length > 4) length = batch.length;
          return batch.length > 4 ? [...batch.slice(0, after), env.DB.prepare("SELECT json('{')"), ...batch.slice(after)] : batch;
        },
      });
      expect([after, (await imports(who.bankA, file(), "0", "whole", db)).status]).toEqual([after, 500]);
      expect(await everything(env.DB), `after ${after} of ${length}`).toEqual(before);
    }
    expect(length).toBeGreaterThan(8);
    expect(must(await imports(who.bankA, file(), "0", "whole")).body.imported).toBe(2);
  });
  it("YQ-074 a repayment of a loan whose payment is under way is told by itself; its class goes in", async () => {
    await env.DB.prepare(
      `INSERT INTO fund_instruction (scheme_id, no, year, serial, payable_id, case_id, on_day, plan, ratio, status, made_by, moved_at)
        SELECT 'yanqing', 'ZF-1', 2026, 1, 'p', ?1, '2026-04-10', '{}', '0.50', 'DRAWN_UP', p.id, 1 FROM person p LIMIT 1`,
    )
      .bind(two)
      .run();
    const file = workbook([HEAD, ["HT-912", "U-1", "2026-04-10", "1.00", "0"], ["HT-912", null, null, null, null, "次级", "2026-04-10"]]);
    const answer = must(await imports(who.bankA, file, "0"));
    expect(told(answer)).toEqual([[2, "wrong_step contractNo"], 3]);
    await env.DB.prepare("UPDATE fund_instruction SET status = 'CANCELLED'").run();
    expect(must(await imports(who.bankA, file, "1")).body.rows[0].ok).toBe(true);
  });
});

describe("two hundred rows", () => {
  it("of one loan and of others go in at once, in their order, without a gap in the fund's ledger", { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 200 }, (_, at) => [at % 2 ? "HT-912" : "HT-914", `B-${at}`, "2026-04-10", "10.00", "1.00"]);
    ({ caseId: one } = await lent(who, 914));
    const before = [await committedOf(one), await committedOf(two)];
    const dry = must(await imports(who.bankA, workbook([HEAD, ...rows]), "1"));
    expect(dry.body).toMatchObject({ imported: 0, refused: 0 });
    const real = must(await imports(who.bankA, workbook([HEAD, ...rows]), "0"));
    expect(real.body).toMatchObject({ imported: 200, refused: 0 });
    expect([await committedOf(one), await committedOf(two)]).toEqual(before.map((each) => each - 50_000));
    expect(must(await imports(who.bankA, workbook([HEAD, ...rows]), "0")).body).toMatchObject({ imported: 0, refused: 200 });
    const books = await soundBooks();
    expect(books).toMatchObject(SOUND);
    expect(books.total).toBe(books.parts);
  });
  it("more rows than one batch takes are refused whole, by their number", async () => {
    const rows = Array.from({ length: 301 }, (_, at) => ["HT-912", `C-${at}`, "2026-04-10", "1.00", "0"]);
    const before = await events();
    const answer = await imports(who.bankA, workbook([HEAD, ...rows]), "0");
    expect(answer.body.refusals[0]).toMatchObject({ code: "field_invalid", field: "file", figures: { rows: "301", most: "300" } });
    expect(await events()).toBe(before);
  });
});

describe("a file that is none", () => {
  const refusedAs = async (file: File) => (await imports(who.bankA, file, "0")).body.refusals[0];
  it.each([
    ["text", "file_type", new File(["合同号,流水号"], "a.xlsx")],
    ["nothing", "file_empty", new File([], "a.xlsx")],
    ["a picture", "file_type", new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], "a.xlsx")],
    ["a zip that is cut", "file_unreadable", new File(["PK\u0003\u0004 cut"], "a.xlsx")],
    ["more than a megabyte", "file_too_big", new File([new Uint8Array(1_048_577).fill(65)], "a.xlsx")],
  ])("%s is refused: %s", async (_, code, file) => {
    expect(await refusedAs(file)).toMatchObject({ code, field: "file" });
  });
  it("a sheet without its columns says which lack", async () => {
    expect(await refusedAs(workbook([["合同号", "流水号", "还款日期", "本金", "利息"], ["HT-911"]]))).toMatchObject({
      code: "field_required",
      field: "file",
      figures: { missing: "五级分类、分类日期" },
    });
  });
  it("no file, two files, no word whether it is tried, and somebody whom it is not for", async () => {
    const form = new FormData();
    form.set("dry", "1");
    expect((await call("POST", "/loans/import", form, { token: who.bankA })).body.code).toBe("file_missing");
    form.append("file", workbook([HEAD]));
    form.append("file", workbook([HEAD]));
    expect((await call("POST", "/loans/import", form, { token: who.bankA })).body.code).toBe("file_too_many");
    const bare = new FormData();
    bare.append("file", workbook([HEAD]));
    expect((await call("POST", "/loans/import", bare, { token: who.bankA })).body.refusals[0]).toMatchObject({
      code: "field_invalid",
      field: "dry",
    });
    expect((await imports(who.office, workbook([HEAD]), "1")).status).toBe(403);
    expect((await imports("nobody-has-this-token-0000000000000", workbook([HEAD]), "1")).status).toBe(401);
  });
});
