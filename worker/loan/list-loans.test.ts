/** Funded loans as each viewer lists them: filtered, found, paged, counted, and read from an index however many there are. */
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "../../shared/local-date";
import { yanqing } from "../../shared/schemes/yanqing/scheme";
import { observed } from "../observed";
import { type Cast, cast, idOf, must } from "../story";
import { call, env, phoneOf, tokenOf } from "../testing";
import { grades, HEAD, imports, lent, repayment, repays, workbook } from "./loan-story";
import { loanFlagsTold } from "./watch";

let who: Cast;
const cases: Record<string, string> = {};
const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
beforeAll(async () => {
  who = await cast();
  cases.plain = (await lent(who, 961, { name: "北京远山有限公司" })).caseId;
  cases.guaranteed = (await lent(who, 962, { name: "北京近水有限公司", guarantor: true })).caseId;
  cases.theirs = (await lent({ ...who, bankA: who.bankB }, 963, { name: "北京远山二号有限公司" })).caseId;
  must(await grades(who.bankA, cases.guaranteed, { grade: "substandard", on: today }));
  must(await repays(who.bankA, cases.plain, repayment("L-1", today, "3000000.00")));
}, 60_000);

interface Listed {
  readonly loans: { readonly caseId: string; readonly contractNo: string; readonly stage: string }[];
  readonly next: string | null;
  readonly counts: Record<string, number>;
}
const lists = async (token: string, query = ""): Promise<Listed> => must(await call("GET", `/loans${query}`, undefined, { token })).body;
const contracts = async (token: string, query = "") => (await lists(token, query)).loans.map(({ contractNo }) => contractNo);

describe("YQ-102 whose loans", () => {
  it("the district's desks see all, newest movement first, with what each row needs", async () => {
    for (const token of [who.office, who.finance, who.government, await tokenOf(phoneOf(13))])
      expect(await contracts(token)).toEqual(["HT-961", "HT-962", "HT-963"]);
    const { loans, counts } = await lists(who.office);
    expect(loans[1]).toMatchObject({
      caseId: cases.guaranteed,
      enterprise: "北京近水有限公司",
      contractNo: "HT-962",
      lender: "海坨银行延庆支行",
      principal: "3000000.00",
      outstanding: "3000000.00",
      grade: "substandard",
      stage: "live",
      claimSays: "",
      batch: null,
    });
    expect(counts).toEqual({ repaid: 1, live: 2 });
  });
  it("a lender its own, a guarantor those that it stands behind, a recommender those it recommended", async () => {
    expect(await contracts(who.bankA)).toEqual(["HT-961", "HT-962"]);
    expect(await contracts(who.bankB)).toEqual(["HT-963"]);
    expect(await contracts(who.guarantor)).toEqual(["HT-962"]);
    expect(await contracts(who.department)).toEqual(["HT-961", "HT-962", "HT-963"]);
    expect((await lists(who.guarantor)).counts).toEqual({ live: 1 });
    expect((await lists(who.bankA)).counts).toEqual({ live: 1, repaid: 1 });
    expect((await lists(await tokenOf(phoneOf(2)))).loans).toEqual([]);
    expect((await call("GET", "/loans", undefined, { token: who.firm })).status).toBe(403);
  });
});

describe("YQ-102 which loans", () => {
  it.each([
    ["?stage=repaid", ["HT-961"]],
    ["?grade=substandard", ["HT-962"]],
    ["?grade=substandard&stage=repaid", []],
    ["?q=远山", ["HT-961", "HT-963"]],
    ["?q=远山二号", ["HT-963"]],
    ["?q=ht-96", ["HT-961", "HT-962", "HT-963"]],
    ["?q=ＨＴ-962", ["HT-962"]],
    ["?q=远", ["HT-961", "HT-963"]],
    ["?q=远山&stage=live", ["HT-963"]],
    ["?q=%25", []],
    ["?q=无此企业", []],
  ])("%s", async (query, found) => {
    expect(await contracts(who.office, query)).toEqual(found);
  });
  it("a search does not look beyond one's own", async () => {
    expect(await contracts(who.bankA, "?q=远山")).toEqual(["HT-961"]);
    expect(await contracts(who.guarantor, "?q=远山")).toEqual([]);
  });
  it.each(["stage=x", "grade=x", "cursor=junk", "limit=0", "limit=101", `q=${"远".repeat(61)}`])("%s is refused with its field", async (query) => {
    const answer = await call("GET", `/loans?${query}`, undefined, { token: who.office });
    expect([answer.status, answer.body.refusals[0].field]).toEqual([400, query.split("=")[0]]);
  });
});

describe("ten thousand loans", () => {
  beforeAll(async () => {
    const { orgId } = await idOf(who.bankA);
    const { results } = await env.DB.prepare("SELECT * FROM case_file WHERE id = ?").bind(cases.plain).all<Record<string, unknown>>();
    const [model] = results;
    // rows of many loans as years of them would be: only their numbers and moments differ
    const numbers = JSON.stringify(Array.from({ length: 10_000 }, (_, at) => at));
    const columns = Object.keys(model ?? {}).filter((name) => !["id", "serial", "no", "moved_at", "enterprise_name"].includes(name));
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO case_file (id, serial, no, moved_at, enterprise_name, ${columns.join(", ")}) SELECT 'many-' || j.value, 100000 + j.value, 'M-' || j.value, 1000000 + j.value,
          '批量企业' || j.value, ${columns.join(", ")} FROM json_each(?1) j CROSS JOIN case_file f ON f.id = ?2`,
      ).bind(numbers, cases.plain),
      env.DB.prepare(
        `INSERT INTO loan (id, scheme_id, case_id, credit_code, name, lender_org, mode, contract_no, principal, rate, term_months, disbursed_on, tier, ratio, recorded_at)
          SELECT 'l-' || j.value, 'yanqing', 'many-' || j.value, 'c' || j.value, '批量企业', ?2, 'bank', 'MANY-' || j.value, 100, '0.04', 12, '2026-03-02', 'low', '0.20', 1 FROM json_each(?1) j`,
      ).bind(numbers, orgId),
      env.DB.prepare(
        `INSERT INTO loan_file (case_id, scheme_id, loan_id, lender_org, payee_org, recommender_org, stage, grade, outstanding, matures_on, moved_at)
          SELECT 'many-' || j.value, 'yanqing', 'l-' || j.value, ?2, ?2, ?3, 'live', 'normal', 100, '2027-03-02', 1000000 + j.value FROM json_each(?1) j`,
      ).bind(numbers, orgId, (await idOf(who.department)).orgId),
      env.DB.prepare(
        "INSERT INTO case_gram (scheme_id, gram, case_id) SELECT 'yanqing', g.value, 'many-' || j.value FROM json_each(?1) j, json_each(?2) g",
      ).bind(numbers, JSON.stringify(["批量", "MA"])),
    ]);
  }, 60_000);

  it("come a page at a time, each once, without a gap", async () => {
    const seen: string[] = [];
    for (let query = "?limit=100", pages = 0; pages < 4; pages++) {
      const { loans, next } = await lists(who.bankA, query);
      seen.push(...loans.map(({ contractNo }) => contractNo));
      query = `?limit=100&cursor=${next}`;
    }
    expect(new Set(seen).size).toBe(400);
    expect(seen.slice(0, 4)).toEqual(["HT-961", "HT-962", "MANY-9999", "MANY-9998"]);
    expect((await lists(who.office)).counts).toEqual({ live: 10_002, repaid: 1 });
  });
  it("no list, search or night walks through them: every statement goes in by an index", async () => {
    const { db, asked } = observed(env.DB);
    const started = performance.now();
    const queries = [
      "",
      "?stage=live",
      "?grade=substandard",
      "?q=批量企业77",
      "?q=M",
      "?stage=live&grade=normal&cursor=1005000.x",
      "?q=HT&stage=live",
    ];
    for (const token of [who.office, who.bankA, who.department])
      for (const query of queries) must(await call("GET", `/loans${query}`, undefined, { token, settings: { DB: db } }));
    await loanFlagsTold(db, yanqing, day(today));
    must(
      await imports(who.bankA, workbook([HEAD, ["MANY-7", "L-1", today, "0.10", "0"], ["HT-962", "L-1", today, "1.00", "0"]]), "1", undefined, db),
    );
    must(await call("GET", "/loans/template", undefined, { token: who.bankA, settings: { DB: db } }));
    // seven lists of three people beside everything else that runs: nobody waits
    expect(performance.now() - started).toBeLessThan(10_000);
    const texts = new Set(asked.flatMap((one) => one.texts).filter((text) => /loan_file|FROM lead|case_event|loan l|ledger_/.test(text)));
    expect(texts.size).toBeGreaterThan(15);
    for (const text of texts) {
      const parameters = text.match(/\?/g)?.length ?? 0;
      const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${text}`)
        .bind(...Array.from({ length: parameters }, () => null))
        .all<{ detail: string }>();
      const walks = results
        .map(({ detail }) => detail)
        .filter((detail) => detail.startsWith("SCAN") && !/^SCAN (page|named|hit|j|touched|json_each|must|\(subquery|\d* ?CONSTANT)/.test(detail));
      expect(walks, text).toEqual([]);
    }
  });
});
