/** A district of 青溪 in memory: its people, its ledger, and a firm's way from paying in to the bank's claim, on the mechanisms that every document uses. */
import { trialBalance } from "../../shared/fund/balances";
import { entriesFor, entriesInOrder } from "../../shared/fund/entries";
import { commitmentChange, commitmentOf } from "../../shared/fund/exposure";
import { openFund } from "../../shared/fund/fund";
import { confirmPaid, countersign } from "../../shared/fund/instruction";
import type { LedgerEvent, Payable } from "../../shared/fund/ledger";
import { bookMovement, type MovementKnown } from "../../shared/fund/movement";
import { drawUp, type PaymentOrder, type Till } from "../../shared/fund/payment";
import { post } from "../../shared/fund/posting";
import { RunningFund } from "../../shared/fund/replay";
import { addDays, day, type LocalDate } from "../../shared/local-date";
import { type Fen, fen, plus, timesRatio, ZERO } from "../../shared/money";
import type { Outcome } from "../../shared/outcome";
import { payableOf, recordPayment } from "../../shared/process/claim";
import { claimAmount } from "../../shared/process/claim-amount";
import { limitBases } from "../../shared/process/lending-totals";
import type { OrgRef } from "../../shared/process/party";
import { recover } from "../../shared/process/recovery";
import { declareReturn, receiveReturn } from "../../shared/process/recovery-return";
import { valueOn } from "../../shared/rule/parameter";
import { act, must, org, type ToldFile } from "../../shared/schemes/testing";
import { contributionRatio } from "./scheme/parameters";
import { qingxi } from "./scheme/scheme";

export const TOWN = org("town", "township", "青溪县石桥镇人民政府");
export const OFFICE = org("office", "office", "青溪县工信局");
export const FINANCE = org("finance", "finance", "青溪县财政局");
export const GOVERNMENT = org("gov", "government", "青溪县人民政府");
export const MANAGER = org("manager", "manager", "青溪互助资金管理中心");
export const BANK = org("bank", "bank", "甲银行青溪支行");
export const TELLER = org("teller", "account_bank", "乙银行青溪支行");
export const FIRM = org("firm-1", "enterprise", "石桥竹器厂");
export const OTHER = org("firm-2", "enterprise", "南岸豆制品厂");

export const OPENED = day("2024-02-01");
export const APPLIED = day("2024-03-04");
export const LENT = day("2024-04-01");

const TWO = { madeBy: "manager-1", checkedBy: "manager-2" };
const { chart } = qingxi.fund;

/** The fund as it runs, with every event that it was told. */
export class District {
  readonly ledger: LedgerEvent[] = [];
  readonly fund = new RunningFund(qingxi.fund);
  #last = 0;

  /** Opened with what the treasury really paid in; another amount than the document's comes with its paper. */
  constructor(publicMoney: Fen) {
    this.tells(openFund(qingxi.fund, [{ id: "open-1", amount: publicMoney, adjustment: "拨款通知1号" }], TWO, OPENED));
  }

  get book() {
    return this.fund.book;
  }

  tells(outcome: Outcome<readonly LedgerEvent[]>): void {
    for (const event of must(outcome)) {
      this.ledger.push(event);
      this.fund.fold(event);
    }
    const off = trialBalance(chart, this.book);
    if (off !== ZERO) throw new RangeError(`the ledger is off by ${off}`);
  }

  transfer(on: LocalDate, more: Pick<LedgerTransfer, "reason" | "entries"> & Partial<LedgerTransfer>): Outcome<LedgerEvent[]> {
    this.#last += 1;
    return post(chart, this.book, { id: `t-${this.#last}`, on, persons: TWO, ...more });
  }

  /** Five percent before the loan, in the parts that the document names; a part of nothing is no entry. */
  paysIn(firm: OrgRef, principal: Fen, on: LocalDate): Fen {
    const amount = timesRatio(principal, must(valueOn(contributionRatio, on)), "ceil");
    this.tells(this.moves(firm, "contribution", amount, on));
    return amount;
  }

  /** A voucher of the manager's about a firm's own money; `owing` is what the firm still owes. */
  moves(firm: OrgRef, reason: "contribution" | "contribution_return", amount: Fen, on: LocalDate, owing: Fen = ZERO): Outcome<LedgerEvent[]> {
    this.#last += 1;
    const known: MovementKnown = {
      by: "manager",
      named: { per: "enterprise", agreed: false },
      owing,
      moved: { year: ZERO, life: ZERO },
      owed: ZERO,
      income: ZERO,
      charged: { carried: ZERO, other: ZERO },
    };
    const movement = { kind: "movement", reason, amount, on, documentNo: `凭证${this.#last}`, of: firm.id } as const;
    return bookMovement(qingxi.fund, this.book, movement, known, { id: `m-${this.#last}`, persons: TWO });
  }

  /** What a firm has paid in so far, as the rules are told it. */
  paidInBy(firm: OrgRef): Fen {
    return limitBases(chart, this.book, { lenderId: BANK.id, enterpriseId: firm.id }).contributed;
  }

  interest(amount: Fen, on: LocalDate): void {
    this.tells(this.transfer(on, { reason: "interest", entries: entriesFor(chart, "interest", amount), documentNo: "结息单1号" }));
  }

  /** What the fund stands behind of a loan, when that changes. */
  commits(told: ToldFile, outstanding: Fen, on: LocalDate): void {
    const { loan, tier, caseId } = told.file;
    const change = commitmentChange(
      chart,
      loan.loanId,
      this.book.balance("committed", loan.loanId),
      commitmentOf({ ratio: tier.ratio, outstanding }),
    );
    if (change) this.tells(this.transfer(on, { ...change, persons: { madeBy: "system" }, caseId }));
  }

  till(paidThisYear: Fen = ZERO): Till {
    const { payment, breaker, limits = [] } = qingxi.fund;
    const { book, state, queue } = this.fund;
    return {
      chart,
      rules: payment,
      state,
      view: book,
      queue,
      ...(breaker ? { breaker } : {}),
      limits: { rules: limits, paid: { year: paidThisYear, life: book.count("paid") } },
    };
  }

  approves(payable: Payable): void {
    this.tells({ ok: true, value: [{ type: "payable_approved", payable }] });
  }

  /** Drawn up by one person of the manager, checked by another, paid by the bank that keeps the account. */
  pays(order: PaymentOrder, on: LocalDate) {
    const drawn = must(drawUp(this.till(), order, { personId: "manager-1", kind: "manager" }, on));
    const signed = must(countersign(this.till(), drawn.instruction, { personId: "manager-2", kind: "manager" }, addDays(on, 30), on));
    this.tells({ ok: true, value: signed.ledger });
    const paid = must(confirmPaid(this.till(), signed.instruction, { personId: "teller-1", kind: "account_bank" }, on));
    this.tells({ ok: true, value: paid.ledger });
    return paid.instruction;
  }

  /** The approved claim is paid; what the layers do not have is told with the payment. */
  paysClaim(told: ToldFile, on: LocalDate) {
    const { claim } = told.file;
    if (!claim) throw new RangeError("no claim");
    this.approves(must(payableOf(qingxi, told.file)));
    const { amount, basis, ratio } = must(claimAmount(qingxi, told.file, claim, on));
    const instruction = this.pays({ no: "支付1号", payableId: claim.id, asked: amount, basis }, on);
    const { account, quota, unfunded } = instruction.plan;
    const payment = { instructionNo: instruction.no, ratio, amount: plus(account, quota), unfunded, loss: basis.base };
    told.does(recordPayment(qingxi, told.file, payment), MANAGER, on);
    return instruction;
  }

  /** Money from the debtor, the fund's part of it sent by the bank and seen on the account. */
  recovers(told: ToldFile, id: string, amount: Fen, costs: Fen, on: LocalDate): Fen {
    const costItems = costs > ZERO ? [{ kind: "litigation", amount: costs, voucherNo: "票据1号" }] : [];
    told.does(recover(qingxi.recovery, told.file, { id, receivedOn: on, amount, costs, costItems }, act(BANK, on)), BANK, on);
    const due = told.file.recovery?.receipts.at(-1)?.due ?? ZERO;
    const sent = { receiptId: id, amount: due, on, voucherNo: `回单${id}` };
    told.does(declareReturn(qingxi.recovery, told.file, sent, act(BANK, on)), BANK, on);
    const entries = entriesInOrder(chart, this.book, "recovery_return", due, told.file.claim?.id ?? "");
    this.tells(this.transfer(on, { reason: "recovery_return", entries, caseId: told.file.caseId, documentNo: sent.voucherNo }));
    told.does(receiveReturn(qingxi.recovery, told.file, { receiptId: id, transferId: `r-${id}` }, act(MANAGER, on)), MANAGER, on);
    return due;
  }

  /** Own deposit of a firm, mutual deposits, public money: what each layer has. */
  layers(firm: OrgRef = FIRM): readonly [Fen, Fen, Fen] {
    return [this.book.balance("own", firm.id), this.book.balance("mutual"), this.book.balance("public")];
  }
}

type LedgerTransfer = Parameters<typeof post>[2];

export const yuanOf = (amount: number): Fen => fen(amount * 100);
