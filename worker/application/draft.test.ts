/** A draft's people: kept as mask and key, known again by their mask, and never somebody else's by a made-up one. */
import { describe, expect, it } from "vitest";
import type { Draft } from "../../shared/process/draft";
import { mergeDraft } from "./draft";

const SECRET = "a secret of this test alone, long enough";
const [ID, MASK] = ["11010519491231002X", "110***********002X"];
const EMPTY = { draft: {}, fields: {} };

async function merged(changes: Draft, stored: Parameters<typeof mergeDraft>[0] = EMPTY, seen = 0) {
  const result = await mergeDraft(stored, changes, seen, seen + 1, SECRET);
  if (!result.ok) throw new Error(result.refusals.map(({ code, field }) => `${code} ${field}`).join());
  return result.value;
}

describe("people in a draft", () => {
  it("YQ-022 the representative's mask stands for the same person as controller and as holder", async () => {
    const first = await merged({ representativeId: ID });
    const { draft } = await merged({ controllerId: MASK, holders: [{ name: "王某", id: MASK, percent: "60" }] }, first, 1);
    expect([draft.representativeId, draft.controllerId, draft.controllerKey, draft.holders?.[0]?.key]).toEqual([
      MASK,
      MASK,
      draft.representativeKey,
      draft.representativeKey,
    ]);
    expect(JSON.stringify(draft)).not.toContain(ID);
  });

  it("YQ-022 a mask of nobody in the draft is refused wherever it stands", async () => {
    const first = await merged({ representativeId: ID });
    const made = "110***********9999";
    for (const changes of [{ representativeId: made }, { controllerId: made }, { holders: [{ id: made }] }]) {
      const result = await mergeDraft(first, changes, 1, 2, SECRET);
      expect(result.ok ? [] : result.refusals.map(({ code }) => code), JSON.stringify(changes)).toEqual(["field_invalid"]);
    }
  });

  it("names what another device wrote since, and only that", async () => {
    const first = await merged({ needAmount: "1", needPurpose: "a" });
    const second = await merged({ needAmount: "2" }, first, 1);
    const third = await mergeDraft(second, { needAmount: "3", needPurpose: "b" }, 1, 3, SECRET);
    expect(third.ok && third.value.overwritten).toEqual(["needAmount"]);
  });
});
