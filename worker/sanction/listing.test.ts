/** Firms on the list of the dishonest through the API: three years for the firm, for the one who represents it and for the firms that this person represents; money that is out goes to law; a mistake is lifted by another person. */
import { beforeAll, describe, expect, it } from "vitest";
import { filed, lent } from "../claim/claim-story";
import { coordinates, noResult, noticesOf, recoveryOf, sues, suit, today } from "../recovery/recovery-story";
import { applied, type Cast, cast, codeOf, draftOf, identityOf, idOf, must, newFirm, uploadAll } from "../story";
import { type Answer, call, env } from "../testing";

let who: Cast;
let department: string;
beforeAll(async () => {
  who = await cast();
  department = (await idOf(who.department)).orgId;
}, 60_000);

const entry = (n: number, more: object = {}) => ({
  name: `北京失信${n}有限公司`,
  creditCode: codeOf(n),
  reason: "提供虚假合同骗取贷款",
  platform: "信用中国（北京）",
  listedOn: today(),
  evidence: "京信用〔2026〕5号",
  ...more,
});
const lists = (body: object, token = who.office): Promise<Answer> => call("POST", "/sanctions/listings", body, { token });
const lifts = (id: string, token: string, body: object = { reason: "同名企业，录入有误", documentNo: "延发改〔2026〕30号" }) =>
  call("POST", `/sanctions/listings/${id}/lift`, body, { token });
/** The first day after three years and a day: the anniversary still belongs to the bar. */
const freeAgain = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year + 3, month - 1, date + 1)).toISOString().slice(0, 10);
};

/** A draft with all its papers, ready to be handed in by a firm that `person` represents. */
async function draft(n: number, person: number) {
  const token = await newFirm(n, `北京失信${n}有限公司`);
  const { caseId } = must(await call("POST", "/applications", {}, { token })).body;
  must(await call("PUT", `/applications/${caseId}/draft`, { revision: 0, changes: draftOf(person, department) }, { token }));
  await uploadAll(token, caseId);
  const { revision } = must(await call("GET", `/applications/${caseId}`, undefined, { token })).body;
  return { token, caseId: caseId as string, submit: () => call("POST", `/applications/${caseId}/submit`, { revision }, { token }) };
}
const barredIn = ({ status, body }: Answer) => {
  const found = body.refusals?.find((one: { code: string }) => one.code === "blacklisted");
  return { status, code: found?.code, figures: found?.figures, article: found?.article };
};

describe("YQ-094 the entry", () => {
  it("has its platform, day, reason and proof, and tells from when the firm may come back", async () => {
    const { body } = must(await lists(entry(951)));
    expect(body).toMatchObject({
      creditCode: codeOf(951),
      platform: "信用中国（北京）",
      listedOn: today(),
      firstAllowedOn: freeAgain(today()),
      evidence: "京信用〔2026〕5号",
      lifted: null,
      flags: [],
      article: "四（三）",
    });
    expect((await noticesOf(who.finance)).filter(({ code }) => code === "firm_listed")).toMatchObject([
      { figures: { enterprise: "北京失信951有限公司" } },
    ]);
    expect((await lists(entry(951))).body.refusals[0]).toMatchObject({ code: "already_exists" });
  });

  it("without a proof it counts and is marked until the proof is there", async () => {
    const { body } = must(await lists(entry(952, { evidence: "" })));
    expect(body.flags).toMatchObject([{ code: "blacklist_pending", article: "四（三）" }]);
    const { listings } = must(await call("GET", "/sanctions", undefined, { token: who.finance })).body;
    expect(listings.find((one: { id: string }) => one.id === body.id)).toEqual(body);
  });

  it.each([
    ["a day to come", { listedOn: "2099-01-01" }, "date_invalid", "listedOn"],
    ["a day that is none", { listedOn: "2026-02-30" }, "date_invalid", "listedOn"],
    ["a code that breaks its check character", { creditCode: "91110119MA0000000A" }, "credit_code_invalid", "creditCode"],
    ["a number that is nobody's", { representativeName: "甲", representativeId: "110229198001010000" }, "field_invalid", "representativeId"],
    ["a masked number", { representativeName: "甲", representativeId: "110***********1234" }, "field_invalid", "representativeId"],
    ["a number without its name", { representativeId: identityOf(953) }, "field_required", "representativeName"],
  ])("%s is refused with its field", async (_, more, code, field) => {
    expect((await lists(entry(953, more))).body.refusals[0]).toMatchObject({ code, field });
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM listing WHERE credit_code = ?").bind(codeOf(953)).first("n")).toBe(0);
  });

  it("keeps no identity number, as drafts keep none", async () => {
    must(await lists(entry(954, { representativeName: "陈一川", representativeId: identityOf(954) })));
    const row = await env.DB.prepare("SELECT * FROM listing WHERE credit_code = ?").bind(codeOf(954)).first<Record<string, unknown>>();
    expect(JSON.stringify(row)).not.toContain(identityOf(954).slice(6, 14));
    expect(row?.representative_key).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the office's to make, and read by those who guard the fund", async () => {
    for (const token of [who.finance, who.bankA, who.department, who.firm]) expect(await lists(entry(955), token)).toMatchObject({ status: 403 });
    for (const token of [who.bankA, who.department, who.firm])
      expect(await call("GET", "/sanctions", undefined, { token })).toMatchObject({ status: 403 });
  });
});

describe("YQ-095 the bar of three years", () => {
  it("stops the firm's application with the article and the first day on which it may come back", async () => {
    const one = await draft(961, 961);
    must(await lists(entry(961)));
    expect(barredIn(await one.submit())).toMatchObject({
      status: 422,
      code: "blacklisted",
      figures: { firstAllowedOn: freeAgain(today()) },
      article: "四（三）",
    });
    expect((await noticesOf(one.token)).map(({ code }) => code)).toEqual(["firm_listed"]);
  });

  it("YQ-A34 reaches every firm that the listed person represents, by the number or by the firm's own application, and no other", async () => {
    const byNumber = await draft(962, 970);
    must(await lists(entry(963, { representativeName: "陈一川", representativeId: identityOf(970) })));
    expect(barredIn(await byNumber.submit())).toMatchObject({ code: "blacklisted", figures: { firstAllowedOn: freeAgain(today()) } });
    // the records hold no numbers: the person of a firm that has applied is known by name
    const known = await newFirm(964, "北京失信964有限公司");
    await applied(known, 971, department);
    const byRecord = await draft(965, 971);
    const other = await draft(966, 972);
    must(await lists(entry(964, { representativeName: "陈一川" })));
    expect(barredIn(await byRecord.submit())).toMatchObject({ code: "blacklisted" });
    must(await other.submit());
  });

  it("a case on its way is stopped at its next step", async () => {
    const token = await newFirm(967, "北京失信967有限公司");
    const caseId = await applied(token, 967, department);
    must(await lists(entry(967)));
    const letter = { letterNo: "延科推〔2026〕967号", profile: "概况", loanNeed: "需求" };
    expect(barredIn(await call("POST", `/cases/${caseId}/adopt`, letter, { token: who.department }))).toMatchObject({
      status: 422,
      code: "blacklisted",
    });
  });
});

describe("YQ-096 money that is still out", () => {
  it("goes to law at once when its firm is listed, whatever the meeting said", async () => {
    const one = await lent(who, 981);
    await filed(who.bankA, one.caseId);
    must(await lists(entry(981, { name: one.name })));
    const recovery = await recoveryOf(who.bankA, one.caseId);
    expect(recovery).toMatchObject({ stage: "LEGAL", forced: { on: today(), reason: "提供虚假合同骗取贷款" } });
    expect(recovery.flags.map(({ code }: { code: string }) => code)).toContain("legal_required");
    expect((await noticesOf(who.bankA, one.caseId)).map(({ code }) => code)).toContain("legal_forced");
    must(await sues(who.bankA, one.caseId, suit()));
  });

  it("a recovery that is at law already stays as it is, and so does a loan without a claim", async () => {
    const sued = await lent(who, 982);
    await filed(who.bankA, sued.caseId);
    must(await coordinates(who.office, sued.caseId, noResult()));
    must(await sues(who.bankA, sued.caseId, suit()));
    must(await lists(entry(982)));
    expect((await recoveryOf(who.office, sued.caseId)).forced).toBeUndefined();
    const running = await lent(who, 983);
    must(await lists(entry(983)));
    const { results } = await env.DB.prepare("SELECT type FROM case_event WHERE case_id = ? AND type = 'legal_forced'").bind(running.caseId).all();
    expect(results).toEqual([]);
    // its loan fails later: what is owed by a listed firm asks for the law
    await filed(who.bankA, running.caseId);
    const { flags } = await recoveryOf(who.office, running.caseId);
    expect(flags.map(({ code }: { code: string }) => code)).toContain("legal_required");
  });
});

describe("an entry made by mistake", () => {
  it("is lifted by another person with a reason and a paper, once, and the firm may apply; the entry stays to be read", async () => {
    const one = await draft(991, 991);
    const { id } = must(await lists(entry(991))).body;
    expect((await lifts(id, who.office)).body.refusals[0]).toMatchObject({ code: "same_person", article: "四（三）" });
    expect(await lifts(id, who.office2, { reason: "误", documentNo: "" })).toMatchObject({ status: 400 });
    const { body } = must(await lifts(id, who.office2));
    expect(body).toMatchObject({ id, lifted: { on: today(), reason: "同名企业，录入有误" }, flags: [] });
    expect((await lifts(id, who.office2)).body.refusals[0]).toMatchObject({ code: "already_exists" });
    expect(await lifts("nowhere", who.office2)).toMatchObject({ status: 404 });
    must(await one.submit());
    const { listings } = must(await call("GET", "/sanctions", undefined, { token: who.office })).body;
    expect(listings.find((row: { id: string }) => row.id === id)).toMatchObject({ lifted: { on: today() } });
    must(await lists(entry(991)));
  });

  it("SQL keeps it so: no edit, no deletion, nobody lifts their own", async () => {
    const { id } = must(await lists(entry(992))).body;
    for (const text of [
      "UPDATE listing SET listed_on = '2020-01-01' WHERE id = ?",
      "DELETE FROM listing WHERE id = ?",
      "UPDATE listing SET lifted_on = '2026-11-01', lifted_reason = 'x', lifted_document = 'x', lifted_by = made_by WHERE id = ?",
    ])
      await expect(env.DB.prepare(text).bind(id).run()).rejects.toThrow(/append_only|CHECK/);
  });
});
