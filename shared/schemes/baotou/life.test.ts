import { describe, expect, it } from "vitest";
import { stateCouncil } from "../../calendar/working-day";
import { secondOpinion } from "../../fund/second-opinion";
import { addDays, day, type LocalDate } from "../../local-date";
import { fen, ZERO } from "../../money";
import { anchorsOf } from "../../process/anchors";
import { checkClaim, consentClaim, payableOf } from "../../process/claim";
import { claimAmount } from "../../process/claim-amount";
import { repay, setSchedule } from "../../process/loan-life";
import { gateOpen, obligationFlags } from "../../process/obligation";
import { recover, startLegal } from "../../process/recovery";
import { recoveryFlags } from "../../process/recovery-flag";
import { followUpFlag } from "../../process/report-duty";
import { approveLoss, confirmLoss, endLegal, writeOff } from "../../process/write-off";
import { readAs } from "../reading";
import { act, codes, first, must, type ToldFile } from "../testing";
import { baotou } from "./scheme";
import {
  BANK,
  collected,
  confirmed,
  DEBIT,
  FINANCE,
  files,
  fulfils,
  funded,
  GOVERNMENT,
  GUARANTOR,
  LENT,
  left,
  MANAGER,
  MATURES,
  OBLIGATIONS,
  OFFICE,
  paid,
} from "./testing";

const CALENDAR = stateCouncil();
const LEFT = 100_000_000;
const flags = (told: ToldFile, id: string, on: string) =>
  must(obligationFlags(OBLIGATIONS, anchorsOf(told.file, day(on)), told.file.fulfilled ?? [], day(on), CALENDAR)).filter(
    ({ obligation }) => obligation === id,
  );

describe("a loan of 包头 until its end", () => {
  it("BT-042 the office is told in writing within three working days of the disbursement", () => {
    const told = funded();
    expect(flags(told, "disbursement_notice", "2024-04-07")).toEqual([]);
    expect(flags(told, "disbursement_notice", "2024-04-08")).toMatchObject([{ code: "disburse_notice_overdue", due: "2024-04-07" }]);
    expect(() => fulfils(told, "disbursement_notice", day("2024-04-02"))).toThrow("document_no_required");
    fulfils(told, "disbursement_notice", day("2024-04-07"), { documentNo: "通知1号" });
    expect(flags(told, "disbursement_notice", "2024-04-08")).toEqual([]);
  });

  it("BT-046 the firm is reminded sixty days ahead of maturity; a shorter loan on the day it is made", () => {
    const told = funded();
    expect(flags(told, "maturity_reminder", "2025-01-31")).toEqual([]);
    expect(flags(told, "maturity_reminder", "2025-02-01")).toMatchObject([{ code: "reminder_missed", due: "2025-01-31" }]);
    fulfils(told, "maturity_reminder", day("2025-01-31"), {}, GUARANTOR);
    expect(flags(told, "maturity_reminder", "2025-02-01")).toEqual([]);
    const short = { ...anchorsOf(told.file, LENT), matures: day("2024-05-01") };
    const at = (on: LocalDate) =>
      must(obligationFlags(OBLIGATIONS, short, [], on, CALENDAR)).filter(({ obligation }) => obligation === "maturity_reminder");
    expect(at(LENT)).toEqual([]);
    expect(at(addDays(LENT, 1))).toMatchObject([{ code: "reminder_missed", due: LENT }]);
  });

  it("BT-045 an area that was not in touch with its firm for a quarter is told", () => {
    expect(followUpFlag(baotou.reports.followUp, LENT, [], day("2024-10-08"))).toMatchObject({ code: "no_followup", cites: { article: "第三十条" } });
    expect(followUpFlag(baotou.reports.followUp, LENT, [day("2024-08-01")], day("2024-10-08"))).toBeUndefined();
  });

  it("BT-047 arrears ask for measures", () => {
    const told = left(LEFT);
    expect(flags(told, "measures", "2025-04-09")).toEqual([]);
    expect(flags(told, "measures", "2025-04-10")).toMatchObject([{ code: "no_measures", due: "2025-04-09" }]);
    fulfils(told, "measures", day("2025-04-08"));
    expect(flags(told, "measures", "2025-04-10")).toEqual([]);
  });
});

describe("a debit in 包头", () => {
  it("BT-048 waits for two attempts of different kind", () => {
    const gate = (told: ToldFile) => codes(gateOpen(OBLIGATIONS, "claim", anchorsOf(told.file, DEBIT), told.file.fulfilled ?? [], DEBIT));
    const told = left(LEFT);
    expect(first(files(told))).toMatchObject({ code: "collection_required", cites: { article: "第三十一条（三）" } });
    fulfils(told, "collection", day("2025-04-10"), { way: "phone" });
    fulfils(told, "collection", day("2025-04-11"), { way: "phone" });
    expect(gate(told)).toEqual(["collection_required"]);
    fulfils(told, "collection", day("2025-04-12"), { way: "onsite" });
    expect(gate(told)).toEqual([]);
    expect(() => fulfils(told, "collection", day("2025-04-13"), { way: "letter" })).toThrow("field_invalid");
    const once = must(readAs(baotou, "collection.min", 1)).obligations ?? [];
    const one = fulfils(left(LEFT), "collection", day("2025-04-10"), { way: "phone" });
    expect(codes(gateOpen(once, "claim", anchorsOf(one.file, DEBIT), one.file.fulfilled ?? [], DEBIT))).toEqual([]);
  });

  it("BT-049 begins on the twenty-sixth day, not on the twenty-fifth", () => {
    expect(first(files(collected(), day("2025-04-26")))).toMatchObject({
      code: "debit_early",
      figures: { daysOverdue: "25", limit: "25", dueOn: MATURES },
      cites: { article: "第三十二条" },
    });
    expect(files(collected(), DEBIT).ok).toBe(true);
  });

  it("BT-049 interest alone never opens it, and an instalment of principal counts by its own day", () => {
    const told = funded();
    const instalments = [
      { dueOn: day("2024-10-01"), principal: ZERO, interest: fen(1_000_000) },
      { dueOn: day("2025-01-02"), principal: fen(200_000_000), interest: fen(1_000_000) },
      { dueOn: MATURES, principal: fen(300_000_000), interest: fen(1_000_000) },
    ];
    told.does(setSchedule(told.file.life, instalments, act(BANK, LENT)), BANK, LENT);
    fulfils(told, "collection", day("2024-10-10"), { way: "phone" });
    fulfils(told, "collection", day("2024-10-11"), { way: "onsite" });
    expect(codes(files(told, day("2024-12-31")))).toEqual(["debit_early"]);
    expect(codes(files(told, day("2025-01-27")))).toEqual(["debit_early"]);
    expect(files(told, day("2025-01-28")).ok).toBe(true);
  });

  it("BT-049 is the bank's own, for what is really owed", () => {
    expect(codes(files(collected(), DEBIT, {}, GUARANTOR))).toEqual(["payee_wrong"]);
    expect(codes(files(collected(), DEBIT, { principal: fen(LEFT + 1) }))).toEqual(["claim_invalid"]);
  });

  it("BT-006 BT-014 the trustee checks, the office confirms by a paper; nobody does in their place", () => {
    const told = collected();
    told.does(files(told), BANK, DEBIT);
    expect(codes(checkClaim(baotou, told.file, "相符", act(OFFICE, DEBIT)))).toEqual(["role_forbidden"]);
    told.does(checkClaim(baotou, told.file, "相符", act(MANAGER, DEBIT)), MANAGER, DEBIT);
    const consents = (who: typeof BANK, no: string) => codes(consentClaim(baotou, told.file, no, { agreementInForce: true }, act(who, DEBIT)));
    expect([consents(MANAGER, "1"), consents(FINANCE, "1"), consents(OFFICE, "")]).toEqual([
      ["role_forbidden"],
      ["role_forbidden"],
      ["document_no_required"],
    ]);
    expect(consents(OFFICE, "1")).toEqual([]);
  });

  it("BT-014 a trustee that is itself the guarantor is told; read otherwise another is appointed", () => {
    const told = collected();
    told.does(files(told), BANK, DEBIT);
    const self = { ...MANAGER, id: GUARANTOR.id };
    expect(must(checkClaim(baotou, told.file, "相符", act(self, DEBIT)))[0]).toMatchObject({ interested: true });
    const other = must(readAs(baotou, "conflict", "substitute"));
    expect(first(checkClaim(other, told.file, "相符", act(self, DEBIT)))).toMatchObject({ code: "self_interest", cites: { article: "第十条" } });
  });

  it("BT-029 BT-049 takes the pool's share of the principal, to the fen, with a second reader", () => {
    const told = collected(100_000_001);
    told.does(files(told), BANK, DEBIT);
    const { claim } = told.file;
    if (!claim) throw new Error("claim");
    const amount = must(claimAmount(baotou, told.file, claim, DEBIT));
    expect(amount.amount).toBe(40_000_001);
    expect(secondOpinion({ ...amount.basis, asked: amount.amount })).toEqual([]);
    expect(secondOpinion({ ...amount.basis, asked: fen(40_000_000) })).toHaveLength(1);
    const all = must(readAs(baotou, "comp.base", "principal_and_interest"));
    expect(must(claimAmount(all, told.file, claim, DEBIT)).amount).toBe(40_012_001);
  });

  it("BT-049 what was repaid since lowers it", () => {
    const told = confirmed();
    const on = addDays(DEBIT, 1);
    told.does(repay(told.file.life, { id: "r-2", on, principal: fen(50_000_000), interest: ZERO }, act(BANK, on)), BANK, on);
    const { claim } = told.file;
    expect(claim && must(claimAmount(baotou, told.file, claim, on)).amount).toBe(20_000_000);
  });

  it("BT-025 BT-049 the payment knows whose deposit pays first", () => {
    expect(must(payableOf(baotou, confirmed().file))).toMatchObject({ amount: 40_000_000, payeeId: BANK.id, subs: { institution: BANK.id } });
  });

  it("BT-050 the office is told in writing within three working days of the debit", () => {
    const told = paid();
    // the last Sunday of April is worked, the first five days of May are not
    expect(flags(told, "debit_notice", "2025-04-30")).toEqual([]);
    expect(flags(told, "debit_notice", "2025-05-06")).toMatchObject([{ code: "debit_notice_overdue", due: "2025-04-30" }]);
    fulfils(told, "debit_notice", day("2025-04-30"), { documentNo: "告知1号" });
    expect(flags(told, "debit_notice", "2025-05-06")).toEqual([]);
  });
});

describe("after the debit in 包头", () => {
  const RECEIVED = day("2025-06-03");
  const comes = (told: ToldFile, amount: number, costs: number, id = "m-1", kind = "litigation") => {
    const costItems = costs > 0 ? [{ kind, amount: fen(costs), voucherNo: "票1" }] : [];
    return recover(baotou.recovery, told.file, { id, receivedOn: RECEIVED, amount: fen(amount), costs: fen(costs), costItems }, act(BANK, RECEIVED));
  };

  it("BT-051 the bank goes to law; a quarter without a suit is told", () => {
    const told = paid();
    const sues = (who: typeof BANK) => startLegal(baotou.recovery, told.file, { on: RECEIVED, court: "法院", caseNo: "1" }, act(who, RECEIVED));
    expect([codes(sues(GUARANTOR)), sues(BANK).ok]).toEqual([["payee_wrong"], true]);
    expect(flags(told, "litigation", "2025-07-27")).toEqual([]);
    expect(flags(told, "litigation", "2025-07-28")).toMatchObject([{ code: "litigation_open", cites: { article: "第三十三条" } }]);
    fulfils(told, "litigation", day("2025-07-01"), {}, MANAGER);
    expect(flags(told, "litigation", "2025-07-28")).toEqual([]);
  });

  it("BT-052 net of costs, by four, two and four tenths, and inside the pool by three, three and four", () => {
    expect(must(comes(paid(), 60_000_000, 10_000_000))[0]).toMatchObject({
      receipt: {
        due: 20_000_000,
        parts: [
          {
            party: "pool",
            amount: 20_000_000,
            inner: [
              { party: "region", amount: 6_000_000 },
              { party: "city", amount: 6_000_000 },
              { party: "area", amount: 8_000_000 },
            ],
          },
          { party: "bank", amount: 10_000_000 },
          { party: "guarantor", amount: 20_000_000 },
        ],
      },
    });
  });

  it.each(["litigation", "enforcement", "appraisal", "agency"])("BT-052 a cost of %s comes off", (kind) => {
    expect(comes(paid(), 60_000_000, 10_000_000, "m-1", kind).ok).toBe(true);
  });

  it("BT-052 no other does; what one receipt could not bear comes off the next; the pool never gets more than it paid", () => {
    expect(codes(comes(paid(), 60_000_000, 10_000_000, "m-1", "travel"))).toEqual(["cost_type"]);
    const told = paid();
    told.does(comes(told, 1_000_000, 1_500_000), BANK, RECEIVED);
    expect(told.file.recovery?.receipts[0]).toMatchObject({ due: 0 });
    expect(must(comes(told, 1_500_000, 0, "m-2"))[0]).toMatchObject({ receipt: { due: 400_000 } });
    expect(must(comes(paid(), 500_000_000, 0))[0]).toMatchObject({ receipt: { due: 40_000_000 } });
  });

  it("BT-053 a recovery of which nobody has told for a quarter is marked", () => {
    const flagged = recoveryFlags(baotou.recovery, paid().file, day("2025-10-08"), CALENDAR);
    expect(flagged.find(({ code }) => code === "ledger_stale")).toMatchObject({ cites: { article: "第三十五条" } });
  });

  it("the document knows no writing off: nothing proves it, until the city's own paper says what does", () => {
    const told = paid();
    const ends = (scheme = baotou) =>
      endLegal(scheme.recovery, told.file, { on: RECEIVED, proof: "终结执行的裁定", documentNo: "1" }, act(BANK, RECEIVED));
    told.does(startLegal(baotou.recovery, told.file, { on: RECEIVED, court: "法院", caseNo: "1" }, act(BANK, RECEIVED)), BANK, RECEIVED);
    expect(ends().ok).toBe(false);
    expect(confirmLoss(baotou.recovery, told.file, fen(40_000_000), act(BANK, RECEIVED)).ok).toBe(false);
    const decided = must(readAs(baotou, "writeoff.proofs", ["终结执行的裁定"]));
    told.does(ends(decided), BANK, RECEIVED);
    expect(codes(confirmLoss(decided.recovery, told.file, fen(39_999_999), act(BANK, RECEIVED)))).toEqual(["amount_mismatch"]);
    told.does(confirmLoss(decided.recovery, told.file, fen(40_000_000), act(BANK, RECEIVED)), BANK, RECEIVED);
    expect(codes(approveLoss(decided.recovery, told.file, act(OFFICE, RECEIVED)))).toEqual(["role_forbidden"]);
    told.does(approveLoss(decided.recovery, told.file, act(GOVERNMENT, RECEIVED)), GOVERNMENT, RECEIVED);
    expect(must(writeOff(decided.recovery, told.file, "w-1"))).toEqual([{ type: "written_off", amount: 40_000_000, transferId: "w-1" }]);
  });
});
