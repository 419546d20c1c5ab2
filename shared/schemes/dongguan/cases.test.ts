import { describe, expect, it } from "vitest";
import { runExample, type WorkedExample } from "../worked-example";
import loans from "./cases/loans.json";
import money from "./cases/money.json";

const CASES = [...loans, ...money] as unknown as readonly WorkedExample[];

describe("the project's own cases of 东莞", () => {
  it.each(CASES.map((one) => [one.id, one.clause, one.op, one] as const))("%s %s %s", (_id, _clause, _op, one) => {
    expect(runExample(one)).toEqual({ status: "passed" });
  });

  it.each(CASES.map((one) => [one.id, one] as const))("%s can fail: another answer is told as the engine's own", (_, one) => {
    const [key = ""] = Object.keys(one.expect);
    expect(runExample({ ...one, expect: { ...one.expect, [key]: "another" } }).status).toBe("failed");
  });

  it("each is there once", () => {
    expect(new Set(CASES.map((one) => one.id)).size).toBe(CASES.length);
    expect(CASES.length).toBe(32);
  });
});
