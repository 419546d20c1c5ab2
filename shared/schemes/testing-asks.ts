/** Each document that asks something of a loan, in each of its modes, on a day of its life. Imported by tests only. */
import { day, type LocalDate } from "../local-date";
import { baotou } from "./baotou/scheme";
import { scheme as dongguan } from "./dongguan/testing";
import { scheme as kezhou } from "./kezhou/testing";
import type { Scheme } from "./scheme";
import { xinxiang } from "./xinxiang/scheme";

export const DOCUMENTS_WITH_ASKS: readonly (readonly [string, Scheme, string, LocalDate])[] = [
  ["xinxiang credit", xinxiang, "credit", day("2023-03-01")],
  ["xinxiang reguaranteed", xinxiang, "reguaranteed", day("2023-03-01")],
  ["dongguan bank", dongguan, "bank", day("2024-04-01")],
  ["dongguan guaranteed", dongguan, "guaranteed", day("2024-04-01")],
  ["kezhou guaranteed", kezhou, "guaranteed", day("2025-08-01")],
  ["baotou helped", baotou, "helped", day("2024-04-01")],
];
