/** The project's own worked cases of each document: each passes, and each can fail. */
import { describe, expect, it } from "vitest";
import baotouMoney from "./baotou/cases/money.json";
import baotouPool from "./baotou/cases/pool.json";
import dongguanLoans from "./dongguan/cases/loans.json";
import dongguanMoney from "./dongguan/cases/money.json";
import kezhouLoans from "./kezhou/cases/loans.json";
import kezhouMoney from "./kezhou/cases/money.json";
import { SCHEMES } from "./registry";
import { runExample, type WorkedExample } from "./worked-example";
import xinxiangLoans from "./xinxiang/cases/loans.json";
import xinxiangMoney from "./xinxiang/cases/money.json";
import yanqingAdmission from "./yanqing/cases/admission.json";
import yanqingMoney from "./yanqing/cases/money.json";

/** How many there are is written down, so that none is lost unseen. */
const CASES = {
  yanqing: [52, yanqingAdmission, yanqingMoney],
  xinxiang: [41, xinxiangLoans, xinxiangMoney],
  kezhou: [34, kezhouLoans, kezhouMoney],
  dongguan: [32, dongguanLoans, dongguanMoney],
  baotou: [29, baotouMoney, baotouPool],
} as const;

it("every document has its own", () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(SCHEMES).sort());
});

describe.each(Object.entries(CASES))("the project's own cases of %s", (scheme, [count, ...files]) => {
  const cases = files.flat() as unknown as readonly WorkedExample[];

  it.each(cases.map((one) => [one.id, one.clause, one.op, one] as const))("%s %s %s", (_id, _clause, _op, one) => {
    expect(runExample(one)).toEqual({ status: "passed" });
  });

  it.each(cases.map((one) => [one.id, one] as const))("%s can fail: another answer is told as the engine's own", (_, one) => {
    const [key = ""] = Object.keys(one.expect);
    expect(runExample({ ...one, expect: { ...one.expect, [key]: "another" } }).status).toBe("failed");
  });

  it("each is there once, under its own document", () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
    expect(cases.length).toBe(count);
    expect(new Set(cases.map((one) => one.scheme))).toEqual(new Set([scheme]));
  });
});
