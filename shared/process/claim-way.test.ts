import { describe, expect, it } from "vitest";
import { yanqing } from "../schemes/yanqing/scheme";
import { claimPlaces, claimSays, claimWay } from "./claim-way";

const rules = yanqing.claim;
const states = (step: string) => claimWay(rules, { step }).map((place) => place.state);

describe("YQ-073 the claim's way", () => {
  it("is the document's steps in its order, each with its article, done up to where the claim stands", () => {
    expect(claimWay(rules, { step: "claim_review" }).map(({ says, cites, state }) => [says, cites.article, state])).toEqual([
      ["集中核查", "三（六）", "done"],
      ["评级单位联审", "三（六）", "here"],
      ["报区政府", "三（六）", "ahead"],
      ["区政府同意", "三（六）", "ahead"],
      ["支付代偿", "三（六）", "ahead"],
    ]);
  });
  it("is all ahead of a claim that was sent back or withdrawn, and all behind a paid one", () => {
    for (const step of ["file", "withdrawn"]) expect(new Set(states(step))).toEqual(new Set(["ahead"]));
    expect(new Set(states("paid"))).toEqual(new Set(["done"]));
  });
  it("has a word for every place, and its own for a step that the document names", () => {
    expect(claimPlaces(rules).map(({ id }) => id)).toEqual(["file", ...rules.steps.map((step) => step.id), "paid"]);
    for (const { id, says } of claimPlaces(rules)) expect(says).not.toBe(id);
    expect(claimSays(rules, "withdrawn")).not.toBe("withdrawn");
    expect(claimSays(rules, "claim_pay")).toBe("支付代偿");
  });
});
