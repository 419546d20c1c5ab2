import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCharacter, organisationCheckCharacter, organisationPartHolds, parseCreditCode } from "./credit-code";

/** Published codes of well-known listed companies and institutions. */
const REAL = ["91330100799655058B", "914403001922038216", "9144030071526726XG", "91110000600037341L", "91310115MA1H9YGWXX"];
const ALPHABET = Array.from("0123456789ABCDEFGHJKLMNPQRTUWXY");
const figures = (text: string) => {
  const read = parseCreditCode(text, "creditCode");
  if (read.ok) return { accepted: read.value };
  expect(read.refusals).toHaveLength(1);
  expect(read.refusals[0]).toMatchObject({ code: "credit_code_invalid", field: "creditCode" });
  return read.refusals[0]?.figures;
};

describe("codes that hold", () => {
  it.each(REAL)("YQ-021 %s is accepted, and so is its organisation part", (code) => {
    expect(parseCreditCode(code)).toEqual({ ok: true, value: code });
    expect(organisationPartHolds(code)).toBe(true);
  });

  it.each([
    ["lower case", "91330100799655058b"],
    ["full width", "９１３３０１００７９９６５５０５８Ｂ"],
    ["spaces", " 9133 0100 7996 5505 8B\u3000\n"],
    ["zero-width", "\ufeff91330100\u200b799655058\u200dB\u2060"],
    ["direction marks", "\u202d91330100799655058B\u202c"],
    ["soft hyphen", "91330100\u00ad799655058B"],
  ])("YQ-021 %s is folded", (_, text) => {
    expect(parseCreditCode(text)).toEqual({ ok: true, value: "91330100799655058B" });
  });
});

describe("codes that do not", () => {
  it.each(["", "   ", "\u200b"])("YQ-021 nothing at all is a matter of length", (text) => {
    expect(figures(text)).toEqual({ given: "", problem: "length", length: "0", expected: "18" });
  });

  it("YQ-021 one short, one long", () => {
    expect(figures("91330100799655058")).toEqual({ given: "91330100799655058", problem: "length", length: "17", expected: "18" });
    expect(figures("91330100799655058BB")).toMatchObject({ problem: "length", length: "19" });
  });

  it.each(["I", "O", "Z", "S", "V"])("YQ-021 the letter %s does not exist, at any place", (letter) => {
    for (let at = 0; at < 18; at += 1) {
      const code = REAL[0] as string;
      expect(figures(code.slice(0, at) + letter + code.slice(at + 1))).toMatchObject({ problem: "character", at: String(at + 1), character: letter });
    }
  });

  it("YQ-021 points at place 5 and at the digit that was meant", () => {
    expect(figures("9133O100799655058B")).toEqual({ given: "9133O100799655058B", problem: "character", at: "5", character: "O", expected: "0" });
    expect(figures("9I330100799655058B")).toMatchObject({ at: "2", expected: "1" });
    expect(figures("913301007996SS058B")).toEqual({ given: "913301007996SS058B", problem: "character", at: "13", character: "S" });
  });

  it("YQ-021 no lookalike is proposed where it would not make the code hold", () => {
    expect(figures("9133O1007996550580")).toEqual({ given: "9133O1007996550580", problem: "character", at: "5", character: "O" });
  });

  it("YQ-021 places 3 to 8 are digits", () => {
    expect(figures("9133A100799655058B")).toEqual({ given: "9133A100799655058B", problem: "character", at: "5", character: "A" });
  });

  it.each([
    ["91330100-79965505-8B", "9", "-"],
    ["统一代码", "1", "统"],
    ["91330100799655058\u{1F600}", "18", "\u{1F600}"],
    ["9133010079965505８.", "18", "."],
  ])("YQ-021 %s: the foreign character is pointed at", (text, at, character) => {
    expect(figures(text)).toMatchObject({ problem: "character", at, character });
  });

  it("YQ-021 a wrong check character, with the one that fits", () => {
    expect(figures("91330100799655058C")).toEqual({ given: "91330100799655058C", problem: "check", at: "18", character: "C", expected: "B" });
  });

  it("YQ-021 a slip in the organisation part is located by its own check character", () => {
    expect(figures("91330100799656058B")).toMatchObject({ problem: "check", within: "9-17" });
    expect(figures("91330200799655058B")).not.toHaveProperty("within");
  });

  it("YQ-021 a long paste is cut", () => {
    expect(figures("9".repeat(500))).toMatchObject({ given: "9".repeat(40), length: "500" });
  });
});

describe("check characters", () => {
  it("YQ-021 17 characters of the alphabet and their check character always hold; any one changed or two neighbours swapped never do", () => {
    const legal = fc
      .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
      .map((all) => all.map((c, at) => (at >= 2 && at <= 7 ? String(ALPHABET.indexOf(c) % 10) : c)).join(""));
    fc.assert(
      fc.property(legal, fc.nat(17), fc.nat(29), (first17, at, shift) => {
        const code = first17 + checkCharacter(first17);
        expect(parseCreditCode(code).ok).toBe(true);
        const other = ALPHABET[(ALPHABET.indexOf(code.charAt(at)) + 1 + shift) % 31] as string;
        expect(parseCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
        const next = Math.min(at, 16);
        const swapped = code.slice(0, next) + code.charAt(next + 1) + code.charAt(next) + code.slice(next + 2);
        if (swapped !== code) expect(parseCreditCode(swapped).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("broken input throws", () => {
    expect(() => checkCharacter("9133")).toThrow(RangeError);
    expect(() => checkCharacter("9133O100799655058")).toThrow(RangeError);
    expect(() => organisationCheckCharacter("1234567")).toThrow(RangeError);
  });

  it.each([
    ["71526726", "X"],
    ["79965505", "8"],
    ["MA1H9YGW", "X"],
    ["00000000", "0"],
    ["60003734", "1"],
  ])("GB 11714 %s ends in %s", (body, check) => {
    expect(organisationCheckCharacter(body)).toBe(check);
  });
});
