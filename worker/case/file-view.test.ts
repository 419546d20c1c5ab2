/** A funded case as each of its viewers is told of it, from the first instalment to the written-off rest; and what is kept from each. */
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { addDays, addMonths, type LocalDate, shanghaiDay } from "../../shared/local-date";
import { checked, filed, type Lent, lent, opens, panelled, reported, seen, verified, votes } from "../claim/claim-story";
import { follows, grades, onDay, repays, schedules } from "../loan/loan-story";
import { coordinates, declares, money, noResult, paid, recovers, sent } from "../recovery/recovery-story";
import { type Cast, cast, must, openedFund } from "../story";
import { call, phoneOf, tokenOf } from "../testing";

let who: Cast;
let auditor: string;
const today = (): LocalDate => shanghaiDay(Date.now());
beforeAll(async () => {
  who = await cast();
  auditor = await tokenOf(phoneOf(13));
  await openedFund(who);
}, 60_000);
afterEach(() => vi.useRealTimers());

interface Told {
  readonly type: string;
  readonly seq: number;
  readonly facts: Record<string, string>;
  readonly article?: string;
  readonly by?: { readonly name: string; readonly org: string };
}
const typed = (view: { timeline: Told[] }, type: string) => view.timeline.filter((event) => event.type === type);

describe("YQ-102 the loan's life", () => {
  let one: Lent;
  beforeAll(async () => {
    one = await lent(who, 861, { also: ["bankB"] });
    const plan = [3, 6, 12].map((months, at) => ({
      dueOn: addMonths(today(), months),
      principal: at === 2 ? "1000000.00" : "1000000.00",
      interest: "28875.00",
    }));
    must(await schedules(who.bankA, one.caseId, { instalments: plan }));
    must(await repays(who.bankA, one.caseId, { repaymentNo: "HK-1", on: today(), principal: "1000000.00", interest: "28875.00" }));
    must(await repays(who.bankA, one.caseId, { repaymentNo: "HK-2", on: today(), principal: "400000.00", interest: "0" }));
    must(await follows(who.department, one.caseId, { on: today(), text: "生产线停工两周", abnormal: true }));
  }, 60_000);

  it("is outstanding to the fen, instalment by instalment, the oldest paid first", async () => {
    const { file, loan } = await seen(who.office, one.caseId);
    expect(file).toMatchObject({
      stage: "live",
      flags: [],
      life: { outstanding: "1600000.00", grade: "normal", arrears: { principal: "0.00", days: 0 } },
    });
    expect(file.life.schedule.map(({ principal, state }: Record<string, string>) => [principal, state])).toEqual([
      ["1000000.00", "paid"],
      ["1000000.00", "part"],
      ["1000000.00", "ahead"],
    ]);
    expect(file.life.repayments.map(({ id }: { id: string }) => id)).toEqual(["HK-1", "HK-2"]);
    expect([file.claim, file.recovery, loan.principal]).toEqual([undefined, undefined, "3000000.00"]);
  });

  it("is the firm's to see but for what its unit noted about it, and no other bank's at all", async () => {
    const [firm, bank, other, unit] = await Promise.all([one.firm, who.bankA, who.bankB, who.department].map((token) => seen(token, one.caseId)));
    const notes = [expect.objectContaining({ text: "生产线停工两周", by: "区经济和信息化局", abnormal: true })];
    expect([firm.file.life.outstanding, firm.file.life.followUps]).toEqual(["1600000.00", []]);
    for (const view of [bank, unit]) expect(view.file.life.followUps).toEqual(notes);
    expect([other.file, other.due, other.holder]).toEqual([undefined, undefined, { kinds: [], names: [] }]);
    expect(other.timeline.some((event: Told) => ["schedule_set", "repaid"].includes(event.type))).toBe(false);
    expect(firm.file.raters).toEqual([]);
    expect(unit.file.raters).toHaveLength(3);
  });

  it("stands in the history with its figures and the article, the newest first, the admission's below it", async () => {
    const { timeline } = await seen(one.firm, one.caseId);
    expect(timeline.map(({ seq }: Told) => seq)).toEqual([...timeline.map(({ seq }: Told) => seq)].sort((a, b) => b - a));
    expect(timeline.slice(0, 4).map(({ type }: Told) => type)).toEqual(["repaid", "repaid", "schedule_set", "loan_recorded"]);
    expect(timeline[0]).toMatchObject({
      facts: { repaymentNo: "HK-2", principal: "400000.00", interest: "0.00" },
      article: "五",
      by: { name: "", org: "海坨银行延庆支行" },
    });
  });
});

describe("YQ-103 what is late", () => {
  it("a bad loan not claimed within five working days is flagged, told to the institution and the desks and not to the firm", async () => {
    const one = await lent(who, 862);
    must(await grades(who.bankA, one.caseId, { grade: "substandard", on: today() }));
    expect((await seen(who.office, one.caseId)).file.flags).toEqual([]);
    const late = await onDay(addDays(today(), 20));
    for (const token of [late.office, late.bankA, late.department])
      expect((await seen(token, one.caseId)).file.flags).toMatchObject([{ code: "claim_late", article: "五", figures: { due: expect.any(String) } }]);
    const firm = await tokenOf(`139${String(862).padStart(8, "0")}`);
    expect((await seen(firm, one.caseId)).file.flags).toEqual([]);
    await filed(late.bankA, one.caseId);
    const { file } = await seen(late.office, one.caseId);
    expect([file.flags, file.claim.flags]).toEqual([[], []]);
  });

  it("YQ-071 a claim whose half-year is over unverified is flagged with its batch", async () => {
    const one = await lent(who, 863);
    await filed(who.bankA, one.caseId);
    await checked(who, one.caseId);
    const { batch, flags } = (await seen(who.office, one.caseId)).file.claim;
    expect(flags).toEqual([]);
    const later = await onDay(addMonths(today(), 8));
    const claim = (await seen(later.office, one.caseId)).file.claim;
    expect(claim.flags).toMatchObject([{ code: "batch_overdue", figures: { batch }, article: "三（六）" }]);
  });
});

describe("YQ-074 G-19 what a claim is worth today", () => {
  it("is derived node by node, each with its article and clauses, and falls with what comes in after the filing", async () => {
    const one = await lent(who, 864);
    await filed(who.bankA, one.caseId);
    must(await repays(who.bankA, one.caseId, { repaymentNo: "HK-9", on: today(), principal: "600000.00", interest: "0" }));
    const { today: worth, filing, ratio } = (await seen(who.bankA, one.caseId)).file.claim;
    expect(worth).toMatchObject({ amount: "1200000.00", ratio: "0.50", lessThanFiled: "600000.00" });
    expect([filing.principal, filing.interest, ratio]).toEqual(["3000000.00", "12345.67", "0.50"]);
    expect(worth.derivation.length).toBeGreaterThan(1);
    for (const node of worth.derivation)
      expect(node).toMatchObject({
        says: expect.stringMatching(/./),
        article: expect.stringMatching(/./),
        clauses: expect.arrayContaining([expect.stringMatching(/^YQ-/)]),
      });
    expect(worth.derivation.at(-1)).toMatchObject({ amount: "1200000.00", article: "二（四）" });
  });
});

describe("who sees what of a claim", () => {
  let one: Lent;
  beforeAll(async () => {
    one = await lent(who, 865, { also: ["bankB"] });
    await filed(who.bankA, one.caseId);
  }, 60_000);

  it("YQ-071 the office has it by the half-year's last day, and whoever sees the claim is told so", async () => {
    for (const token of [who.office, who.bankA, who.department, one.firm]) {
      const view = await seen(token, one.caseId);
      expect(view.holder.names).toContain("区发展和改革委员会");
      expect(view.due).toMatchObject({ article: expect.stringMatching(/^三（[六七]）/), on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
      expect(view.file.claim).toMatchObject({ step: "claim_check", stepSays: "集中核查", receivedOn: today() });
      expect(view.file.claim.steps.map((step: { state: string }) => step.state)).toEqual(["here", "ahead", "ahead", "ahead", "ahead"]);
    }
  });

  it("YQ-076 the coordination's working days are counted out before the deciders and the institution", async () => {
    const { dues } = (await seen(who.bankA, one.caseId)).file.recovery;
    expect(dues).toMatchObject([{ what: "coordinate", article: "三（七）1", provisional: expect.any(Boolean), explained: expect.any(Array) }]);
    expect((await seen(one.firm, one.caseId)).file.recovery).toMatchObject({ stage: "COORDINATION", dues: [], flags: [], proofs: [] });
  });

  it("the firm learns that there is a claim and where it is: neither what was declared, nor what it is worth, nor who decides", async () => {
    await checked(who, one.caseId);
    await panelled(who, one.caseId);
    must(await opens(who.office, one.caseId));
    must(await votes(who.finance, one.caseId, { choice: "agreed", reason: "核对无误" }));
    const firm = await seen(one.firm, one.caseId);
    expect(Object.keys(firm.file.claim).sort()).toEqual([
      "batch",
      "flags",
      "id",
      "payee",
      "ratio",
      "receivedOn",
      "since",
      "step",
      "stepSays",
      "steps",
    ]);
    expect(JSON.stringify(firm)).not.toMatch(/claim_panel_set|claim_ballot|核对无误|材料齐全|海坨不良|12345\.67/);
    expect(typed(firm, "claim_filed")[0]?.facts).toEqual({});
    expect(firm.holder).toEqual({ kinds: ["office"], names: ["区发展和改革委员会"] });
  });

  it("the claiming bank sees its own filing and the opinion; who sits and who has voted is the panel's", async () => {
    const bank = await seen(who.bankA, one.caseId);
    expect(bank.file.claim.filing).toMatchObject({ letterNo: "海坨不良〔2026〕1号", papers: ["npl_application"] });
    expect([bank.file.claim.verification, bank.file.raters]).toEqual([undefined, []]);
    expect(bank.holder.names).toEqual(["区发展和改革委员会"]);
    const panel = await seen(who.department, one.caseId);
    expect(panel.file.claim.verification).toMatchObject({ round: 1, past: [], mine: { voted: false } });
    expect(panel.holder.names).toEqual(expect.arrayContaining(["区发展和改革委员会", "区经济和信息化局"]));
    expect(panel.holder.names).not.toContain("区财政局");
    expect(typed(panel, "claim_ballot_cast").map(({ facts }) => facts)).toEqual([{ unit: "区财政局" }]);
  });

  it("another bank that the firm was pushed to sees none of it", async () => {
    const other = await seen(who.bankB, one.caseId);
    expect([other.file, other.actions]).toEqual([undefined, []]);
    expect(JSON.stringify(other)).not.toMatch(/claim|npl_application/);
  });

  it("the government does not know the case before it is put before it, and then sees it whole", async () => {
    for (const unit of ["office", "department"] as const) must(await votes(who[unit], one.caseId, { choice: "agreed", reason: "核对无误" }));
    expect((await call("GET", `/cases/${one.caseId}`, undefined, { token: who.government })).status).toBe(404);
    must(await call("POST", `/cases/${one.caseId}/claim/ballot/close`, { opinion: "建议按比例代偿" }, { token: who.office }));
    await reported(who, one.caseId);
    const view = await seen(who.government, one.caseId);
    expect(view.file.claim).toMatchObject({
      opinion: { choice: "agreed", says: "符合代偿条件", text: "建议按比例代偿" },
      reported: { documentNo: "延发改报〔2026〕9号" },
      verification: { counts: { agreed: 3, not_agreed: 0 }, result: "decided" },
    });
    expect(view.file.recovery).toMatchObject({ stage: "COORDINATION" });
    const bank = await seen(who.bankA, one.caseId);
    expect(typed(bank, "claim_opinion_given")[0]).toMatchObject({ facts: { choice: "agreed", opinion: "建议按比例代偿" }, article: "三（六）" });
    expect(JSON.stringify(bank)).not.toMatch(/"counts"/);
  });
});

describe("a claim that was paid", () => {
  it("YQ-050 with a guarantee its agreed parts are named, payee first", async () => {
    const one = await paid(who, 866, { guarantor: true });
    for (const token of [who.office, who.guarantor, who.bankA]) {
      const { claim, stage } = (await seen(token, one.caseId)).file;
      expect([stage, claim.today]).toEqual(["recovery", undefined]);
      expect(claim.paid).toMatchObject({
        amount: "1200000.00",
        unfunded: "0.00",
        parts: [
          { org: "永宁融资担保有限公司", amount: "960000.00" },
          { org: "海坨银行延庆支行", amount: "240000.00" },
        ],
      });
      expect(claim.instruction).toMatchObject({ status: "PAID" });
      expect(claim.steps.every((step: { state: string }) => step.state === "done")).toBe(true);
    }
  });

  it("YQ-079 a receipt has the fund's part with its own day, and what the payee declared until the office has seen it", async () => {
    const one = await paid(who, 867);
    must(await coordinates(who.office, one.caseId, noResult()));
    must(await recovers(who.bankA, one.caseId, money("回-1", "600000.00")));
    const receipt = async (token: string) => (await seen(token, one.caseId)).file.recovery.receipts[0];
    expect(await receipt(who.bankA)).toMatchObject({
      id: "回-1",
      amount: "600000.00",
      due: "300000.00",
      dueOn: { article: "三（七）2", on: expect.any(String) },
    });
    must(await declares(who.bankA, one.caseId, sent("回-1", "300000.00")));
    expect((await receipt(who.office)).declared).toEqual({ amount: "300000.00", on: today(), voucherNo: "凭证-回-1" });
    const firm = await receipt(one.firm);
    expect([firm.amount, firm.declared, firm.dueOn]).toEqual(["600000.00", undefined, undefined]);
    expect((await seen(who.office, one.caseId)).file.recovery.figures).toMatchObject({
      paid: "1200000.00",
      recovered: "600000.00",
      pending: "300000.00",
    });
    const view = await seen(auditor, one.caseId);
    expect(view.file.claim.paid.amount).toBe("1200000.00");
    expect(typed(view, "claim_paid")[0]).toMatchObject({ facts: { amount: "1200000.00", ratio: "0.50" }, article: "三（六）" });
    expect(typed(await seen(one.firm, one.caseId), "claim_paid")[0]?.facts).toEqual({});
  });

  it("YQ-084 that the rest was written off is not told to who owes it", async () => {
    const one = await paid(who, 868);
    must(await coordinates(who.office, one.caseId, noResult()));
    const step = (path: string, body: unknown, token: string) => call("POST", `/cases/${one.caseId}/recovery/${path}`, body, { token }).then(must);
    await step("legal", { on: today(), court: "延庆区人民法院", caseNo: "（2026）京0119民初68号" }, who.bankA);
    await step("legal/end", { on: today(), proof: "enforcement_ended", documentNo: "（2026）京0119执68号" }, who.bankA);
    await step("loss", { amount: "1200000.00" }, who.bankA);
    await step("loss/approve", {}, who.office);
    await step("loss/approve", {}, who.finance);
    const [office, bank, firm] = await Promise.all([who.office, who.bankA, one.firm].map((token) => seen(token, one.caseId)));
    for (const view of [office, bank])
      expect(view.file).toMatchObject({ stage: "written_off", recovery: { stage: "WRITEOFF", writtenOff: { amount: "1200000.00" } } });
    expect(firm.file).toMatchObject({ stage: "recovery", recovery: { stage: "LEGAL" } });
    expect(JSON.stringify([firm.file, firm.timeline, firm.holder])).not.toMatch(/written|loss_|legal_ended|WRITEOFF/);
  });
});

it("YQ-072 a claim that its units refused comes back with the opinion, and a panel that is gone is not shown", async () => {
  const one = await lent(who, 869);
  await filed(who.bankA, one.caseId);
  await checked(who, one.caseId);
  must(await verified(who, one.caseId, undefined, { office: "not_agreed", finance: "not_agreed" }));
  const view = await seen(who.office, one.caseId);
  expect(view.file.claim).toMatchObject({
    step: "file",
    stepSays: expect.stringMatching(/补正/),
    verification: { counts: { agreed: 1, not_agreed: 2 } },
  });
  expect(view.holder.names).toEqual(expect.arrayContaining(["海坨银行延庆支行"]));
});
