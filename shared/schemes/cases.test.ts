/** The project's own worked cases of each document: each passes, and each can fail. */
import { describe, expect, it } from "vitest";
import { SCHEMES } from "./registry";
import { CASES, EXPECTED } from "./testing-registry";
import { runExample } from "./worked-example";

it("every document has its own", () => {
  expect(Object.keys(CASES)).toEqual(Object.keys(SCHEMES));
});

describe.each(Object.entries(CASES))("the project's own cases of %s", (scheme, files) => {
  const cases = files.flat();

  it.each(cases.map((one) => [one.id, one.clause, one.op, one] as const))("%s %s %s", (_id, _clause, _op, one) => {
    expect(runExample(one)).toEqual({ status: "passed" });
  });

  it.each(cases.map((one) => [one.id, one] as const))("%s can fail: another answer is told as the engine's own", (_, one) => {
    const [key = ""] = Object.keys(one.expect);
    expect(runExample({ ...one, expect: { ...one.expect, [key]: "another" } }).status).toBe("failed");
  });

  it("each is there once, under its own document", () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
    expect(cases.length).toBe(EXPECTED[scheme]?.cases);
    expect(new Set(cases.map((one) => one.scheme))).toEqual(new Set([scheme]));
  });
});
