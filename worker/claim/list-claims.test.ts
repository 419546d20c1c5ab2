/** The list of claims: whose, in which order, by batch and step, page by page, and read by index. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Cast, cast, must } from "../story";
import { call, env, phoneOf, tokenOf } from "../testing";
import { agreed, checked, filed, type Lent, lent } from "./claim-story";

let who: Cast;
let cases: Record<"filed" | "checked" | "agreed" | "guaranteed", Lent>;
interface Row {
  readonly caseId: string;
  readonly step: string;
  readonly stepSays: string;
  readonly batch: string | null;
  readonly amount: string | null;
}
interface Listed {
  readonly claims: readonly Row[];
  readonly next: string | null;
  readonly batches: readonly { readonly batch: string; readonly claims: number; readonly principal: string; readonly open: number }[];
  readonly steps: readonly { readonly id: string; readonly says: string }[];
}
const list = async (token: string, query = ""): Promise<Listed> => must(await call("GET", `/claims${query}`, undefined, { token })).body;
const ids = ({ claims }: Listed) => claims.map(({ caseId }) => caseId).sort();
const these = (...names: (keyof typeof cases)[]) => names.map((name) => cases[name].caseId).sort();

beforeAll(async () => {
  who = await cast();
  cases = {
    filed: await lent(who, 881),
    checked: await lent(who, 882),
    agreed: await lent(who, 883),
    guaranteed: await lent(who, 884, { guarantor: true }),
  };
  await filed(who.bankA, cases.filed.caseId);
  await filed(who.bankA, cases.checked.caseId);
  await checked(who, cases.checked.caseId);
  await agreed(who, cases.agreed);
  await filed(who.guarantor, cases.guaranteed.caseId);
}, 90_000);

describe("YQ-071 the list of claims", () => {
  it("is the district's for its desks, its own for an institution, and what was put before it for the government", async () => {
    const auditor = await tokenOf(phoneOf(13));
    for (const token of [who.office, who.finance, auditor]) expect(ids(await list(token))).toEqual(these("filed", "checked", "agreed", "guaranteed"));
    expect(ids(await list(who.bankA))).toEqual(these("filed", "checked", "agreed"));
    expect(ids(await list(who.guarantor))).toEqual(these("guaranteed"));
    expect(ids(await list(who.bankB))).toEqual([]);
    expect(ids(await list(who.government))).toEqual(these("agreed"));
    for (const token of [who.department, who.accountBank, cases.filed.firm])
      expect((await call("GET", "/claims", undefined, { token })).status).toBe(403);
  });

  it("tells each half-year's claims, principal and what is open, to each viewer of its own", async () => {
    const [office, guarantor] = [await list(who.office), await list(who.guarantor)];
    expect(office.batches).toEqual([{ batch: expect.stringMatching(/^\d{4}H[12]$/), claims: 2, principal: "6000000.00", open: 2 }]);
    expect(guarantor.batches).toEqual([]);
  });

  it("narrows by step and by batch, each step by its own words", async () => {
    const { steps, batches } = await list(who.office);
    expect(steps.map(({ id }) => id)).toEqual(["file", "claim_check", "claim_review", "claim_report", "claim_consent", "claim_pay", "paid"]);
    expect(ids(await list(who.office, "?step=claim_check"))).toEqual(these("filed", "guaranteed"));
    expect(ids(await list(who.office, `?batch=${batches[0]?.batch}`))).toEqual(these("checked", "agreed"));
    const { claims } = await list(who.bankA, `?batch=${batches[0]?.batch}&step=claim_pay`);
    expect(claims).toMatchObject([{ caseId: cases.agreed.caseId, stepSays: "支付代偿", principal: "3000000.00", amount: "1500000.00", paid: false }]);
    expect(ids(await list(who.office, "?step=nowhere"))).toEqual([]);
  });

  it("goes on where the page ended, and says that a cursor is none", async () => {
    const seen: string[] = [];
    let cursor = "";
    for (let page = 0; page < 5; page++) {
      const { claims, next } = await list(who.office, `?limit=1${cursor}`);
      seen.push(...claims.map(({ caseId }) => caseId));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect([...seen].sort()).toEqual(these("filed", "checked", "agreed", "guaranteed"));
    expect(await call("GET", "/claims?cursor=x", undefined, { token: who.office })).toMatchObject({ status: 400, body: { code: "field_invalid" } });
  });

  it("is one batch of reads, each answered by an index", async () => {
    const texts = new Set<string>();
    const plain = env.DB.prepare.bind(env.DB);
    const spy = vi.spyOn(env.DB, "prepare").mockImplementation((text) => {
      texts.add(text);
      return plain(text);
    });
    for (const filter of ["", "?step=claim_check", "?batch=2026H2", "?cursor=2030-01-01.z", "?batch=2026H2&step=claim_pay&cursor=2030-01-01.z"])
      await list(who.office, filter);
    spy.mockRestore();
    const asked = [...texts].filter((text) => text.includes("loan_file"));
    expect(asked.length).toBeGreaterThan(10);
    for (const text of asked) {
      const bound = plain(`EXPLAIN QUERY PLAN ${text}`).bind(...Array.from({ length: text.match(/\?/g)?.length ?? 0 }, () => null));
      const steps = (await bound.all<{ detail: string }>()).results.map(({ detail }) => detail);
      expect(steps.filter((step) => /^SCAN (?!own\b|\d* ?CONSTANT ROW)/.test(step))).toEqual([]);
    }
  });
});
