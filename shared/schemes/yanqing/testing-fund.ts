/** Who and what the tests of 延庆's money tell of: an opened fund, and a loan file that remembers what happened to it. */
import { openFund } from "../../fund/fund";
import { approveDraw, confirmPaid, countersign, recordDraw } from "../../fund/instruction";
import type { LedgerEvent, Transfer } from "../../fund/ledger";
import { drawUp, type Instruction, type Moved, type PaymentOrder, type Till } from "../../fund/payment";
import { RunningFund } from "../../fund/replay";
import { addDays, type LocalDate } from "../../local-date";
import { type Fen, fen, plus } from "../../money";
import type { Outcome } from "../../outcome";
import type { Act } from "../../process/act";
import { checkClaim, consentClaim, fileClaim, payableOf, recordPayment, reportClaim, type Standing } from "../../process/claim";
import { claimAmount } from "../../process/claim-amount";
import { castClaimBallot, closeClaimBallot, openClaimBallot, setPanel } from "../../process/claim-panel";
import type { Filing } from "../../process/claim-state";
import { evolveFile, type FiledOn, type FileEvent, fileOf, type LoanFile } from "../../process/loan-file";
import { outstandingOn } from "../../process/loan-life";
import type { OrgRef } from "../../process/party";
import type { Scheme } from "../scheme";
import { yanqing } from "./scheme";
import { act, BANK, codes, FINANCE, GOVERNMENT, OFFICE, TODAY, TOWN, Told } from "./testing";

export const ACCOUNT_BANK: OrgRef = { id: "acct", kind: "account_bank", name: "甲银行延庆支行" };
export const PERSONS = { madeBy: "office-1", checkedBy: "office-2" };
export const OFFICE_1 = { personId: "office-1", kind: "office" } as const;
export const OFFICE_2 = { personId: "office-2", kind: "office" } as const;
export const FINANCE_1 = { personId: "finance-1", kind: "finance" } as const;
export const TELLER = { personId: "acct-1", kind: "account_bank" } as const;
export const IN_FORCE: Standing = { agreementInForce: true };

/** The value of an accepted outcome; a refused one throws with its codes, for the test expected otherwise. */
export function taken<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(codes(outcome).join(" "));
  return outcome.value;
}

/** A fund with its books open, that takes accepted movements as events. */
export class Purse {
  readonly fund: RunningFund;
  readonly log: LedgerEvent[] = [];

  constructor(
    readonly scheme: Scheme = yanqing,
    readonly on: LocalDate = TODAY,
    paidIn: readonly number[] = [1_500_000_000, 1_500_000_000],
  ) {
    this.fund = new RunningFund(scheme.fund);
    this.does(
      openFund(
        scheme.fund,
        paidIn.map((amount, at) => ({ id: `open-${at}`, amount: fen(amount), adjustment: "调整文件" })),
        PERSONS,
        on,
      ),
    );
  }

  does(outcome: Outcome<readonly LedgerEvent[]>): this {
    const events = taken(outcome);
    this.log.push(...events);
    this.fund.fold(...events);
    return this;
  }

  till(): Till {
    const { fund } = this.scheme;
    const { state, book, queue } = this.fund;
    return { chart: fund.chart, rules: fund.payment, ...(fund.breaker ? { breaker: fund.breaker } : {}), state, view: book, queue };
  }

  balance(account: string, of?: string): Fen {
    return this.fund.book.balance(account, of);
  }

  approved(id: string, amount: number, on: LocalDate = this.on): this {
    const payable = { id, reason: "compensation" as const, of: id, caseId: id, payeeId: BANK.id, amount: fen(amount), approvedOn: on };
    return this.does({ ok: true, value: [{ type: "payable_approved", payable }] });
  }

  /** An order whose figures agree: a whole loss at a ratio of one. */
  order(payableId: string, amount: number, more: Partial<PaymentOrder> = {}): PaymentOrder {
    const asked = fen(amount);
    return { no: `no-${payableId}`, payableId, asked, basis: { base: asked, ratio: "1.00", loss: asked, covered: fen(0) }, ...more };
  }

  moved(outcome: Outcome<Moved>): Instruction {
    const { instruction, ledger } = taken(outcome);
    this.does({ ok: true, value: ledger });
    return instruction;
  }

  /** Drawn up, checked, drawn from the quota where cash is short, and paid. */
  pays(order: PaymentOrder, on: LocalDate = this.on): Instruction {
    const until = addDays(on, 30);
    let instruction = this.moved(drawUp(this.till(), order, OFFICE_1, on));
    instruction = this.moved(countersign(this.till(), instruction, OFFICE_2, until, on));
    if (instruction.status === "APPLIED") {
      instruction = this.moved(approveDraw(this.till(), instruction, FINANCE_1, on));
      instruction = this.moved(recordDraw(this.till(), instruction, FINANCE_1, until, on));
    }
    return this.moved(confirmPaid(this.till(), instruction, TELLER, on));
  }
}

export const transfer = (id: string, reason: Transfer["reason"], entries: Transfer["entries"], more: Partial<Transfer> = {}): Transfer => ({
  id,
  reason,
  on: TODAY,
  entries,
  persons: PERSONS,
  caseId: "one",
  ...more,
});

/** A loan file that takes accepted acts as events. */
export class FileTold {
  readonly events: FiledOn[] = [];
  file: LoanFile;

  constructor(told: Told = funded()) {
    this.file = taken(fileOf(told.state));
  }

  does(outcome: Outcome<readonly FileEvent[]>, who: OrgRef, on: LocalDate = TODAY): this {
    for (const event of taken(outcome)) {
      const recorded: FiledOn = { event, actor: act(who, on).actor, occurredOn: on };
      this.events.push(recorded);
      this.file = evolveFile(this.file, recorded);
    }
    return this;
  }

  filing(on: LocalDate = TODAY, more: Partial<Filing> = {}): Filing {
    return {
      claimId: "claim",
      evidence: { grade: "substandard", overdueDays: 30, letterNo: "函1" },
      principal: outstandingOn(this.file.life, on),
      interest: fen(0),
      covered: fen(0),
      papers: ["npl_application"],
      ...more,
    };
  }

  filed(on: LocalDate = TODAY, who: OrgRef = BANK, more: Partial<Filing> = {}): this {
    return this.does(fileClaim(yanqing, this.file, this.filing(on, more), IN_FORCE, act(who, on)), who, on);
  }

  checked(on: LocalDate = TODAY): this {
    return this.does(checkClaim(yanqing, this.file, "资料齐全", act(OFFICE, on)), OFFICE, on);
  }

  panelled(on: LocalDate = TODAY): this {
    const plan = { id: `verify-${this.events.length}`, meetingId: "m", heldOn: on, seats: this.file.raters, successors: [] };
    this.does(setPanel(yanqing, this.file, plan, act(OFFICE, on)), OFFICE, on);
    return this.does(openClaimBallot(yanqing, this.file, act(OFFICE, on)), OFFICE, on);
  }

  votes(choices: readonly string[], on: LocalDate = TODAY): this {
    for (const [at, { unit }] of this.file.raters.entries()) {
      const choice = choices[at] ?? "agreed";
      this.does(castClaimBallot(yanqing, this.file, { choice, reason: "理由", sealed: choice }, act(unit, on)), unit, on);
    }
    const ballots = this.file.claim?.verification?.cast.map(({ unit, sealed }) => ({ unit, choice: sealed, reason: "理由" })) ?? [];
    return this.does(closeClaimBallot(yanqing, this.file, { ballots, opinion: "核查意见" }, act(OFFICE, on)), OFFICE, on);
  }

  consented(on: LocalDate = TODAY): this {
    this.does(reportClaim(yanqing, this.file, "报告1", act(OFFICE, on)), OFFICE, on);
    return this.does(consentClaim(yanqing, this.file, "批复1", IN_FORCE, act(GOVERNMENT, on)), GOVERNMENT, on);
  }

  /** From the filing to the government's consent. */
  agreed(on: LocalDate = TODAY, who: OrgRef = BANK, more: Partial<Filing> = {}): this {
    return this.filed(on, who, more).checked(on).panelled(on).votes([], on).consented(on);
  }

  /** Paid from a fund, by the amount as computed on the day. */
  paidFrom(purse: Purse, on: LocalDate = TODAY): this {
    const { claim } = this.file;
    if (!claim) throw new Error("no claim");
    const amount = taken(claimAmount(yanqing, this.file, claim, on));
    purse.does({ ok: true, value: [{ type: "payable_approved", payable: taken(payableOf(yanqing, this.file)) }] });
    const shares = this.file.loan.shares ? { shares: [this.file.loan.shares.payee, this.file.loan.shares.lender] } : {};
    const { plan, parts, no } = purse.pays({ no: `pay-${claim.id}`, payableId: claim.id, asked: amount.amount, basis: amount.basis, ...shares }, on);
    const paid = { instructionNo: no, ratio: amount.ratio, unfunded: plan.unfunded, ...(parts ? { parts } : {}) };
    return this.does(recordPayment(yanqing, this.file, { ...paid, amount: plus(plan.account, plan.quota) }), ACCOUNT_BANK, on);
  }
}

/** A firm with its loan of three million: reviewed, pushed, offered, lent. */
export function funded(more: Parameters<Told["lends"]>[0] = {}, choice = "medium", who: OrgRef = BANK): Told {
  const told = new Told().reviewed(choice).pushed([who]).offered(who);
  return told.does(told.lends(more, undefined, who), who);
}

export const officer = (who: OrgRef, personId: string, on: LocalDate = TODAY): Act => ({ actor: { personId, name: personId, org: who }, on });
export const UNITS = [OFFICE, FINANCE, TOWN] as const;
