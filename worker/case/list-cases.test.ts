/** A row of the list: what it says of a case beyond the stored columns. */
import { expect, it } from "vitest";
import { day } from "../../shared/local-date";
import { yanqing } from "../../shared/schemes/yanqing/scheme";
import { shownRow } from "./list-cases";
import type { CaseListRow } from "./list-store";

const row = (movedAt: string, status: CaseListRow["status"] = "check"): CaseListRow => ({
  id: "c",
  no: "YQ-2026-000001",
  enterprise_name: "甲公司",
  credit_code: "91350100M000100Y43",
  need: 300_000_000,
  status,
  step: "screening",
  since: "2026-09-30",
  due_on: null,
  recommender: null,
  tier: null,
  focus_field: null,
  submitted_on: "2026-09-30",
  moved_at: Date.parse(movedAt),
  mine: 0,
  todo: null,
});
const staleOn = (today: string, one: CaseListRow) => shownRow(yanqing, one, day(today)).stale;

it("YQ-037 an open case is stale when nothing happened to it in the running quarter of Beijing", () => {
  expect(staleOn("2026-10-01", row("2026-09-30T15:59:59Z"))).toBe(true);
  expect(staleOn("2026-10-01", row("2026-09-30T16:00:00Z"))).toBe(false);
  expect(staleOn("2026-09-30", row("2026-07-01T00:00:00Z"))).toBe(false);
  expect(staleOn("2026-12-31", row("2026-09-30T00:00:00Z", "funded"))).toBe(false);
});
