/** A claim through the API from its filing to the payable: who may do what, when, on which papers, and what each refusal says. */
import { beforeAll, describe, expect, it } from "vitest";
import { meeting as allHaveRead, observed } from "../observed";
import { type Cast, cast, idOf, must, upload } from "../story";
import { type Answer, call, env } from "../testing";
import {
  agreed,
  checked,
  checks,
  consented,
  consents,
  filed,
  files,
  filing,
  type Lent,
  lent,
  reported,
  reports,
  returns,
  seen,
  verified,
  withdraws,
} from "./claim-story";

let who: Cast;
beforeAll(async () => {
  who = await cast();
}, 60_000);

const half = () => {
  const now = new Date(Date.now() + 8 * 3600_000).toISOString();
  return `${now.slice(0, 4)}H${Number(now.slice(5, 7)) <= 6 ? 1 : 2}`;
};
const waiting = async (token: string, caseId: string): Promise<string[]> => {
  const { cases } = must(await call("GET", "/cases?waiting=1&limit=100", undefined, { token })).body;
  return cases.find((row: { id: string }) => row.id === caseId)?.todo ?? [];
};

describe("YQ-070 filing", () => {
  let one: Lent;
  beforeAll(async () => {
    one = await lent(who, 801);
  }, 60_000);

  it("without its paper is refused by the paper's name, and every amount that cannot be read by its field", async () => {
    const { status, body } = await files(who.bankA, one.caseId, filing());
    expect([status, body.refusals[0]]).toMatchObject([422, { code: "doc_missing", figures: { missing: "不良贷款认定申请" }, article: "三（五）" }]);
    const unread = await files(who.bankA, one.caseId, filing({ principal: "三百万", interest: "", covered: "-" }));
    expect(unread.status).toBe(400);
    const nonsense = await files(who.bankA, one.caseId, filing({ principal: "三百万", covered: "1.001" }));
    expect(nonsense.body.refusals.map((refusal: { field: string }) => refusal.field)).toEqual(["principal", "covered"]);
  });

  it("the paper is the institution's: the firm cannot add it, nor another bank, and neither sees it", async () => {
    for (const token of [one.firm, who.office])
      expect(await upload(token, one.caseId, "npl_application")).toMatchObject({ status: 403, body: { code: "access_denied" } });
    expect(await upload(who.bankB, one.caseId, "npl_application")).toMatchObject({ status: 404 });
    const { statementId } = must(await upload(who.bankA, one.caseId, "npl_application")).body;
    const kinds = async (token: string) =>
      must(await call("GET", `/cases/${one.caseId}/statements`, undefined, { token })).body.statements.map(({ kind }: { kind: string }) => kind);
    for (const token of [who.bankA, who.office, who.department]) {
      expect(await kinds(token)).toContain("npl_application");
      expect((await call("GET", `/statements/${statementId}/file`, undefined, { token })).status).toBe(200);
    }
    expect(await kinds(one.firm)).not.toContain("npl_application");
    for (const path of [`/cases/${one.caseId}`, `/applications/${one.caseId}`])
      expect(JSON.stringify(must(await call("GET", path, undefined, { token: one.firm })).body.statements)).not.toContain("npl_application");
    expect((await call("GET", `/statements/${statementId}/file`, undefined, { token: one.firm })).status).toBe(404);
  });

  it("YQ-A29 evidence and principal must be what the record says; all faults at once, each with its field", async () => {
    const body = filing({ grade: "special_mention", overdueDays: 0, principal: "2999999.99" });
    const { refusals } = (await files(who.bankA, one.caseId, body)).body;
    expect(refusals.map(({ code, field }: Record<string, string>) => [code, field])).toEqual([
      ["claim_invalid", "grade"],
      ["claim_invalid", "overdueDays"],
      ["claim_invalid", "principal"],
    ]);
    expect(refusals[2]).toMatchObject({ figures: { principal: "2999999.99", outstanding: "3000000.00" }, article: "三（五）" });
  });

  it("goes to the office's desk, once, and the recommending unit and the office hear of it", async () => {
    const { body } = must(await files(who.bankA, one.caseId, filing()));
    expect(body).toMatchObject({ caseId: one.caseId, stage: "claim", outstanding: "3000000.00" });
    expect(await waiting(who.office, one.caseId)).toEqual(expect.arrayContaining(["claim_check", "coordinate"]));
    for (const token of [who.office, who.department]) {
      const { notices } = must(await call("GET", "/notices", undefined, { token })).body;
      expect(notices.some((notice: { caseId: string; code: string }) => notice.caseId === one.caseId && notice.code === "claim_filed")).toBe(true);
    }
    expect(await files(who.bankA, one.caseId, filing())).toMatchObject({ status: 409, body: { code: "already_exists" } });
  });
});

describe("YQ-048 YQ-049 the payee", () => {
  it("is the lending bank, and nobody else's claim is taken", async () => {
    const one = await lent(who, 802);
    for (const token of [who.bankB, who.guarantor]) expect(await files(token, one.caseId, filing())).toMatchObject({ status: 404 });
    for (const token of [one.firm, who.office])
      expect(await files(token, one.caseId, filing())).toMatchObject({ status: 403, body: { code: "role_forbidden" } });
    await filed(who.bankA, one.caseId);
    expect((await seen(who.office, one.caseId)).file.claim.payee.name).toBe("海坨银行延庆支行");
  });

  it("YQ-049 is the guarantor where there is one: the lender is told so, and the money's payable is the guarantor's", async () => {
    const one = await lent(who, 803, { guarantor: true });
    must(await upload(who.bankA, one.caseId, "npl_application"));
    const wrong = await files(who.bankA, one.caseId, filing());
    expect([wrong.status, wrong.body.refusals[0]]).toMatchObject([
      422,
      { code: "payee_wrong", figures: { payee: "永宁融资担保有限公司", given: "海坨银行延庆支行" }, article: "二（五）2" },
    ]);
    await agreed(who, one, who.guarantor);
    const payable = await env.DB.prepare("SELECT * FROM payable WHERE case_id = ?").bind(one.caseId).first();
    expect(payable).toMatchObject({ payee_org: (await idOf(who.guarantor)).orgId, amount: 150_000_000, reason: "compensation", queued: 0 });
    expect((await seen(who.guarantor, one.caseId)).actions).not.toContain("fileClaim");
    expect(await waiting(who.office, one.caseId)).toContain("claim_pay");
  });
});

it("YQ-055 no claim outside an agreement in force", async () => {
  const one = await lent(who, 804);
  must(await upload(who.bankA, one.caseId, "npl_application"));
  const { orgId } = await idOf(who.bankA);
  const [first, last] = ["2026-01-01", "2028-08-21"];
  const terms = (until: string) => env.DB.prepare("UPDATE agreement SET valid_until = ? WHERE org_id = ?").bind(until, orgId).run();
  await terms(first);
  const { status, body } = await files(who.bankA, one.caseId, filing());
  await terms(last);
  expect([status, body.refusals[0]]).toMatchObject([
    422,
    { code: "no_agreement", figures: { institution: "海坨银行延庆支行" }, article: "二（六）" },
  ]);
  await filed(who.bankA, one.caseId);
});

describe("YQ-071 YQ-073 the way to the payable", () => {
  let one: Lent;
  beforeAll(async () => {
    one = await lent(who, 805);
    await filed(who.bankA, one.caseId);
  }, 60_000);

  it("nobody takes a step out of order or another's", async () => {
    expect(await reports(who.office, one.caseId, { documentNo: "1号" })).toMatchObject({ status: 409, body: { code: "wrong_step" } });
    expect(await checks(who.finance, one.caseId, { summary: "x" })).toMatchObject({ status: 403 });
    expect(await consents(who.government, one.caseId, { documentNo: "1号" })).toMatchObject({ status: 404 });
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM payable WHERE case_id = ?").bind(one.caseId).first("n")).toBe(0);
  });

  it("YQ-071 the check puts it into the half-year in which it came in", async () => {
    expect((await checked(who, one.caseId)).body).toMatchObject({ batch: half(), stage: "claim" });
    expect(await waiting(who.office, one.caseId)).toContain("claim_panel");
  });

  it("YQ-073 the units' opinion, the report, then the government's consent: it meets the case with the report", async () => {
    expect((await verified(who, one.caseId)).body).toMatchObject({ result: "decided", choice: "agreed", counts: { agreed: 3, not_agreed: 0 } });
    expect(await call("GET", `/cases/${one.caseId}`, undefined, { token: who.government })).toMatchObject({ status: 404 });
    expect(await reports(who.office, one.caseId, { documentNo: " " })).toMatchObject({ status: 400 });
    await reported(who, one.caseId);
    expect(await waiting(who.government, one.caseId)).toEqual(["claim_consent"]);
    expect((await seen(who.government, one.caseId)).actions).toEqual(expect.arrayContaining(["consentClaim", "returnClaim"]));
    const { body } = await consented(who, one.caseId);
    expect(body).toMatchObject({ amount: "1500000.00", queued: false, stage: "claim" });
  });

  it("YQ-074 what was agreed is payable once, by the grade's ratio of the outstanding principal", async () => {
    const { claim } = (await seen(who.office, one.caseId)).file;
    expect(claim).toMatchObject({ step: "claim_pay", consent: { amount: "1500000.00" }, today: { amount: "1500000.00", ratio: "0.50" } });
    const payable = await env.DB.prepare("SELECT id, amount, of_id, document_no FROM payable WHERE case_id = ?").bind(one.caseId).all();
    expect(payable.results).toEqual([{ id: claim.id, amount: 150_000_000, of_id: claim.id, document_no: "延政函〔2026〕9号" }]);
    expect(await consents(who.government, one.caseId, { documentNo: "2号" })).toMatchObject({ status: 409 });
    expect(await withdraws(who.bankA, one.caseId, { reason: "x" })).toMatchObject({ status: 409 });
    expect(await returns(who.office, one.caseId, { reason: "x" })).toMatchObject({ status: 409 });
  });
});

describe("sent back and taken back", () => {
  it("YQ-073 the office returns it with its reason, and the institution files again", async () => {
    const one = await lent(who, 806);
    const first = await filed(who.bankA, one.caseId);
    expect(await returns(who.office, one.caseId, { reason: "  " })).toMatchObject({ status: 400 });
    must(await returns(who.office, one.caseId, { reason: "认定函缺少盖章页" }));
    expect(await waiting(who.bankA, one.caseId)).toContain("claim_file");
    const mine = await seen(who.bankA, one.caseId);
    expect(mine.file.claim).toMatchObject({ step: "file", returned: { reason: "认定函缺少盖章页", by: "区发展和改革委员会" } });
    expect(mine.actions).toEqual(expect.arrayContaining(["fileClaim", "withdrawClaim"]));
    const again = must(await files(who.bankA, one.caseId, filing({ letterNo: "海坨不良〔2026〕2号" }))).body.claimId;
    expect(again).not.toBe(first);
    const { claim } = (await seen(who.bankA, one.caseId)).file;
    expect([claim.returned, claim.filing.letterNo, claim.step]).toEqual([undefined, "海坨不良〔2026〕2号", "claim_check"]);
  });

  it("YQ-073 the government returns it only by a paper, and it goes through check and panel again", async () => {
    const one = await lent(who, 807);
    await filed(who.bankA, one.caseId);
    await checked(who, one.caseId);
    must(await verified(who, one.caseId));
    await reported(who, one.caseId);
    const bare = await returns(who.government, one.caseId, { reason: "请补充说明" });
    expect([bare.status, bare.body.refusals[0]]).toMatchObject([422, { code: "document_no_required", field: "documentNo", article: "三（六）" }]);
    must(await returns(who.government, one.caseId, { reason: "请补充说明", documentNo: "延政退〔2026〕1号" }));
    const office = await seen(who.office, one.caseId);
    expect(office.file.claim).toMatchObject({ step: "claim_check", returned: { by: "区人民政府" } });
    await checked(who, one.caseId);
    expect((await seen(who.office, one.caseId)).file.claim.returned).toBeUndefined();
    must(await verified(who, one.caseId));
    await reported(who, one.caseId);
    expect((await consented(who, one.caseId)).body.amount).toBe("1500000.00");
  });

  it("the institution withdraws before the report, the loan is its own again, and a later claim is a new one", async () => {
    const one = await lent(who, 808);
    await filed(who.bankA, one.caseId);
    await checked(who, one.caseId);
    expect(must(await withdraws(who.bankA, one.caseId, { reason: "企业已恢复还款" })).body).toMatchObject({ stage: "live" });
    expect(await waiting(who.office, one.caseId)).toEqual([]);
    const rows = must(await call("GET", "/claims?limit=100", undefined, { token: who.office })).body.claims;
    expect(rows.some((row: { caseId: string }) => row.caseId === one.caseId)).toBe(false);
    must(await files(who.bankA, one.caseId, filing()));
    await checked(who, one.caseId);
    must(await verified(who, one.caseId));
    await reported(who, one.caseId);
    expect(await withdraws(who.bankA, one.caseId, { reason: "x" })).toMatchObject({ status: 409, body: { code: "wrong_step" } });
  });
});

describe("G-10 nobody is paid more than the loss", () => {
  it("what others cover comes off, down to the fen, and the derivation says so", async () => {
    const one = await lent(who, 809);
    await filed(who.bankA, one.caseId, { covered: "2000000.00", interest: "0.10" });
    const { today } = (await seen(who.office, one.caseId)).file.claim;
    expect(today.amount).toBe("1000000.10");
    expect(today.derivation.map(({ id, amount }: Record<string, string>) => [id, amount]).at(-1)).toEqual(["indemnity", "1000000.10"]);
  });
  it("where others cover it all, there is nothing to agree to", async () => {
    const one = await lent(who, 810);
    await filed(who.bankA, one.caseId, { covered: "3012345.67" });
    await checked(who, one.caseId);
    must(await verified(who, one.caseId));
    await reported(who, one.caseId);
    expect(await consents(who.government, one.caseId, { documentNo: "1号" })).toMatchObject({ status: 422, body: { code: "claim_invalid" } });
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM payable WHERE case_id = ?").bind(one.caseId).first("n")).toBe(0);
  });
});

describe("at the same moment", () => {
  const atOnce = (sends: readonly ((settings: { DB: D1Database }) => Promise<Answer>)[]) => {
    const { db } = observed(env.DB, { afterReading: allHaveRead(sends.length) });
    return Promise.all(sends.map((send) => send({ DB: db })));
  };
  const post = (caseId: string, step: string, token: string, body: unknown) => (settings: { DB: D1Database }) =>
    call("POST", `/cases/${caseId}/claim/${step}`, body, { token, settings });
  const payables = (caseId: string) => env.DB.prepare("SELECT COUNT(*) AS n FROM payable WHERE case_id = ?").bind(caseId).first<number>("n");

  it("YQ-073 a consent and a return: one stands, and what may be paid follows it", async () => {
    const one = await lent(who, 813);
    await filed(who.bankA, one.caseId);
    await checked(who, one.caseId);
    must(await verified(who, one.caseId));
    await reported(who, one.caseId);
    const answers = await atOnce([
      post(one.caseId, "consent", who.government, { documentNo: "1号" }),
      post(one.caseId, "consent", who.government, { documentNo: "2号" }),
      post(one.caseId, "return", who.government, { reason: "补充说明", documentNo: "3号" }),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const { step } = (await seen(who.office, one.caseId)).file.claim;
    expect(await payables(one.caseId)).toBe(step === "claim_pay" ? 1 : 0);
  });

  it("YQ-070 three filings: one claim", async () => {
    const one = await lent(who, 814);
    must(await upload(who.bankA, one.caseId, "npl_application"));
    const answers = await atOnce(
      [1, 2, 3].map(
        (at) => (settings) => call("POST", `/cases/${one.caseId}/claim`, filing({ letterNo: `${at}号` }), { token: who.bankA, settings }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM case_event WHERE case_id = ? AND type = 'claim_filed'").bind(one.caseId).first("n")).toBe(
      1,
    );
  });
});

it("YQ-086 while the fund is paused claims are filed, verified and agreed to, and wait in the order of their approval", async () => {
  const [one, two] = [await lent(who, 811), await lent(who, 812)];
  for (const { caseId } of [one, two]) {
    await filed(who.bankA, caseId);
    await checked(who, caseId);
    must(await verified(who, caseId));
    await reported(who, caseId);
  }
  await env.DB.prepare(
    "INSERT INTO breaker_state (scheme_id, state, epoch, seq) VALUES ('yanqing', 'PAUSED', 1, 0) ON CONFLICT (scheme_id) DO UPDATE SET state = 'PAUSED'",
  ).run();
  // the second is agreed to first
  expect((await consented(who, two.caseId)).body).toMatchObject({ queued: true });
  expect((await consented(who, one.caseId)).body).toMatchObject({ queued: true });
  const place = async (caseId: string) => (await seen(who.bankA, caseId)).file.claim.queued;
  expect([await place(two.caseId), await place(one.caseId)]).toEqual([1, 2]);
  await env.DB.prepare("UPDATE breaker_state SET state = 'ACTIVE'").run();
});
