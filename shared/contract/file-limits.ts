/** How many files and how large: told on the phone before a byte is sent, enforced by the worker. No zod here, for the phone imports it at run time. */
import type { STATEMENT_KINDS } from "./statement";

/** Files of one case. */
export const FILES_MOST = 30;
const MEBIBYTE = 1024 * 1024;
const STATEMENTS: readonly string[] = ["balance_sheet", "income_statement", "cash_flow"];

/** A spreadsheet that is read row by row: its bytes, and its rows below the head, so that one import is one batch. */
export const SHEET_BYTES_MOST = MEBIBYTE;
export const SHEET_ROWS_MOST = 300;

/** Bytes of one file; financial statements may be twice as large as other papers. */
export const mostBytes = (kind: (typeof STATEMENT_KINDS)[number]): number => (STATEMENTS.includes(kind) ? 20 : 10) * MEBIBYTE;
