import { describe, expect, it } from "vitest";
import type { Tie } from "../enterprise/affiliates";
import { day } from "../local-date";
import { APPLICATION } from "../schemes/yanqing/testing";
import { declaredTies, groupFacts } from "./group";

const firm = (id: string) => ({ kind: "firm" as const, id, name: `${id}公司` });
const person = (id: string, name = id) => ({ kind: "person" as const, id, name });
const loanOf = (creditCode: string) => ({ creditCode, name: `${creditCode}公司`, disbursedOn: day("2026-01-05") });
const legal = (who: string, of: string, basis: Tie["basis"] = "found"): Tie => ({ kind: "legal_rep", from: person(who), to: firm(of), basis });
const equity = (from: string, to: string, share: string): Tie => ({ kind: "equity", from: firm(from), to: firm(to), share, basis: "found" });

describe("YQ-022 the group against the loans made", () => {
  it("another firm of the same representative has had its loan: the path says so", () => {
    const facts = groupFacts("甲", [legal("王某", "甲"), legal("王某", "乙")], [loanOf("乙")], "0.25");
    expect(facts).toMatchObject({ ownLoans: [], groupLoans: [{ creditCode: "乙", path: "甲公司 —法定代表人 王某→ 乙公司" }], members: ["甲", "乙"] });
  });

  it("YQ-021 its own loan is its own, without a path", () => {
    expect(groupFacts("甲", [], [loanOf("甲")], "0.25")).toMatchObject({
      ownLoans: [{ creditCode: "甲", path: "" }],
      groupLoans: [],
      members: ["甲"],
    });
  });

  it.each([
    ["0.25", ["丙"]],
    ["0.2499", []],
  ])("a holding of %s", (share, found) => {
    expect(groupFacts("甲", [equity("甲", "丙", share)], [loanOf("丙")], "0.25").groupLoans.map((loan) => loan.creditCode)).toEqual(found);
  });

  it("a chain of holdings and people leads on", () => {
    const ties = [equity("乙", "甲", "0.30"), equity("乙", "丙", "0.60"), legal("李某", "丙"), legal("李某", "丁")];
    const facts = groupFacts("甲", ties, [loanOf("丁")], "0.25");
    expect(facts.groupLoans[0]?.path).toBe("甲公司 ←持股 30%— 乙公司 —持股 60%→ 丙公司 —法定代表人 李某→ 丁公司");
    expect([...facts.members].sort()).toEqual(["丁", "丙", "乙", "甲"].sort());
  });

  it("a suspected link is told apart and uses nobody up", () => {
    const facts = groupFacts("甲", [legal("王某", "甲"), legal("王某", "乙", "suspected")], [loanOf("乙")], "0.25");
    expect(facts.groupLoans).toEqual([]);
    expect(facts.suspectedTies).toEqual([{ name: "乙公司", path: "甲公司 —法定代表人 王某（疑似）→ 乙公司" }]);
    expect(facts.members).toEqual(["甲"]);
  });

  it("an affiliate without a loan, and a stranger with one, stand in nobody's way", () => {
    expect(groupFacts("甲", [legal("王某", "甲"), legal("王某", "乙")], [loanOf("丙")], "0.25")).toMatchObject({
      ownLoans: [],
      groupLoans: [],
      suspectedTies: [],
    });
  });

  it("an application declares its representative, controller, holders and affiliates", () => {
    const ties = declaredTies({
      ...APPLICATION,
      holders: [{ kind: "firm", id: "乙", name: "乙公司", share: "0.300000" }],
      affiliates: [{ id: "丙", name: "丙公司" }],
    });
    expect(ties.map(({ kind, from, to, basis }) => [kind, from.id, to.id, basis])).toEqual([
      ["legal_rep", "key-wang", APPLICATION.creditCode, "declared"],
      ["controller", "key-li", APPLICATION.creditCode, "declared"],
      ["equity", "乙", APPLICATION.creditCode, "declared"],
      ["declared", APPLICATION.creditCode, "丙", "declared"],
    ]);
  });
});
