/** A deal from before its agreement: pushed for a reason and flagged, lent, and neither claimed nor paid until the government has let it in. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { filed, files, filing } from "../claim/claim-story";
import { applied, type Cast, idOf, loanBody, meeting, must, newFirm, offered, screened, upload, voted } from "../story";
import { call, env, tokenOf } from "../testing";
import { grades, inbox, onDay, repayment, repays, waitsFor } from "./loan-story";

let who: Cast;
/** A bank that was chosen and has not signed yet. */
let bank: { orgId: string; token: string };
let caseId: string;
const PHONE = "13600000930";
const DOCUMENT = "延政函〔2026〕30号";

const agreement = (validFrom: string, more = {}) => ({
  signedOn: validFrom,
  validFrom,
  validUntil: "2028-08-21",
  selectionProcedure: "公开遴选",
  selectedOn: "2026-01-05",
  selectionDocument: "遴选公告1号",
  duties: "受理推送",
  compensationTerms: "按方案",
  recoveryTerms: "按方案",
  ...more,
});
const push = (body: Record<string, unknown>, id = caseId) =>
  call("POST", `/cases/${id}/push`, { institutions: [bank.orgId], preferenceReason: "按企业意向", ...body }, { token: who.office });
const consent = (token: string, documentNo = DOCUMENT, id = caseId, key?: string) =>
  call("POST", `/cases/${id}/transition`, { documentNo }, { token, ...(key ? { key } : {}) });
const seen = async (token: string) => must(await call("GET", `/cases/${caseId}`, undefined, { token })).body;
const count = async (text: string): Promise<number> => (await env.DB.prepare(text).first<number>("n")) ?? -1;
const rated = async (n: number): Promise<string> => {
  const id = await applied(await newFirm(n, `北京过渡${n}有限公司`), n, (await idOf(who.department)).orgId);
  await screened(who, id);
  await voted(who, id, await meeting(who), { office: "medium", finance: "medium", department: "medium" });
  return id;
};
/** From a push ahead of the agreement to the loan. */
async function lends(id: string, contractNo: string): Promise<void> {
  const { leads } = must(await push({ transition: true, transitionReason: "协议正在签订" }, id)).body;
  await offered(bank.token, id, leads[0].id);
  must(await call("POST", `/cases/${id}/leads/${leads[0].id}/loan`, loanBody(contractNo), { token: bank.token }));
}
const signIn = async (day: string) => {
  who = await onDay(day);
  if (bank) bank = { ...bank, token: await tokenOf(PHONE) };
};

beforeAll(async () => {
  await signIn("2026-03-02");
  const { orgId } = must(await call("POST", "/organisations", { kind: "bank", name: "北京待签银行" }, { token: who.office })).body;
  must(await call("POST", "/identity/staff", { phone: PHONE, name: "待签", orgId, title: "业务主管" }, { token: who.office }));
  bank = { orgId, token: await tokenOf(PHONE) };
  caseId = await rated(931);
}, 60_000);
afterAll(() => {
  vi.useRealTimers();
});

describe("YQ-003 YQ-A35 a push ahead of the agreement", () => {
  it("is refused unless it is asked for, and then wants its reason", async () => {
    expect((await push({})).body.refusals[0]).toMatchObject({ code: "no_agreement", article: "二（六）" });
    expect((await push({ transitionReason: "协议正在签订" })).body.refusals[0]).toMatchObject({ code: "no_agreement" });
    for (const transitionReason of [undefined, " "])
      expect((await push({ transition: true, transitionReason })).body.refusals[0]).toMatchObject({ field: "transitionReason" });
    expect((await push({ transition: "yes" })).body.refusals[0].field).toBe("transition");
  });
  it("goes out flagged; the government, who will be asked, sees the case from then on", async () => {
    expect((await call("GET", `/cases/${caseId}`, undefined, { token: who.government })).status).toBe(404);
    await lends(caseId, "HT-931");
    expect((await seen(bank.token)).leads[0]).toMatchObject({ status: "funded", beforeAgreement: true });
    const pushed = (await seen(who.office)).timeline.find(({ type }: { type: string }) => type === "pushed");
    expect(pushed.facts).toMatchObject({ reason: "协议正在签订" });
    expect((await seen(bank.token)).timeline.find(({ type }: { type: string }) => type === "pushed").facts.reason).toBeUndefined();
  });
  it("one under an agreement is not flagged in the same push", async () => {
    const other = await rated(932);
    const known = (await idOf(who.bankA)).orgId;
    must(await push({ institutions: [known, bank.orgId], transition: true, transitionReason: "协议正在签订" }, other));
    const { leads } = must(await call("GET", `/cases/${other}`, undefined, { token: who.office })).body;
    expect(leads.map(({ org, beforeAgreement }: { org: { id: string }; beforeAgreement?: true }) => [org.id, beforeAgreement])).toEqual([
      [known, undefined],
      [bank.orgId, true],
    ]);
  });
});

describe("YQ-003 until the government consents", () => {
  it("the loan says what it needs, and it waits for the government", async () => {
    expect((await seen(who.office)).loan.transition).toEqual({ needed: true });
    expect((await seen(bank.token)).loan.transition).toEqual({ needed: true });
    expect(await waitsFor(who.government, caseId)).toEqual(["transition_consent"]);
    expect((await seen(who.government)).actions).toContain("admitTransition");
    for (const token of [who.government, bank.token]) expect(await inbox(token, caseId)).toContain("transition_no_gov_consent");
  });
  it("nothing of it is claimed: also when an agreement is signed meanwhile", async () => {
    await signIn("2026-04-10");
    must(await call("POST", `/organisations/${bank.orgId}/agreements`, agreement("2026-04-01"), { token: who.office }));
    must(await grades(bank.token, caseId, { grade: "substandard", on: "2026-04-10" }));
    must(await upload(bank.token, caseId, "npl_application"));
    expect((await files(bank.token, caseId, filing())).body.refusals[0]).toMatchObject({
      code: "transition_no_gov_consent",
      article: "六",
      figures: { missing: "government_document" },
    });
    expect((await seen(who.office)).file.claim).toBeUndefined();
  });
  it("it still waits after a repayment", async () => {
    must(await repays(bank.token, caseId, repayment("L-1", "2026-04-10", "100.00")));
    expect(await waitsFor(who.government, caseId)).toEqual(["transition_consent"]);
  });
  it("nobody else consents, not before a loan, and not to what is no earlier deal", async () => {
    for (const token of [who.office, who.finance, bank.token]) expect((await consent(token)).status).toBe(403);
    const unlent = await rated(933);
    expect((await consent(who.government, DOCUMENT, unlent)).status).toBe(404);
    must(await push({ institutions: [(await idOf(who.bankA)).orgId] }, unlent));
    await env.DB.prepare("INSERT INTO case_party (case_id, org_id, part) SELECT ?, id, 'approver' FROM organisation WHERE kind = 'government'")
      .bind(unlent)
      .run();
    expect((await consent(who.government, DOCUMENT, unlent)).body.refusals[0]).toMatchObject({
      code: "transition_no_gov_consent",
      figures: { missing: "disbursement" },
      article: "六",
    });
    expect((await consent(who.government, " ")).body.refusals[0]).toMatchObject({ field: "documentNo" });
  });
});

describe("YQ-003 the consent", () => {
  it("lets the deal in, once: two taps are one, a second paper is refused", async () => {
    const [one, two] = await Promise.all([consent(who.government, DOCUMENT, caseId, "tap"), consent(who.government, DOCUMENT, caseId, "tap")]);
    expect([one.status, one.body, two.body]).toEqual([200, { caseId, by: "transition" }, one.body]);
    expect(await count("SELECT COUNT(*) AS n FROM transition")).toBe(1);
    expect((await consent(who.government, "延政函〔2026〕31号")).body.refusals[0]).toMatchObject({
      code: "already_exists",
      figures: { documentNo: DOCUMENT },
    });
    expect(await waitsFor(who.government, caseId)).toEqual([]);
    for (const token of [who.office, bank.token]) expect(await inbox(token, caseId)).toContain("transition_admitted");
    expect((await seen(who.office)).loan.transition).toEqual({ needed: true, consent: { documentNo: DOCUMENT, on: "2026-04-10" } });
    for (const way of ["UPDATE transition SET document_no = 'x'", "DELETE FROM transition"])
      await expect(env.DB.prepare(way).run()).rejects.toThrow("append_only");
  });
  it("then the claim is filed like any other", async () => {
    await filed(bank.token, caseId, { principal: "2999900.00" });
    expect((await seen(who.office)).file.claim).toMatchObject({ step: "claim_check" });
  });
  it("a loan that owes nothing any more asks for none", async () => {
    const third = await rated(934);
    // signed before this loan, so that it would be no earlier deal: the institution has to be a new one
    const { orgId } = must(await call("POST", "/organisations", { kind: "bank", name: "北京未签银行" }, { token: who.office })).body;
    must(await call("POST", "/identity/staff", { phone: "13600000934", name: "未签", orgId, title: "业务主管" }, { token: who.office }));
    bank = { orgId, token: await tokenOf("13600000934") };
    await lends(third, "HT-934");
    expect(await waitsFor(who.government, third)).toEqual(["transition_consent"]);
    must(await repays(bank.token, third, repayment("L-1", "2026-04-10", "3000000.00")));
    expect(await waitsFor(who.government, third)).toEqual([]);
  });
});

describe("YQ-004 under an agreement", () => {
  it("signed by the disbursement no consent is asked, and its own ratio is what the fund would pay", async () => {
    must(await call("POST", `/organisations/${bank.orgId}/agreements`, agreement("2026-04-10", { maxRatio: "0.40" }), { token: who.office }));
    const id = await rated(935);
    const { leads } = must(await push({}, id)).body;
    const inboxed = must(await call("GET", "/leads", undefined, { token: bank.token })).body.leads.find(
      (lead: { caseId: string }) => lead.caseId === id,
    );
    expect(inboxed).toMatchObject({ ratio: "0.40", covered: "1200000.00" });
    expect(must(await call("GET", `/cases/${id}`, undefined, { token: bank.token })).body.tier).toMatchObject({
      ratio: "0.50",
      covered: "1200000.00",
    });
    expect(must(await call("GET", `/cases/${id}`, undefined, { token: who.office })).body.tier).toMatchObject({ covered: "1500000.00" });
    await offered(bank.token, id, leads[0].id);
    must(await call("POST", `/cases/${id}/leads/${leads[0].id}/loan`, loanBody("HT-935"), { token: bank.token }));
    const { loan } = must(await call("GET", `/cases/${id}`, undefined, { token: who.office })).body;
    expect(loan).toMatchObject({ covered: "1200000.00" });
    expect(loan.transition).toBeUndefined();
    expect(await waitsFor(who.government, id)).toEqual([]);
  });
});
