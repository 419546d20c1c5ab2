import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stateCouncil } from "../../shared/calendar/working-day";
import { audit } from "../../shared/fund/audit";
import { fundsOf, recount, trialBalance } from "../../shared/fund/balances";
import { mayGoOn } from "../../shared/fund/breaker";
import { entriesFor } from "../../shared/fund/entries";
import { openFund } from "../../shared/fund/fund";
import { drawUp } from "../../shared/fund/payment";
import { replayFund } from "../../shared/fund/replay";
import { secondOpinion } from "../../shared/fund/second-opinion";
import { type Layers, shareOut } from "../../shared/fund/sharing";
import { addDays, day } from "../../shared/local-date";
import { type Fen, fen, plus, splitByWeight, ZERO } from "../../shared/money";
import { checkClaim, claimFlags, consentClaim, payableOf } from "../../shared/process/claim";
import { claimAmount } from "../../shared/process/claim-amount";
import { outstandingOn, repaidInFull } from "../../shared/process/loan-life";
import { recover, startLegal } from "../../shared/process/recovery";
import { approveLoss, confirmLoss, endLegal, writeOff } from "../../shared/process/write-off";
import { readAs } from "../../shared/schemes/reading";
import { act, codes, first, must } from "../../shared/schemes/testing";
import { APPLIED, BANK, District, FINANCE, FIRM, GOVERNMENT, LENT, MANAGER, OFFICE, OTHER, yuanOf } from "./life";
import { qingxi } from "./scheme/scheme";
import { bad, CLAIMED, CONSENTED, consented, files, funded, IN_FORCE, repays } from "./walk";

const { chart } = qingxi.fund;
const CALENDAR = stateCouncil();
const PAID = day("2025-05-21");
const MILLION = yuanOf(1_000_000);
const TWO_MILLION = yuanOf(2_000_000);
const HALF = yuanOf(500_000);

/** Two firms have paid in and were lent to; the first owes 500,000 at maturity, the second has repaid everything. */
function twoFirms(publicMoney: Fen = MILLION, left: Fen = HALF) {
  const district = new District(publicMoney);
  const paidIn = [district.paysIn(FIRM, TWO_MILLION, APPLIED), district.paysIn(OTHER, MILLION, APPLIED)] as const;
  const { cash } = fundsOf(chart, district.book);
  const loan = funded(FIRM, paidIn[0], cash, TWO_MILLION);
  district.commits(loan, TWO_MILLION, LENT);
  const other = funded(OTHER, paidIn[1], cash, MILLION, district.book.balance("committed"));
  district.commits(other, MILLION, LENT);
  repays(other, "还1", MILLION, day("2025-03-31"));
  district.commits(other, ZERO, day("2025-03-31"));
  district.interest(fen(12_345), day("2025-03-21"));
  bad(loan, left);
  district.commits(loan, left, day("2024-12-02"));
  return { district, loan, other };
}

function paid() {
  const told = twoFirms();
  consented(told.loan);
  const instruction = told.district.paysClaim(told.loan, PAID);
  told.district.commits(told.loan, ZERO, PAID);
  return { ...told, instruction };
}

/** The article's own order, read a second time beside what the ledger did. */
const LAYERS: Layers = {
  kind: "layers",
  id: "layers",
  says: "企业保证金、互助金、财政资金，余下的由银行承担",
  layers: (["own", "mutual", "public"] as const).map((party) => ({ party, says: party, holds: party, cites: chart.cites })),
  rest: "bank",
  cites: chart.cites,
};

describe("the money of the fund", () => {
  it("QX-003 another amount from the treasury needs its paper, and nothing is paid for what the document does not name", () => {
    const unexplained = openFund(qingxi.fund, [{ id: "1", amount: fen(99_999_999) }], { madeBy: "a", checkedBy: "b" }, APPLIED);
    expect(first(unexplained)).toMatchObject({ code: "fund_source", figures: { asked: "1000000.00" }, cites: { article: "第三条" } });
    const district = new District(MILLION);
    expect(district.layers()).toEqual([0, 0, 100_000_000]);
    const [debit, credit] = entriesFor(chart, "deposit", fen(1));
    if (!debit || !credit) throw new Error("two entries");
    const gift = district.transfer(PAID, { reason: "subsidy", entries: [debit, credit] });
    expect(first(gift)).toMatchObject({ code: "fund_use_forbidden", cites: { article: "第三条" } });
  });

  it("QX-005 what a firm pays in is in part its own, in part everybody's; interest is everybody's", () => {
    const district = new District(MILLION);
    expect(district.paysIn(FIRM, fen(200_000_019), APPLIED)).toBe(10_000_001);
    expect(district.layers()).toEqual([6_000_001, 4_000_000, 100_000_000]);
    district.interest(fen(7), APPLIED);
    expect(district.layers()).toEqual([6_000_001, 4_000_007, 100_000_000]);
    expect(district.paidInBy(FIRM)).toBe(10_000_001);
  });

  it("QX-019 QX-023 a firm that has repaid gets its own deposit back, and no fen of another's; one that owes does not", () => {
    const { district, other } = twoFirms();
    expect(repaidInFull(other.file.life, day("2025-03-31"))).toBe(true);
    expect(first(district.moves(FIRM, "contribution_return", fen(1), PAID, HALF))).toMatchObject({
      code: "loan_not_repaid",
      figures: { outstanding: "500000.00" },
      cites: { article: "第七条" },
    });
    district.tells(district.moves(OTHER, "contribution_return", fen(3_000_000), PAID));
    expect(district.layers(OTHER)).toEqual([0, 6_012_345, 100_000_000]);
    expect(district.paidInBy(OTHER)).toBe(2_000_000);
    expect(codes(district.moves(OTHER, "contribution_return", fen(1), PAID))).toEqual(["fund_insufficient"]);
    const mutual = [
      { account: "depositors", of: OTHER.id, side: "debit" as const, amount: fen(1) },
      { account: "mutual", side: "credit" as const, amount: fen(1) },
    ];
    const whole = { reason: "contribution_return" as const, entries: mutual };
    expect(first(district.transfer(PAID, whole))).toMatchObject({ code: "fund_use_forbidden", figures: { account: "mutual" } });
    expect(district.layers(FIRM)[0]).toBe(6_000_000);
  });
});

describe("a loan that fails", () => {
  it("QX-010 is claimed once it was collected, is bad and more than thirty days over its day", () => {
    const { loan } = twoFirms();
    expect(first(files(loan, {}, BANK, day("2025-05-01")))).toMatchObject({ code: "debit_early", figures: { daysOverdue: "30", limit: "30" } });
    expect(codes(files(loan, { papers: [] }))).toEqual(["doc_missing"]);
    expect(codes(files(loan, { principal: fen(50_000_001) }))).toEqual(["claim_invalid"]);
    expect(codes(files(loan, {}, MANAGER))).toEqual(["payee_wrong"]);
    const idle = funded(FIRM, fen(10_000_000), fen(110_000_000), TWO_MILLION);
    expect(codes(files(idle))).toContain("collection_required");
    expect(files(loan).ok).toBe(true);
  });

  it("QX-012 QX-013 is checked within ten working days and paid by the government's consent alone", () => {
    const { loan } = twoFirms();
    loan.does(files(loan), BANK, CLAIMED);
    expect(must(claimFlags(qingxi, loan.file, day("2025-05-22"), CALENDAR))).toEqual([]);
    expect(must(claimFlags(qingxi, loan.file, day("2025-05-23"), CALENDAR))).toMatchObject([{ code: "obligation_overdue" }]);
    loan.does(checkClaim(qingxi, loan.file, "材料相符", act(MANAGER, CONSENTED)), MANAGER, CONSENTED);
    expect(first(payableOf(qingxi, loan.file))).toMatchObject({ code: "gov_consent_required", cites: { article: "第十条" } });
    expect(codes(consentClaim(qingxi, loan.file, "纪要1号", IN_FORCE, act(OFFICE, CONSENTED)))).toEqual(["role_forbidden"]);
    expect(codes(consentClaim(qingxi, loan.file, " ", IN_FORCE, act(GOVERNMENT, CONSENTED)))).toEqual(["document_no_required"]);
  });

  it("QX-011 is paid by its own deposit, then by the mutual deposits, and where these are short by public money", () => {
    const { district, loan, instruction } = paid();
    expect(instruction.plan).toMatchObject({ account: 50_000_000, quota: 0, unfunded: 0 });
    expect(district.layers()).toEqual([0, 0, 100_000_000 - 37_987_655]);
    expect(district.layers(OTHER)[0]).toBe(3_000_000);
    const had = { own: fen(6_000_000), mutual: fen(6_012_345), public: MILLION };
    expect(must(shareOut(LAYERS, HALF, had, PAID)).map(({ amount }) => amount)).toEqual([6_000_000, 6_012_345, 37_987_655, 0]);
    expect(district.book.balance("compensation", "claim-1")).toBe(50_000_000);
    expect(district.book.balance("committed")).toBe(0);
    expect(loan.file.claim?.paid).toMatchObject({ amount: 50_000_000, unfunded: 0, loss: 50_000_000 });
  });

  it.each([
    ["its own deposit alone", 4_000_000, [2_000_000, 6_012_345, 100_000_000]],
    ["a part of the mutual deposits", 7_000_000, [0, 5_012_345, 100_000_000]],
    ["the last fen of the mutual deposits", 12_012_345, [0, 0, 100_000_000]],
    ["one fen of public money", 12_012_346, [0, 0, 99_999_999]],
  ])("QX-011 a loss takes %s", (_, left, layers) => {
    const { district, loan } = twoFirms(MILLION, fen(left));
    consented(loan);
    district.paysClaim(loan, PAID);
    expect(district.layers()).toEqual(layers);
    expect(district.layers(OTHER)[0]).toBe(3_000_000);
  });

  it("QX-011 its amount has a derivation and a second reader; a planted fen stops the payment", () => {
    const { district, loan } = twoFirms();
    consented(loan);
    const { claim } = loan.file;
    if (!claim) throw new Error("no claim");
    const { amount, basis, derivation } = must(claimAmount(qingxi, loan.file, claim, PAID));
    expect(derivation.map(({ id }) => id)).toEqual(["loss", "compensation"]);
    expect(secondOpinion({ ...basis, asked: amount })).toEqual([]);
    expect(secondOpinion({ ...basis, asked: fen(amount - 1) })).toMatchObject([{ where: "amount", opinion: "50000000" }]);
    district.approves(must(payableOf(qingxi, loan.file)));
    const order = { no: "1", payableId: "claim-1", asked: fen(amount - 1), basis };
    expect(first(drawUp(district.till(), order, { personId: "manager-1", kind: "manager" }, PAID))).toMatchObject({ code: "amount_mismatch" });
    expect(codes(drawUp(district.till(), { ...order, asked: amount }, { personId: "finance-1", kind: "finance" }, PAID))).toEqual(["role_forbidden"]);
  });

  it("QX-014 the year's ceiling holds, with its article", () => {
    const { district, loan } = twoFirms();
    consented(loan);
    district.approves(must(payableOf(qingxi, loan.file)));
    const { basis } = must(claimAmount(qingxi, loan.file, loan.file.claim as NonNullable<typeof loan.file.claim>, PAID));
    const order = { no: "1", payableId: "claim-1", asked: HALF, basis };
    const by = { personId: "manager-1", kind: "manager" } as const;
    expect(drawUp(district.till(fen(30_000_000)), order, by, PAID).ok).toBe(true);
    expect(first(drawUp(district.till(fen(30_000_001)), order, by, PAID))).toMatchObject({
      code: "annual_cap",
      figures: { asked: "500000.00", available: "499999.99" },
      cites: { article: "第十一条" },
    });
  });

  it("QX-011 what all three layers do not have is the bank's, and comes back to it by what it bore", () => {
    const { district, loan } = twoFirms(yuanOf(200_000), yuanOf(600_000));
    consented(loan);
    const { plan } = district.paysClaim(loan, PAID);
    expect(plan).toMatchObject({ account: 32_012_345, unfunded: 27_987_655, flag: "fund_insufficient" });
    expect(district.layers()).toEqual([0, 0, 0]);
    const on = day("2025-09-01");
    const due = district.recovers(loan, "收1", yuanOf(100_000), ZERO, on);
    const [fund, bank] = splitByWeight(yuanOf(100_000), [plan.account, plan.unfunded]);
    expect(due).toBe(fund);
    expect(loan.file.recovery?.receipts[0]?.parts).toEqual([
      { party: "fund", amount: fund },
      { party: "bank", amount: bank },
    ]);
    expect(plus(...district.layers())).toBe(due);
  });
});

describe("money that comes back", () => {
  const RECEIVED = day("2025-09-01");

  it("QX-018 QX-015 QX-016 the pause that the payment brought ends with it; each layer gets back by what it gave", () => {
    const { district, loan } = paid();
    const { breaker } = qingxi.fund;
    expect(district.fund.state).toEqual({ state: "PAUSED", epoch: 1 });
    expect(first(mayGoOn(breaker, district.fund.state, "loan", PAID))).toMatchObject({
      code: "scheme_paused",
      cites: { article: "第十四条" },
    });
    expect(mayGoOn(breaker, district.fund.state, "payment", PAID).ok).toBe(true);
    expect(district.recovers(loan, "收1", yuanOf(100_000), yuanOf(10_000), RECEIVED)).toBe(9_000_000);
    expect(district.layers()).toEqual([1_080_000, 1_082_222, 62_012_345 + 6_837_778]);
    expect(district.fund.state).toEqual({ state: "ACTIVE", epoch: 2 });
    const travel = {
      id: "收2",
      receivedOn: RECEIVED,
      amount: fen(100),
      costs: fen(1),
      costItems: [{ kind: "travel", amount: fen(1), voucherNo: "1" }],
    };
    expect(first(recover(qingxi.recovery, loan.file, travel, act(BANK, RECEIVED)))).toMatchObject({
      code: "cost_type",
      cites: { article: "第十二条" },
    });
  });

  it("QX-017 QX-016 what the law left is written off by two authorities after a year; later money still makes every layer whole", () => {
    const { district, loan } = paid();
    district.recovers(loan, "收1", yuanOf(100_000), yuanOf(10_000), RECEIVED);
    const { recovery } = qingxi;
    loan.does(startLegal(recovery, loan.file, { on: RECEIVED, court: "青溪县人民法院", caseNo: "民初1号" }, act(BANK, RECEIVED)), BANK, RECEIVED);
    const ended = day("2026-05-20");
    const end = { on: ended, proof: "termination_ruling", documentNo: "执行裁定1号" };
    expect(codes(endLegal(recovery, loan.file, { ...end, proof: "letter" }, act(BANK, ended)))).toEqual(["writeoff_proof"]);
    loan.does(endLegal(recovery, loan.file, end, act(BANK, ended)), BANK, ended);
    expect(first(confirmLoss(recovery, loan.file, fen(41_000_000), act(BANK, day("2026-05-21"))))).toMatchObject({
      code: "writeoff_early",
      figures: { firstAllowedOn: "2026-05-22" },
      cites: { article: "第十三条" },
    });
    const on = day("2026-05-22");
    loan.does(confirmLoss(recovery, loan.file, fen(41_000_000), act(BANK, on)), BANK, on);
    loan.does(approveLoss(recovery, loan.file, act(OFFICE, on)), OFFICE, on);
    expect(codes(writeOff(recovery, loan.file, "w-1"))).toEqual(["writeoff_approval_missing"]);
    loan.does(approveLoss(recovery, loan.file, act(FINANCE, on)), FINANCE, on);
    loan.does(writeOff(recovery, loan.file, "w-1"), FINANCE, on);
    const entries = entriesFor(chart, "write_off", fen(41_000_000), "claim-1");
    district.tells(district.transfer(on, { reason: "write_off", entries, caseId: loan.file.caseId }));
    expect(["compensation", "written_off"].map((account) => district.book.balance(account, "claim-1"))).toEqual([0, 41_000_000]);

    expect(district.recovers(loan, "收2", yuanOf(410_000), ZERO, day("2026-10-12"))).toBe(41_000_000);
    expect(district.layers()).toEqual([6_000_000, 6_012_345, 100_000_000]);
    expect(district.layers(OTHER)[0]).toBe(3_000_000);
    expect(district.book.balance("written_off", "claim-1")).toBe(0);
    // told again from nothing, file and fund are the same to the fen
    expect(loan.again()).toEqual(loan.file);
    const again = replayFund(qingxi.fund, district.ledger);
    expect(again.book.balances()).toEqual(district.book.balances());
    expect([again.state, again.changes, again.queue]).toEqual([district.fund.state, district.fund.changes, district.fund.queue]);
    expect(again.changes.map(({ to }) => to)).toEqual(["PAUSED", "ACTIVE"]);
    expect(recount(chart, district.ledger, district.book.balances())).toEqual([]);
    expect(outstandingOn(loan.file.life, on)).toBe(50_000_000);
  });

  it("QX-011 QX-015 QX-016 whatever fails and however it comes back: balanced, no layer below nothing or above what it gave, all of them whole at the end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000_000, max: 100_000_000 }),
        fc.integer({ min: 1, max: 80_000_000 }),
        fc.array(fc.integer({ min: 1, max: 30_000_000 }), { maxLength: 6 }),
        (publicMoney, left, receipts) => {
          const { district, loan } = twoFirms(fen(publicMoney), fen(left));
          consented(loan);
          const had = district.layers();
          const [own, mutual, state] = had;
          const { plan } = district.paysClaim(loan, PAID);
          const borne = must(shareOut(LAYERS, fen(left), { own, mutual, public: state }, PAID)).map(({ amount }) => amount);
          const gave = had.map((amount, at) => amount - (borne[at] ?? 0));
          expect(district.layers()).toEqual(gave);
          expect(plan.unfunded).toBe(borne[3]);
          for (const [at, amount] of [...receipts, 100_000_000].entries()) {
            if (district.book.balance("compensation", "claim-1") === ZERO) break;
            const on = addDays(RECEIVED, at);
            const before = district.layers();
            const whole = at === receipts.length ? yuanOf(100_000_000) : fen(amount);
            // a fen may be too little to give the fund a part of
            const worth = must(recover(qingxi.recovery, loan.file, { id: "试", receivedOn: on, amount: whole, costs: ZERO }, act(BANK, on)));
            if (worth[0]?.type !== "money_recovered" || worth[0].receipt.due === ZERO) continue;
            const due = district.recovers(loan, `收${at}`, whole, ZERO, on);
            const after = district.layers();
            expect(plus(...after)).toBe(plus(...before) + due);
            for (const [layer, amountAfter] of after.entries()) {
              expect(amountAfter).toBeGreaterThanOrEqual(before[layer] ?? 0);
              expect(amountAfter).toBeLessThanOrEqual(had[layer] ?? 0);
            }
          }
          expect(district.layers()).toEqual(had);
          expect(trialBalance(chart, district.book)).toBe(0);
          expect(replayFund(qingxi.fund, district.ledger).book.balances()).toEqual(district.book.balances());
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("the same again", () => {
  it("the books are those that a recount of every event finds; a wrong one is told", () => {
    const { district } = paid();
    const kept = {
      balances: [...district.book.balances()].map(([key, balance]) => {
        const [account = "", of = ""] = key.split("/");
        return { account, of, balance, held: district.book.held(account, of || undefined) };
      }),
      counts: new Map([["paid", HALF]] as const),
      days: [],
      state: district.fund.state,
      changes: district.fund.changes,
      queue: [],
      payables: [],
    };
    const again = replayFund(qingxi.fund, district.ledger);
    expect(audit(qingxi.fund, again, [], kept)).toEqual([]);
    expect(audit(qingxi.fund, again, [], { ...kept, counts: new Map() })).toMatchObject([{ what: "count", key: "paid", recounted: "500000.00" }]);
  });

  it("another reading of the same folder changes what it says, and nothing else", () => {
    const nine = must(readAs(qingxi, "comp.ratio", "0.90"));
    const { loan } = twoFirms();
    consented(loan);
    const claim = loan.file.claim as NonNullable<typeof loan.file.claim>;
    expect(must(claimAmount(nine, loan.file, claim, PAID)).amount).toBe(45_000_000);
    expect(must(claimAmount(qingxi, loan.file, claim, PAID)).amount).toBe(50_000_000);
  });
});
