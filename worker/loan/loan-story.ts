/** A loan on days of a test's own choosing, its ledger and its lists: what the tests of loans share. Imported by tests only. */
import { read, utils, write } from "@e965/xlsx";
import { vi } from "vitest";
import { app } from "../app";
import { lent as lends } from "../claim/claim-story";
import { type EventRow, verifyChain } from "../event";
import { type Cast, cast, must } from "../story";
import { type Answer, call, env, phoneOf, tokenOf } from "../testing";

/** Only the calendar is a test's own; timers run. Sessions end meanwhile, so that everybody signs in again. */
export async function onDay(day: string): Promise<Cast> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${day}T10:00:00+08:00`) });
  return cast();
}

export const tokensAt = async <const P extends Record<string, number>>(places: P): Promise<Record<keyof P, string>> =>
  Object.fromEntries(await Promise.all(Object.entries(places).map(async ([name, place]) => [name, await tokenOf(phoneOf(place))]))) as Record<
    keyof P,
    string
  >;

const at =
  (path: string) =>
  (token: string, caseId: string, body: unknown, key?: string): Promise<Answer> =>
    call("POST", `/cases/${caseId}/loan/${path}`, body, { token, ...(key ? { key } : {}) });
export const schedules = at("schedule");
export const repays = at("repayments");
export const undoes = at("repayments/undo");
export const extendsTo = at("extension");
export const grades = at("grade");
export const follows = at("follow-ups");

export const repayment = (repaymentNo: string, on: string, principal: string, interest = "0") => ({ repaymentNo, on, principal, interest });

/** By the bank, three million, half of it the fund's to stand behind. */
export const lent = lends;

const one = async <T>(text: string, ...values: unknown[]): Promise<T | null> =>
  env.DB.prepare(text)
    .bind(...values)
    .first<T>();

/** Fen that the ledger holds as committed for the case's loan. */
export const committedOf = async (caseId: string): Promise<number> =>
  (
    await one<{ balance: number }>(
      "SELECT b.balance FROM loan l JOIN ledger_balance b ON b.scheme_id = l.scheme_id AND b.account = 'committed' AND b.of_id = l.id WHERE l.case_id = ?",
      caseId,
    )
  )?.balance ?? 0;

/** Its committed sums add up to the account's total, and every history is whole. */
export async function soundBooks(): Promise<{ total: number; parts: number; broken: (number | null)[]; gaps: number }> {
  const total =
    (await one<{ n: number }>("SELECT COALESCE(SUM(balance), 0) AS n FROM ledger_balance WHERE account = 'committed' AND of_id = ''"))?.n ?? 0;
  const parts =
    (await one<{ n: number }>("SELECT COALESCE(SUM(balance), 0) AS n FROM ledger_balance WHERE account = 'committed' AND of_id <> ''"))?.n ?? 0;
  const gaps = (await one<{ n: number }>("SELECT MAX(seq) - COUNT(*) AS n FROM ledger_event"))?.n ?? 0;
  const { results } = await env.DB.prepare("SELECT * FROM case_event ORDER BY case_id, seq").all<EventRow>();
  const cases = Map.groupBy(results, ({ case_id }) => case_id);
  const broken = await Promise.all([...cases.values()].map((rows) => verifyChain(rows)));
  return { total, parts, broken: broken.filter((seq) => seq !== null), gaps };
}

export const SOUND = { broken: [], gaps: 0 };

type Cell = string | number | { readonly t: string; readonly v?: unknown; readonly f?: string; readonly z?: string } | null;

/** A workbook as somebody would save it; cells may be given as the library writes them. */
export function workbook(rows: readonly (readonly Cell[])[]): File {
  const sheet: Record<string, unknown> = { "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: 7 } }) };
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.entries())
      if (cell !== null)
        sheet[utils.encode_cell({ r, c })] = typeof cell === "object" ? cell : typeof cell === "number" ? { t: "n", v: cell } : { t: "s", v: cell };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "还款");
  return new File([write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer], "还款.xlsx");
}

export const HEAD = ["合同号", "流水号", "还款日期", "本金", "利息", "五级分类", "分类日期"];

export function imports(token: string, file: File, dry: "0" | "1", key?: string, db: D1Database = env.DB): Promise<Answer> {
  const form = new FormData();
  form.set("dry", dry);
  form.set("file", file);
  return call("POST", "/loans/import", form, { token, settings: { DB: db }, ...(key ? { key } : {}) });
}

/** The bytes that a route hands out, opened. */
export async function sheetOf(path: string, token: string): Promise<{ rows: string[][]; typed: boolean; named: string | null }> {
  const request = new Request(`http://test/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  const answer = await app.fetch(request, env, { waitUntil: () => {}, passThroughOnException: () => {} } as unknown as ExecutionContext);
  if (answer.status !== 200) throw new Error(await answer.text());
  const book = read(await answer.arrayBuffer(), { type: "array", cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const cells = Object.entries(sheet).filter(([place]) => !place.startsWith("!")) as [string, { t: string; f?: string }][];
  return {
    rows: utils.sheet_to_json<string[]>(sheet, { header: 1, defval: "" }),
    typed: cells.every(([, cell]) => cell.t === "s" && cell.f === undefined),
    named: answer.headers.get("content-disposition"),
  };
}

export const inbox = async (token: string, caseId: string): Promise<string[]> =>
  must(await call("GET", "/notices", undefined, { token }))
    .body.notices.filter((notice: { caseId: string }) => notice.caseId === caseId)
    .map((notice: { code: string }) => notice.code);

export const waitsFor = async (token: string, caseId: string): Promise<string[]> =>
  must(await call("GET", "/cases?waiting=1&limit=100", undefined, { token }))
    .body.cases.filter((row: { id: string }) => row.id === caseId)
    .flatMap((row: { todo: string[] }) => row.todo);
