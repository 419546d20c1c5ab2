/** Identity numbers: the check character, what typing brings along, the mask. */
import { describe, expect, it } from "vitest";
import { isIdentityNumber, isMaskedIdentityNumber, maskIdentityNumber, normalizeIdentityNumber } from "./identity-number";

describe("identity numbers (GB 11643)", () => {
  it("holds for the standard's own examples and not with one digit changed", () => {
    expect(isIdentityNumber("11010519491231002X")).toBe(true);
    expect(isIdentityNumber("440524188001010014")).toBe(true);
    expect(isIdentityNumber("110105194912310021")).toBe(false);
    expect(isIdentityNumber("11010519491231003X")).toBe(false);
  });

  it("is not one while a character is missing or foreign", () => {
    for (const text of ["", "11010519491231002", "11010519491231002XX", "1101051949123100AX"]) expect(isIdentityNumber(text), text).toBe(false);
  });

  it("reads full-width, spaced and lower-case typing", () => {
    expect(normalizeIdentityNumber(" １１０１０５ 19491231 002x\u200b")).toBe("11010519491231002X");
  });

  it("shows three and four characters, and a mask is no number", () => {
    const mask = maskIdentityNumber("11010519491231002X");
    expect(mask).toBe("110***********002X");
    expect([isMaskedIdentityNumber(mask), isIdentityNumber(mask), isMaskedIdentityNumber("11010519491231002X")]).toEqual([true, false, false]);
  });
});
