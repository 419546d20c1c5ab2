import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainPath } from "./affiliate-path";
import { type Basis, groupOf, type Party, type Tie } from "./affiliates";

const firm = (name: string): Party => ({ kind: "firm", id: `code-${name}`, name: `延庆${name}公司` });
const person = (name: string): Party => ({ kind: "person", id: `person-${name}`, name });
const [A, B, C, D, E] = ["甲", "乙", "丙", "丁", "戊"].map(firm) as [Party, Party, Party, Party, Party];
const WANG = person("王某");
const LI = person("李某");

const represents = (from: Party, to: Party, basis: Basis = "found"): Tie => ({ kind: "legal_rep", from, to, basis });
const controls = (from: Party, to: Party, basis: Basis = "found"): Tie => ({ kind: "controller", from, to, basis });
const holds = (from: Party, to: Party, share: string, basis: Basis = "found"): Tie => ({ kind: "equity", from, to, share, basis });
const declares = (from: Party, to: Party, basis: Basis = "declared"): Tie => ({ kind: "declared", from, to, basis });
const group = (ties: readonly Tie[], of = A, equityThreshold = "0.25") => groupOf(of.id, ties, { equityThreshold });
const ids = (members: readonly { id: string }[]) => members.map(({ id }) => id);
const explained = (ties: readonly Tie[], to: Party, of = A) => explainPath(group(ties, of).pathTo(to.id) ?? []);

describe("who belongs together", () => {
  it.each<[string, Tie[], string]>([
    ["one legal representative", [represents(WANG, A), represents(WANG, B)], "延庆甲公司 —法定代表人 王某→ 延庆乙公司"],
    ["one controller", [controls(WANG, A), controls(WANG, B)], "延庆甲公司 —实际控制人 王某→ 延庆乙公司"],
    ["two roles of one person", [represents(WANG, A), controls(WANG, B)], "延庆甲公司 —法定代表人 王某，后者实际控制人→ 延庆乙公司"],
    ["one holder in both", [holds(WANG, A, "0.60"), holds(WANG, B, "0.25")], "延庆甲公司 —持股 60% 王某，后者持股 25%→ 延庆乙公司"],
    ["a stake in the other", [holds(A, B, "0.305")], "延庆甲公司 —持股 30.5%→ 延庆乙公司"],
    ["a stake held by the other", [holds(B, A, "0.25")], "延庆甲公司 ←持股 25%— 延庆乙公司"],
    ["a controlling firm", [controls(B, A)], "延庆甲公司 ←实际控制人— 延庆乙公司"],
    ["a declaration", [declares(A, B)], "延庆甲公司 —申报关联→ 延庆乙公司"],
    ["a declaration of the other", [declares(B, A)], "延庆甲公司 —申报关联→ 延庆乙公司"],
  ])("YQ-022 %s", (_, ties, line) => {
    expect(group(ties).members).toEqual([{ id: B.id, name: B.name }]);
    expect(group(ties).suspected).toEqual([]);
    expect(explained(ties, B)).toBe(line);
  });

  it("YQ-022 a chain over a person and a stake, link by link", () => {
    const ties = [represents(WANG, A), represents(WANG, B), holds(B, C, "0.51")];
    expect(ids(group(ties).members)).toEqual([C.id, B.id].sort());
    expect(group(ties).pathTo(C.id)).toEqual([
      { from: A, to: WANG, kind: "legal_rep", basis: "found", holder: "to" },
      { from: WANG, to: B, kind: "legal_rep", basis: "found", holder: "from" },
      { from: B, to: C, kind: "equity", share: "0.51", basis: "found", holder: "from" },
    ]);
    expect(explained(ties, C)).toBe("延庆甲公司 —法定代表人 王某→ 延庆乙公司 —持股 51%→ 延庆丙公司");
    expect(explained(ties, A, C)).toBe("延庆丙公司 ←持股 51%— 延庆乙公司 —法定代表人 王某→ 延庆甲公司");
  });

  it.each([
    ["0.2499999999", []],
    ["0.249", []],
    ["0.25", [B.id]],
    ["0.2500", [B.id]],
    ["1", [B.id]],
  ])("YQ-022 a share of %s against 25 %%", (share, members) => {
    expect(ids(group([holds(A, B, share)]).members)).toEqual(members);
  });

  it("YQ-022 the threshold is a parameter", () => {
    expect(ids(group([holds(A, B, "0.25")], A, "0.30").members)).toEqual([]);
    expect(ids(group([holds(A, B, "0.20")], A, "0.20").members)).toEqual([B.id]);
  });

  it("YQ-022 two small stakes of one holder are not added up", () => {
    expect(group([holds(A, B, "0.20"), holds(A, B, "0.20", "declared")]).members).toEqual([]);
  });

  it("YQ-022 people are links, not members; a person and a firm with one id are two parties", () => {
    const twin: Party = { kind: "person", id: B.id, name: "同号" };
    expect(group([represents(WANG, A)]).members).toEqual([]);
    expect(group([represents(twin, A), declares(B, C)]).members).toEqual([]);
  });

  it("YQ-022 a lonely firm has no group, and no path to a stranger", () => {
    const lonely = group([declares(B, C)]);
    expect([lonely.members, lonely.suspected, lonely.pathTo(B.id), lonely.pathTo(A.id)]).toEqual([[], [], undefined, []]);
    expect(explainPath([])).toBe("");
  });
});

describe("suspicion", () => {
  it("YQ-022 a suspected tie joins nobody but is shown with whatever hangs behind it", () => {
    const ties = [represents(WANG, A), represents(WANG, B), controls(LI, B, "suspected"), controls(LI, C), declares(C, D)];
    expect(ids(group(ties).members)).toEqual([B.id]);
    expect(ids(group(ties).suspected)).toEqual([C.id, D.id].sort());
    expect(explained(ties, C)).toBe("延庆甲公司 —法定代表人 王某→ 延庆乙公司 —实际控制人 李某（疑似）→ 延庆丙公司");
  });

  it("YQ-022 a member for sure is not suspected, and its chain holds no suspected link though one is shorter", () => {
    const ties = [declares(A, B, "suspected"), represents(WANG, A), represents(WANG, B)];
    expect(ids(group(ties).members)).toEqual([B.id]);
    expect(group(ties).suspected).toEqual([]);
    expect(
      group(ties)
        .pathTo(B.id)
        ?.map(({ basis }) => basis),
    ).toEqual(["found", "found"]);
  });

  it("YQ-022 a suspected stake below the threshold is not even suspected", () => {
    expect(group([holds(A, B, "0.24", "suspected")]).suspected).toEqual([]);
    expect(explained([holds(A, B, "0.25", "suspected")], B)).toBe("延庆甲公司 —持股 25%（疑似）→ 延庆乙公司");
  });
});

describe("order, cycles and size", () => {
  it("YQ-022 cycles end, and the shortest chain is told", () => {
    const ties = [holds(A, B, "0.5"), holds(B, C, "0.5"), holds(C, A, "0.5"), holds(A, A, "0.5"), declares(C, D), declares(D, E)];
    expect(ids(group(ties).members)).toEqual([B, C, D, E].map(({ id }) => id).sort());
    expect(explained(ties, E)).toBe("延庆甲公司 ←持股 50%— 延庆丙公司 —申报关联→ 延庆丁公司 —申报关联→ 延庆戊公司");
  });

  it("YQ-022 the order of the ties changes nothing, and the relation is mutual", () => {
    const all = [A, B, C, D, E];
    const tie = fc.oneof(
      fc
        .tuple(fc.constantFrom(WANG, LI), fc.constantFrom(...all), fc.constantFrom<Basis>("found", "declared", "suspected"))
        .map(([p, f, basis]) => represents(p, f, basis)),
      fc
        .tuple(fc.constantFrom(...all), fc.constantFrom(...all), fc.constantFrom("0.24", "0.25", "0.6"), fc.constantFrom<Basis>("found", "suspected"))
        .map(([a, b, share, basis]) => holds(a, b, share, basis)),
    );
    fc.assert(
      fc.property(
        fc.array(tie, { maxLength: 12 }).chain((ties) => fc.tuple(fc.constant(ties), fc.shuffledSubarray(ties, { minLength: ties.length }))),
        ([ties, shuffled]) => {
          const [one, two] = [group(ties), group(shuffled)];
          expect(two.members).toEqual(one.members);
          expect(two.suspected).toEqual(one.suspected);
          for (const { id } of [...one.members, ...one.suspected]) expect(two.pathTo(id)).toEqual(one.pathTo(id));
          for (const { id, name } of one.members) expect(ids(group(ties, { kind: "firm", id, name }).members)).toContain(A.id);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("YQ-022 a chain of 10,000 ties is walked to its end", () => {
    const firms = Array.from({ length: 10_001 }, (_, at) => firm(String(at).padStart(5, "0")));
    const ties = firms.slice(1).map((to, at) => holds(firms[at] as Party, to, "0.30"));
    const result = group(ties, firms[0] as Party);
    expect(result.pathTo((firms[10_000] as Party).id)).toHaveLength(10_000);
    expect(result.members).toHaveLength(10_000);
  });
});
