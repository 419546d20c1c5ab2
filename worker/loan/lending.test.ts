/** The loans of 克州 and 包头 through the API: what their documents ask of a loan beside its record is asked, kept and judged, with the sums of the records. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Application } from "../../shared/process/application";
import { decideEligibility } from "../../shared/rule/rule";
import { baotou as document } from "../../shared/schemes/baotou/scheme";
import { APPLICATION as BAOTOU_APPLICATION } from "../../shared/schemes/baotou/testing";
import { APPLICATION as KEZHOU_APPLICATION } from "../../shared/schemes/kezhou/testing";
import { load } from "../database";
import { type Author, eventRows, insertEvent } from "../event";
import { booksOf, booksQueries } from "../fund/books";
import { writeBooks } from "../fund/write-books";
import { env } from "../testing";
import { at, codesOf, District, daysAgo, firmCode, today } from "./registration-story";

const PUSHED = daysAgo(30);

interface Way {
  readonly district: District;
  readonly application: Application;
  readonly place: string;
  /** Who recommends, who pushes, who lends and who stands beside, by their places. */
  readonly people: { readonly recommender: number; readonly office: number; readonly bank: number; readonly guarantor: number };
  readonly mode: string;
}

const kezhou: Way = {
  district: new District("kezhou", "138000002"),
  application: KEZHOU_APPLICATION,
  place: "653001",
  people: { recommender: 2, office: 4, bank: 11, guarantor: 13 },
  mode: "guaranteed",
};
const baotou: Way = {
  district: new District("baotou", "138000004"),
  application: BAOTOU_APPLICATION,
  place: "150200",
  people: { recommender: 2, office: 4, bank: 11, guarantor: 13 },
  mode: "helped",
};

/** A firm whose case was pushed to the bank, as the acts before leave it; answers the case and the bank's offered lead. */
async function offered({ district, application, place, people, mode }: Way, n: number, firm = n): Promise<{ caseId: string; leadId: string }> {
  const { DB } = env;
  const { scheme } = district;
  const [caseId, leadId] = [crypto.randomUUID(), crypto.randomUUID()];
  const [recommender, office, bank] = await Promise.all([
    district.orgOf(people.recommender),
    district.orgOf(people.office),
    district.orgOf(people.bank),
  ]);
  const code = firmCode(firm, place);
  const known = await DB.prepare("SELECT id FROM organisation WHERE scheme_id = ? AND credit_code = ?").bind(scheme, code).first<{ id: string }>();
  const enterprise = { id: known?.id ?? crypto.randomUUID(), kind: "enterprise", name: `${scheme}${firm}号公司` };
  const by = { id: recommender, kind: "township", name: "推荐单位" };
  const decision = decideEligibility([], { appliedOn: PUSHED }, "push", PUSHED, "");
  const told = { ...application, creditCode: code, name: enterprise.name, need: { ...application.need, amount: 2_000_000_000 } };
  const events = [
    {
      type: "application_submitted",
      data: { application: told, papers: [], decision, addressedTo: by, enterprise, next: { step: "x", status: "recommend" } },
    },
    { type: "recommended", data: { by, letterNo: "", profile: "", loanNeed: "", decision, next: { step: "x", status: "publish" } } },
    { type: "list_published", data: { step: "x", fields: {}, next: { step: "push", status: "push" } } },
    { type: "pushed", data: { round: 1, pushNo: 1, leads: [{ id: leadId, org: { id: bank, kind: "bank", name: "银行" } }], decision } },
  ];
  const author: Author = { personId: "p", orgId: office, orgKind: "office" };
  const rows = await eventRows({ caseId, head: null, events: events.map((event) => ({ ...event, occurredOn: PUSHED })) }, author, Date.now());
  await DB.batch([
    ...(known
      ? []
      : [
          DB.prepare("INSERT INTO organisation (id, scheme_id, kind, name, credit_code, registered_at) VALUES (?, ?, 'enterprise', ?, ?, 1)").bind(
            enterprise.id,
            scheme,
            enterprise.name,
            code,
          ),
        ]),
    ...rows.map((row) => insertEvent(DB, row)),
    DB.prepare(
      `INSERT INTO case_file (id, scheme_id, year, serial, no, enterprise_org, enterprise_name, credit_code, status, step, since, submitted_on, recommender_org, moved_at)
        VALUES (?, ?, 2026, ?, ?, ?, ?, ?, 'push_open', 'push', ?, ?, ?, 1)`,
    ).bind(caseId, scheme, 5000 + n, `C-${n}`, enterprise.id, enterprise.name, code, PUSHED, PUSHED, recommender),
    DB.prepare("INSERT INTO push_round (case_id, round, scheme_id, credit_code, pushed_on) VALUES (?, 1, ?, ?, ?)").bind(
      caseId,
      scheme,
      code,
      PUSHED,
    ),
    DB.prepare("INSERT INTO lead (id, case_id, round, org_id, pushed_on, pushed_at) VALUES (?, ?, 1, ?, ?, 1)").bind(leadId, caseId, bank, PUSHED),
    DB.prepare("INSERT INTO case_party (case_id, org_id, part) VALUES (?, ?, 'lead')").bind(caseId, bank),
  ]);
  const terms = { amount: "5000000.00", ratePercent: "4.35", termMonths: "12", mode, remark: "" };
  const offer = await district.as(people.bank, "POST", `/cases/${caseId}/leads/${leadId}/offer`, terms);
  if (offer.status !== 200) throw new Error(JSON.stringify(offer.body));
  return { caseId, leadId };
}

let contracts = 0;
let guarantors: Record<string, string>;
const loan = (way: Way, answers: Record<string, unknown>, more: Record<string, unknown> = {}) => {
  contracts += 1;
  return {
    contractNo: `放字${contracts}号`,
    principal: "5000000.00",
    ratePercent: "4.35",
    termMonths: "12",
    disbursedOn: daysAgo(3),
    mode: way.mode,
    partnerOrgId: guarantors[way.district.scheme],
    answers,
    ...more,
  };
};
const lends = (way: Way, { caseId, leadId }: { caseId: string; leadId: string }, body: unknown) =>
  way.district.as(way.people.bank, "POST", `/cases/${caseId}/leads/${leadId}/loan`, body);

const KEZHOU = {
  guaranteeLetterOn: daysAgo(6),
  fees: ["guarantee_fee"],
  "fees.guarantee_fee": "1.00",
  counterGuarantee: ["surety"],
  filed: ["pre_check", "investigation_report", "committee_minutes", "opinion"],
};
const BAOTOU = {
  purpose: "working_capital",
  repayment: "bullet",
  "steps.due_diligence": daysAgo(20),
  "steps.filed_with_office": daysAgo(15),
  "steps.approved": daysAgo(10),
  collateral: [],
  counterGuarantee: ["receivable"],
  fees: [],
  "attested.ratePolicy": "yes",
};

const without = (answers: Record<string, unknown>, key: string) => Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key));

beforeAll(async () => {
  await Promise.all([kezhou.district.open(), baotou.district.open()]);
  guarantors = { kezhou: await kezhou.district.orgOf(13), baotou: await baotou.district.orgOf(13) };
  const [bank, area] = await Promise.all([baotou.district.orgOf(baotou.people.bank), baotou.district.orgOf(baotou.people.recommender)]);
  const balance = (account: string, of: string, amount: number) =>
    env.DB.prepare("INSERT INTO ledger_balance (scheme_id, account, of_id, balance) VALUES ('baotou', ?, ?, ?)").bind(account, of, amount);
  // the chart stands in the books before anything is booked
  const books = booksOf(await load(env.DB, booksQueries(env.DB, "baotou")));
  await writeBooks({ db: env.DB, now: 1 }, document, books, []);
  await env.DB.batch([
    balance("pool", "", 1_000_000_000),
    balance("deposits", "", 400_000_000),
    balance("deposits", bank, 400_000_000),
    balance("areas", area, 100_000_000),
    balance("areas", "", 100_000_000),
    balance("city", "", 900_000_000),
  ]);
}, 60_000);

describe("a loan that a bank of 克州 records", () => {
  it("KZ-036 KZ-038 keeps what was told of it, stands behind half, and opens its file without any panel", async () => {
    const lead = await offered(kezhou, 1);
    const made = await lends(kezhou, lead, loan(kezhou, KEZHOU));
    expect(made.body).toMatchObject({ status: "funded", warnings: [] });
    const event = await env.DB.prepare("SELECT data FROM case_event WHERE case_id = ? AND type = 'loan_recorded'")
      .bind(lead.caseId)
      .first<{ data: string }>();
    const { told, loan: kept } = JSON.parse(event?.data ?? "{}");
    expect(told.loan).toMatchObject({ fees: [{ kind: "guarantee_fee", rate: "0.01" }], counterGuarantee: ["surety"], filed: KEZHOU.filed });
    expect(kept).toMatchObject({ guaranteeLetterOn: KEZHOU.guaranteeLetterOn, stands: { choice: "guaranteed", ratio: "0.50" } });
    const view = await kezhou.district.as(kezhou.people.bank, "GET", `/cases/${lead.caseId}`);
    expect(view.body).toMatchObject({ status: "funded", file: { stage: "live" } });
  });

  it("KZ-036 KZ-031 KZ-032 KZ-079 refuses each at its field", async () => {
    const lead = await offered(kezhou, 2);
    const asks = async (answers: Record<string, unknown>) => lends(kezhou, lead, loan(kezhou, answers));
    expect(at(await asks({ ...KEZHOU, filed: ["pre_check"] }), "loan_file_incomplete")).toMatchObject({ field: "filed", article: "第十条" });
    expect(at(await asks({ ...KEZHOU, "fees.guarantee_fee": "1.01" }), "guarantee_fee")).toMatchObject({ field: "fees", article: "第八条（二）" });
    expect(at(await asks({ ...KEZHOU, fees: ["commitment"] }), "fee_forbidden")).toMatchObject({ field: "fees" });
    expect(at(await asks({ ...KEZHOU, counterGuarantee: [] }), "no_counter_guarantee")).toMatchObject({ field: "counterGuarantee" });
    expect(at(await asks(without(KEZHOU, "fees")), "fact_missing")).toMatchObject({ field: "fees" });
    expect(at(await asks(without(KEZHOU, "fees.guarantee_fee")), "field_required")).toMatchObject({ field: "fees.guarantee_fee" });
  });

  it("KZ-030 asks where the guarantor is established", async () => {
    const { district, people } = kezhou;
    const outside = await district.as(people.office, "POST", "/organisations", { kind: "guarantor", name: "疆外担保", region: "甘肃省" });
    const refused = await lends(kezhou, await offered(kezhou, 3), loan(kezhou, KEZHOU, { partnerOrgId: outside.body.orgId }));
    expect(at(refused, "guarantor_region")).toMatchObject({ field: "guarantor", figures: { given: "甘肃省" } });
    expect(at(refused, "no_agreement")).toMatchObject({ article: "第五条" });
  });

  it("KZ-034 counts a firm's live loans, and lets it have more than one", async () => {
    expect((await lends(kezhou, await offered(kezhou, 4, 4), loan(kezhou, KEZHOU, { principal: "6000000.00" }))).status).toBe(200);
    const again = await offered(kezhou, 5, 4);
    const over = await lends(kezhou, again, loan(kezhou, KEZHOU, { principal: "4000000.01" }));
    expect(at(over, "loan_cap")).toMatchObject({ figures: { totalAfter: "10000000.01" }, article: "第九条" });
    expect((await lends(kezhou, again, loan(kezhou, KEZHOU, { principal: "4000000.00" }))).status).toBe(200);
  });

  it("KZ-035 departs from the usual term with a paper only", async () => {
    const lead = await offered(kezhou, 6);
    expect(at(await lends(kezhou, lead, loan(kezhou, KEZHOU, { termMonths: "61" })), "exception_missing")).toMatchObject({
      field: "exceptions.term",
    });
    const allowed = await lends(kezhou, lead, loan(kezhou, { ...KEZHOU, "exceptions.term": "克财函1号" }, { termMonths: "61" }));
    expect(allowed.body).toMatchObject({ status: "funded", warnings: ["term"] });
  });
});

describe("a loan that a bank of 包头 records", () => {
  it("BT-005 BT-035 BT-041 BT-043 is judged by what was told of it", async () => {
    const lead = await offered(baotou, 11);
    const asks = async (answers: Record<string, unknown>) => lends(baotou, lead, loan(baotou, answers));
    expect(at(await asks({ ...BAOTOU, purpose: "other" }), "purpose")).toMatchObject({ field: "purpose" });
    expect(at(await asks({ ...BAOTOU, repayment: "other" }), "repayment_type")).toMatchObject({ field: "repayment" });
    expect(at(await asks({ ...BAOTOU, "steps.approved": daysAgo(16) }), "approval_before_filing")).toMatchObject({ field: "steps.approved" });
    expect(at(await asks({ ...BAOTOU, collateral: ["mortgage"] }), "extra_collateral")).toMatchObject({ field: "collateral" });
    expect(at(await asks({ ...BAOTOU, fees: ["deposit"] }), "fee_forbidden")).toMatchObject({ field: "fees" });
    expect((await asks(BAOTOU)).body).toMatchObject({ status: "funded", warnings: [] });
    expect((await baotou.district.as(baotou.people.bank, "GET", `/cases/${lead.caseId}`)).body.file.stage).toBe("live");
  });

  it("BT-032 BT-033 BT-034 departs from the usual with a paper, and tells of a rate outside the policy", async () => {
    const lead = await offered(baotou, 12);
    const more = { principal: "10000000.01", termMonths: "13" };
    const refused = await lends(baotou, lead, loan(baotou, BAOTOU, more));
    expect(codesOf(refused)).toEqual(["exception_missing", "exception_missing"]);
    const papers = { "exceptions.loan_cap": "协调1号", "exceptions.term": "订单周期长", "attested.ratePolicy": "no" };
    expect((await lends(baotou, lead, loan(baotou, { ...BAOTOU, ...papers }, more))).body).toMatchObject({
      warnings: ["loan_cap", "term", "rate_policy"],
    });
  });

  it("BT-018 BT-025 asks for a paper beyond the area's contribution, and holds a bank to so many times what lies with it", async () => {
    const lead = await offered(baotou, 13);
    const usual = { ...BAOTOU, "exceptions.loan_cap": "协调2号" };
    const large = { principal: "20000000.00" };
    // the area has paid in a million, and twenty-five times that is lent there
    expect(at(await lends(baotou, lead, loan(baotou, usual, large)), "exception_missing")).toMatchObject({
      field: "exceptions.area_25x",
      figures: { limit: "25000000.00" },
    });
    const papers = { ...usual, "exceptions.area_25x": "协调3号" };
    expect((await lends(baotou, lead, loan(baotou, papers, large))).body).toMatchObject({ warnings: ["area_25x", "loan_cap"] });
    // four million lie with the bank
    const next = await lends(baotou, await offered(baotou, 14), loan(baotou, papers, { principal: "10000000.00" }));
    expect(at(next, "bank_10x")).toMatchObject({ figures: { limit: "40000000.00" }, article: "第十六条" });
  });

  it("BT-055 BT-056 a paused pool stands behind no new loan, and behind the same one when it goes on", async () => {
    const { DB } = env;
    await DB.batch([
      DB.prepare("INSERT INTO fund_change VALUES ('baotou', 9999, 0, 'PAUSED', 1, ?, '{}', 'BT-055', '第三十七条', 1)").bind(daysAgo(2)),
      DB.prepare("INSERT INTO breaker_state (scheme_id, state, epoch, seq) VALUES ('baotou', 'PAUSED', 1, 9999)"),
    ]);
    const lead = await offered(baotou, 16);
    const answers = { ...BAOTOU, "exceptions.area_25x": "协调5号" };
    const small = { principal: "100000.00" };
    const refused = await lends(baotou, lead, loan(baotou, answers, { ...small, disbursedOn: daysAgo(1) }));
    expect(at(refused, "scheme_paused")).toMatchObject({ article: "第三十七条", figures: { pausedOn: daysAgo(2) } });
    await DB.prepare("UPDATE breaker_state SET state = 'ACTIVE' WHERE scheme_id = 'baotou'").run();
    expect((await lends(baotou, lead, loan(baotou, answers, { ...small, disbursedOn: daysAgo(1) }))).status).toBe(200);
  });

  it("BT-036 BT-037 counts years of support from the records, and goes on with a reason and every consent", async () => {
    const lead = await offered(baotou, 15, 11);
    const { DB } = env;
    // the firm's first loan went out four years ago and was renewed ever since
    await DB.batch([
      DB.prepare("DROP TRIGGER loan_no_update"),
      DB.prepare("UPDATE loan SET disbursed_on = '2022-12-01' WHERE scheme_id = 'baotou' AND credit_code = ?").bind(firmCode(11, baotou.place)),
    ]);
    const small = { principal: "100000.00" };
    expect(at(await lends(baotou, lead, loan(baotou, BAOTOU, small)), "over_3y")).toMatchObject({ field: "exceptions.support" });
    const reason = { ...BAOTOU, "exceptions.support": "扩产续贷", "exceptions.area_25x": "协调4号" };
    expect(at(await lends(baotou, lead, loan(baotou, { ...reason, consents: ["bank"] }, small)), "extension_consent")).toMatchObject({
      field: "consents",
    });
    const all = { ...reason, consents: ["office", "bank", "guarantor"] };
    expect((await lends(baotou, lead, loan(baotou, all, { ...small, disbursedOn: today() }))).body).toMatchObject({
      warnings: ["area_25x", "over_3y"],
    });
  });
});
