/** A whole district simulated: firms, panels, loans, defaults, claims, payments, recoveries, pauses. A pick names a firm and an act; the same picks give the same world. */

import { mayGoOn } from "../../fund/breaker";
import { carriedOn, entriesFor, entriesInOrder } from "../../fund/entries";
import { commitmentChange, commitmentOf } from "../../fund/exposure";
import { approveDraw, cancel, confirmPaid, countersign, recordDraw } from "../../fund/instruction";
import type { LedgerEvent, Transfer } from "../../fund/ledger";
import { drawUp, type Instruction, type InstructionStatus, type Moved, type PaymentOrder } from "../../fund/payment";
import { post } from "../../fund/posting";
import { decideSubsidy, receiptOf, subsidyBack } from "../../fund/subsidy";
import { addDays, day, type LocalDate } from "../../local-date";
import { type Fen, fen, lesser, minus, plus, timesRatio, ZERO } from "../../money";
import type { Outcome } from "../../outcome";
import { type Application, applicationFacts } from "../../process/application";
import { approve, refuseApproval } from "../../process/approve";
import { type CaseState, evolve, newCase, openCheck, openReview } from "../../process/case";
import { giveOpinion, openCheckWith, pass, recordFinding } from "../../process/check";
import { checkClaim, consentClaim, fileClaim, payableOf, recordPayment, reportClaim, returnClaim } from "../../process/claim";
import { claimAmount } from "../../process/claim-amount";
import { castClaimBallot, closeClaimBallot, openClaimBallot, setPanel } from "../../process/claim-panel";
import { orderClawback, receiveClawback } from "../../process/clawback";
import type { CaseEvent, Recorded } from "../../process/event";
import { declaredTies, groupFacts, type UsedLoan } from "../../process/group";
import { recordLoan } from "../../process/loan";
import { evolveFile, type FileEvent, fileOf, type LoanFile, repayOnFile } from "../../process/loan-file";
import { gradeLoan, outstandingOn, repaidInFull } from "../../process/loan-life";
import type { OrgRef } from "../../process/party";
import { offer, push } from "../../process/push";
import { adopt } from "../../process/recommend";
import { coordinate, recover, startLegal } from "../../process/recovery";
import { declareReturn, receiveReturn } from "../../process/recovery-return";
import { clawbackOpen, returnedSoFar } from "../../process/recovery-state";
import { castBallot, closeBallot, openBallot, schedule } from "../../process/review";
import { barsReaching, type Listing } from "../../process/sanction";
import { submit } from "../../process/submit";
import { approveLoss, confirmLoss, endLegal, writeOff } from "../../process/write-off";
import { yanqing } from "./scheme";
import { APPLICATION, act, BANK, FINANCE, FINDING, GOVERNMENT, INSURER, LOAN, OFFICE, PAPERS, partner, seat, TOWN } from "./testing";
import { ACCOUNT_BANK, FINANCE_1, IN_FORCE, OFFICE_1, OFFICE_2, PERSONS, Purse, TELLER, taken } from "./testing-fund";

/** Statements of every year that a life may ask for. */
const PAPERS_OF_ALL_YEARS = [...PAPERS, ...PAPERS.filter((paper) => paper.fiscalYear === 2024).map((paper) => ({ ...paper, fiscalYear: 2023 }))];

const INSURED = { mode: "insurance", partner: INSURER };

/** Which command, on whom, and with what; any whole numbers. */
export type Pick = readonly [what: number, who: number, how: number];
/** A fault put into the engine's way, for a test that expects it to be found. */
export type Plant = "double_payment" | "rounding" | "lost_fen";

export interface Firm {
  readonly no: number;
  readonly application: Application;
  state: CaseState;
  file?: LoanFile;
  instruction?: Instruction;
  tries: number;
  /** Receipts whose premium was subsidised. */
  receipts: { readonly no: string; readonly premium: Fen; readonly subsidised: Fen; refunded: Fen; returned: Fen }[];
  /** The receipt whose subsidy is being paid. */
  receipt?: { readonly no: string; readonly premium: Fen; readonly amount: Fen };
}

export class World {
  readonly purse = new Purse(yanqing, day("2025-09-01"));
  readonly firms: Firm[];
  readonly loans: UsedLoan[] = [];
  /** Days on which places of the yearly quota that are still held were reserved, by firm. */
  readonly slots = new Map<number, LocalDate>();
  readonly listings: Listing[] = [];
  /** How often each code refused, and how many commands were accepted. */
  readonly refused = new Map<string, number>();
  accepted = 0;
  commands = 0;
  /** A running digest of everything that happened, in order. */
  digest = 0x811c9dc5;
  on: LocalDate = day("2025-09-01");
  #no = 0;

  constructor(
    size: number,
    readonly plant?: Plant,
  ) {
    this.firms = Array.from({ length: size }, (_, no): Firm => {
      // Every fourth firm has the representative of the one before it.
      const person = `wang-${no % 4 === 3 ? no - 1 : no}`;
      const representative = { name: person, key: person, masked: "*" };
      const controller = { name: person, key: person, masked: "*" };
      const application = {
        ...APPLICATION,
        creditCode: `C${no}`,
        name: `企业${no}`,
        representative,
        controller,
        need: { ...APPLICATION.need, amount: fen(500_000_000) },
      };
      return { no, application, state: newCase(`case-${no}`), tries: 0, receipts: [] };
    });
  }

  /** One command: time passes, a firm's matter takes its next step, or somebody tries something that he may not. */
  does([what, who, how]: Pick): void {
    this.commands += 1;
    const firm = this.firms[who % this.firms.length];
    if (!firm) return;
    if (what % 100 < 3) this.#pass(1 + (how % 6));
    else if (what % 100 < 85) this.#next(firm, how);
    else this.#stray(firm, how);
  }

  #note(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.digest = Math.imul(this.digest ^ text.charCodeAt(at), 0x01000193);
  }

  #pass(days: number): void {
    this.on = addDays(this.on, days);
    this.#note(this.on);
  }

  #took<T>(outcome: Outcome<T>): outcome is { readonly ok: true; readonly value: T } {
    if (outcome.ok) this.accepted += 1;
    else for (const { code } of outcome.refusals) this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
    return outcome.ok;
  }

  /** Takes accepted events of a case. */
  #case(firm: Firm, who: OrgRef, outcome: Outcome<readonly CaseEvent[]>): boolean {
    if (!this.#took(outcome)) return false;
    for (const event of outcome.value) {
      const { actor } = act(who, this.on);
      const recorded: Recorded = { seq: firm.state.seq + 1, event, actor, occurredOn: this.on, recordedAt: this.commands };
      firm.state = evolve(firm.state, recorded);
      this.#note(`${firm.no}:${event.type}`);
    }
    return true;
  }

  #file(firm: Firm, who: OrgRef, outcome: Outcome<readonly FileEvent[]>): boolean {
    if (!this.#took(outcome) || !firm.file) return false;
    for (const event of outcome.value) {
      firm.file = evolveFile(firm.file, { event, actor: act(who, this.on).actor, occurredOn: this.on });
      this.#note(`${firm.no}:${event.type}`);
    }
    this.#commit(firm);
    return true;
  }

  #money(outcome: Outcome<readonly LedgerEvent[]>): boolean {
    if (!this.#took(outcome)) return false;
    this.purse.does(outcome);
    this.#note(JSON.stringify(outcome.value));
    return true;
  }

  #moved(firm: Firm, outcome: Outcome<Moved>): boolean {
    if (!this.#took(outcome)) return false;
    firm.instruction = outcome.value.instruction;
    this.purse.does({ ok: true, value: outcome.value.ledger });
    this.#note(JSON.stringify(outcome.value));
    return true;
  }

  /** Books what the loan commits now: its ratio of what is outstanding while it is neither repaid nor paid for. */
  #commit(firm: Firm): void {
    const { file } = firm;
    if (!file) return;
    const { chart } = yanqing.fund;
    const { book } = this.purse.fund;
    const now =
      file.claim?.paid || file.loan.mode === "insurance"
        ? ZERO
        : commitmentOf({ ratio: file.tier.ratio, outstanding: outstandingOn(file.life, this.on) });
    const change = commitmentChange(chart, file.loan.loanId, book.balance("committed", file.loan.loanId), now);
    if (change) this.#money(post(chart, book, { ...this.#transfer(firm, change.reason, change.entries), persons: { madeBy: BANK.id } }));
  }

  #transfer(firm: Firm, reason: Transfer["reason"], entries: Transfer["entries"]): Transfer {
    this.#no += 1;
    return { id: `t${this.#no}`, reason, on: this.on, entries, persons: PERSONS, caseId: firm.state.id };
  }

  #facts(firm: Firm) {
    const kin = this.firms.filter((other) => other.application.representative.key === firm.application.representative.key);
    const ties = kin.flatMap((other) => declaredTies(other.application));
    const { ownLoans, groupLoans, suspectedTies } = groupFacts(firm.application.creditCode, ties, this.loans, "0.25");
    const { creditCode, representative } = firm.application;
    const bars = barsReaching(this.listings, { creditCode, representativeKey: representative.key });
    return {
      ...applicationFacts(firm.application, PAPERS_OF_ALL_YEARS, firm.state.appliedOn ?? this.on),
      ownLoans,
      groupLoans,
      suspectedTies,
      bars,
    };
  }

  #next(firm: Firm, how: number): void {
    const { state } = firm;
    if (firm.file) return void this.#afterLoan(firm, firm.file, how);
    const going = mayGoOn(yanqing.fund.breaker, this.purse.fund.state, "new_business", this.on);
    if (state.status !== "draft" && !going.ok) return void this.#took(going);
    switch (state.status) {
      case "draft":
        return void this.#case(
          firm,
          TOWN,
          submit(
            yanqing,
            state,
            { application: firm.application, papers: PAPERS_OF_ALL_YEARS, addressedTo: TOWN },
            this.#facts(firm),
            act(TOWN, this.on),
          ),
        );
      case "recommend": {
        const letter = { letterNo: `函${firm.no}`, profile: "平稳", loanNeed: "需要" };
        return void this.#case(firm, TOWN, adopt(yanqing, state, letter, this.#facts(firm), act(TOWN, this.on)));
      }
      case "check":
        return void this.#case(firm, OFFICE, openCheckWith(yanqing, state, [BANK], act(OFFICE, this.on)));
      case "check_open":
        return void this.#screen(firm);
      case "ballot":
      case "ballot_scheduled":
      case "ballot_open":
        return void this.#review(firm, how);
      case "approve":
        return void this.#govern(firm, how);
      case "push": {
        firm.tries += 1;
        const lead = partner(BANK, { leadId: `${firm.no}-${firm.tries}` });
        return void this.#case(firm, OFFICE, push(yanqing, state, { institutions: [BANK.id] }, [lead], [], this.#facts(firm), act(OFFICE, this.on)));
      }
      case "push_open":
        return void this.#lend(firm, how);
      default:
    }
  }

  #screen(firm: Firm): void {
    const { state } = firm;
    const check = openCheck(state);
    if (check?.findings.length === 0) this.#case(firm, OFFICE, recordFinding(yanqing, state, FINDING, 2, act(OFFICE, this.on)));
    else if (check?.opinions.length === 0)
      this.#case(firm, BANK, giveOpinion(yanqing, state, { org: BANK, verdict: "support", detail: "可做" }, act(BANK, this.on)));
    else this.#case(firm, OFFICE, pass(yanqing, state, "通过", this.#facts(firm), act(OFFICE, this.on)));
  }

  #review(firm: Firm, how: number): void {
    const { state } = firm;
    const seats = [OFFICE, FINANCE, TOWN].map((unit) => seat(unit));
    if (state.status === "ballot") {
      const plan = { reviewId: `r${firm.no}-${state.seq}`, meetingId: "m", heldOn: this.on, seats };
      return void this.#case(firm, OFFICE, schedule(yanqing, state, plan, act(OFFICE, this.on)));
    }
    if (state.status === "ballot_scheduled")
      return void this.#case(firm, OFFICE, openBallot(yanqing, state, this.#facts(firm), act(OFFICE, this.on)));
    const review = openReview(state);
    const waiting = seats.find(({ unit }) => !review?.cast.some((cast) => cast.unit === unit.id));
    if (waiting) {
      // A panel that has sent a case to the government in vain settles for less.
      const liked = ["high", "medium", "medium", "medium", "low"][state.approval || state.returnReason ? 1 : firm.no % 5] as string;
      const choice = how % 9 === 0 ? "low" : liked;
      const sealed = review?.choices.includes(choice) ? choice : (review?.choices[0] ?? choice);
      return void this.#case(firm, waiting.unit, castBallot(yanqing, state, { choice: sealed, reason: "理由", sealed }, act(waiting.unit, this.on)));
    }
    const ballots = (review?.cast ?? []).map(({ unit, sealed }) => ({ unit, choice: sealed, reason: "理由" }));
    this.#case(firm, OFFICE, closeBallot(yanqing, state, { ballots, recoveryOwner: BANK }, this.#facts(firm), act(OFFICE, this.on)));
    if (!firm.state.holdsSlot) this.slots.delete(firm.no);
  }

  #govern(firm: Firm, how: number): void {
    const { state } = firm;
    const given = approve(yanqing, state, "批复", [...this.slots.values()], act(GOVERNMENT, this.on));
    if (how % 8 > 0 && this.#case(firm, GOVERNMENT, given)) {
      if (firm.state.holdsSlot && !this.slots.has(firm.no)) this.slots.set(firm.no, this.on);
      return;
    }
    this.#case(firm, GOVERNMENT, refuseApproval(yanqing, state, { documentNo: "退回", reason: "再议" }, act(GOVERNMENT, this.on)));
  }

  #lend(firm: Firm, how: number): void {
    const { state } = firm;
    const lead = state.rounds.at(-1)?.leads.at(-1);
    if (!lead) return;
    if (lead.status === "open") {
      const terms = { ...LOAN, amount: "5000000.00", remark: "" };
      return void this.#case(firm, BANK, offer(yanqing, state, lead.id, terms, act(BANK, this.on)));
    }
    const principal = `${3_000_000 + (how % 2_000_000)}.${String(how % 100).padStart(2, "0")}`;
    const text = {
      loanId: `loan-${firm.no}`,
      leadId: lead.id,
      contractNo: `合同${firm.no}`,
      principal,
      disbursedOn: this.on,
      ...LOAN,
      ...(firm.no % 6 === 5 ? INSURED : {}),
    };
    if (!this.#case(firm, BANK, recordLoan(yanqing, state, text, this.#facts(firm), act(BANK, this.on)))) return;
    firm.file = taken(fileOf(firm.state));
    this.loans.push({ creditCode: firm.application.creditCode, name: firm.application.name, disbursedOn: this.on });
    this.#commit(firm);
  }

  #afterLoan(firm: Firm, file: LoanFile, how: number): void {
    const step = file.claim?.step;
    if (step === "paid") return void this.#recovering(firm, file, how);
    if (file.loan.mode === "insurance") return void this.#insured(firm, file, how);
    if (repaidInFull(file.life, this.on)) return;
    if (step === "claim_pay") return void this.#paying(firm, file, how);
    if (how % 6 === 0) return void this.#repays(firm, file, how);
    if (step === undefined || step === "file") return void this.#files(firm, file, how);
    const bank = act(OFFICE, this.on);
    if (how % 23 === 0) return void this.#file(firm, OFFICE, returnClaim(yanqing, file, { reason: "补充" }, bank));
    if (step === "claim_check") this.#file(firm, OFFICE, checkClaim(yanqing, file, "齐全", bank));
    else if (step === "claim_review") this.#verifies(firm, file, how);
    else if (step === "claim_report") this.#file(firm, OFFICE, reportClaim(yanqing, file, "报告", bank));
    else if (step === "claim_consent" && this.#file(firm, GOVERNMENT, consentClaim(yanqing, file, "批复", IN_FORCE, act(GOVERNMENT, this.on))))
      this.#money({ ok: true, value: [{ type: "payable_approved", payable: taken(payableOf(yanqing, firm.file as LoanFile)) }] });
  }

  #repays(firm: Firm, file: LoanFile, how: number): void {
    const owed = outstandingOn(file.life, this.on);
    const principal = how % 5 === 0 ? owed : lesser(owed, fen(1 + (how % 30_000_000)));
    this.#file(firm, BANK, repayOnFile(file, { id: `p${this.commands}`, on: this.on, principal, interest: ZERO }, act(BANK, this.on)));
  }

  #files(firm: Firm, file: LoanFile, how: number): void {
    if (file.life.grade === "normal") return void this.#file(firm, BANK, gradeLoan(file.life, "substandard", this.on, act(BANK, this.on)));
    const evidence = { grade: "substandard", overdueDays: 31, letterNo: "函" } as const;
    const covered = how % 11 === 0 ? fen(how % 100_000_000) : ZERO;
    const principal = outstandingOn(file.life, this.on);
    const filing = { claimId: `claim-${firm.no}-${this.commands}`, evidence, principal, interest: ZERO, covered, papers: ["npl_application"] };
    this.#file(firm, BANK, fileClaim(yanqing, file, filing, IN_FORCE, act(BANK, this.on)));
  }

  #verifies(firm: Firm, file: LoanFile, how: number): void {
    const panel = file.claim?.verification;
    const office = act(OFFICE, this.on);
    if (!panel || panel.result) {
      const plan = { id: `v${this.commands}`, meetingId: "m", heldOn: this.on, seats: file.raters, successors: [] };
      return void this.#file(firm, OFFICE, setPanel(yanqing, file, plan, office));
    }
    if (panel.round === 0) return void this.#file(firm, OFFICE, openClaimBallot(yanqing, file, office));
    const waiting = file.raters.find(({ unit }) => !panel.cast.some((cast) => cast.unit === unit.id));
    if (waiting) {
      const choice = how % 17 === 0 ? "not_agreed" : "agreed";
      return void this.#file(
        firm,
        waiting.unit,
        castClaimBallot(yanqing, file, { choice, reason: "理由", sealed: choice }, act(waiting.unit, this.on)),
      );
    }
    const ballots = panel.cast.map(({ unit, sealed }) => ({ unit, choice: sealed, reason: "理由" }));
    this.#file(firm, OFFICE, closeClaimBallot(yanqing, file, { ballots, opinion: "意见" }, office));
  }

  #paying(firm: Firm, file: LoanFile, how: number): void {
    const { claim } = file;
    const { instruction } = firm;
    if (!claim) return;
    if (instruction && instruction.status !== "CANCELLED")
      return void this.#progress(firm, instruction, how, () => this.#paid(firm, file, instruction));
    const amount = claimAmount(yanqing, file, claim, this.on);
    if (!this.#took(amount)) return;
    const { basis } = amount.value;
    const asked = this.plant === "rounding" ? timesRatio(basis.base, basis.ratio, "floor") : amount.value.amount;
    this.#draws(firm, claim.id, asked, basis, how);
  }

  /** Draws an instruction up; the second opinion must never stop the engine's own figure. */
  #draws(firm: Firm, payableId: string, asked: Fen, basis: PaymentOrder["basis"], how: number): void {
    const paper = how % 7 === 0 ? { governmentDocument: "批复" } : {};
    this.#no += 1;
    const drawn = drawUp(this.purse.till(), { no: `i${this.#no}`, payableId, asked, basis, ...paper }, OFFICE_1, this.on);
    if (!drawn.ok && drawn.refusals[0]?.figures.where) throw new Broken(`second opinion: ${JSON.stringify(drawn.refusals[0].figures)}`);
    this.#moved(firm, drawn);
  }

  /** An instruction's next step; one that can no longer be taken is cancelled. */
  #progress(firm: Firm, instruction: Instruction, how: number, paid: () => void): void {
    const till = this.purse.till();
    const until = addDays(this.on, 60);
    const steps: Partial<Record<InstructionStatus, () => Outcome<Moved>>> = {
      DRAWN_UP: () => countersign(till, instruction, OFFICE_2, until, this.on),
      APPLIED: () => approveDraw(till, instruction, FINANCE_1, this.on),
      FIN_APPROVED: () => recordDraw(till, instruction, FINANCE_1, until, this.on),
      INSTRUCTED: () => confirmPaid(till, instruction, TELLER, this.on),
      TRANSFERRED: () => confirmPaid(till, instruction, TELLER, this.on),
    };
    const step = steps[instruction.status];
    if (!step) return;
    if (how % 19 === 0 || !this.#moved(firm, step())) this.#moved(firm, cancel(till, instruction, "重开", OFFICE_1, this.on));
    else if (firm.instruction?.status === "PAID") paid();
  }

  /** An insured firm has its premium subsidised, receipt by receipt, and gives back its part when the insurer refunds. */
  #insured(firm: Firm, file: LoanFile, how: number): void {
    const { instruction, receipt } = firm;
    if (receipt && instruction && instruction.status !== "CANCELLED" && instruction.status !== "PAID")
      return void this.#progress(firm, instruction, how, () => this.#subsidised(firm, receipt));
    if (how % 5 === 0 && firm.receipts.length > 0) return void this.#refunded(firm, how);
    if (receipt) {
      const basis = { base: receipt.premium, ratio: "0.50", loss: receipt.premium, covered: ZERO };
      return void this.#draws(firm, receipt.no, receipt.amount, basis, how);
    }
    const rules = yanqing.subsidy;
    if (!rules || firm.receipts.length > 3) return;
    const premium = fen(1 + (how % 10_000_001));
    const enterpriseId = firm.application.creditCode;
    const request = {
      receiptNo: String(how % 9 === 0 ? 0 : firm.receipts.length),
      policyNo: `policy-${firm.no}`,
      premiumPaid: premium,
      papers: rules.papers.map((paper) => paper.kind),
      enterpriseId,
      loan: file.loan,
    };
    const policy = {
      policyNo: request.policyNo,
      loanId: file.loan.loanId,
      insuredId: enterpriseId,
      from: file.loan.disbursedOn,
      until: day("2099-12-31"),
    };
    const decided = decideSubsidy(
      rules,
      request,
      policy,
      firm.receipts.map((one) => one.no),
      this.on,
    );
    if (!this.#took(decided)) return;
    const no = receiptOf(request);
    const { amount } = decided.value;
    firm.receipt = { no, premium, amount };
    const payable = { id: no, reason: "subsidy" as const, of: no, caseId: firm.state.id, payeeId: enterpriseId, amount, approvedOn: this.on };
    this.#money({ ok: true, value: [{ type: "payable_approved", payable }] });
  }

  #subsidised(firm: Firm, { no, premium }: NonNullable<Firm["receipt"]>): void {
    const { plan } = firm.instruction as Instruction;
    firm.receipts.push({ no, premium, subsidised: plus(plan.account, plan.quota), refunded: ZERO, returned: ZERO });
    delete firm.receipt;
    delete firm.instruction;
  }

  #refunded(firm: Firm, how: number): void {
    const receipt = firm.receipts[how % firm.receipts.length];
    if (!receipt || !yanqing.subsidy) return;
    const refundedInAll = plus(receipt.refunded, fen(how % 5_000_000));
    const { premium: premiumPaid, subsidised, returned } = receipt;
    const due = subsidyBack(yanqing.subsidy, { premiumPaid, subsidised, refundedInAll, returned }, this.on);
    if (!this.#took(due)) return;
    const { chart } = yanqing.fund;
    const back = this.#transfer(firm, "subsidy_return", entriesFor(chart, "subsidy_return", due.value, receipt.no));
    if (due.value > ZERO && !this.#money(post(chart, this.purse.fund.book, back))) throw new Broken("a refund's part does not fit the books");
    receipt.refunded = refundedInAll;
    receipt.returned = plus(receipt.returned, due.value);
  }

  #paid(firm: Firm, file: LoanFile, { no, plan }: Instruction): void {
    const amount = plus(plan.account, plan.quota);
    this.#file(firm, ACCOUNT_BANK, recordPayment(yanqing, file, { instructionNo: no, ratio: file.tier.ratio, amount, unfunded: plan.unfunded }));
    const last = [...this.purse.log].reverse().find((event) => event.type === "posted" && event.transfer.reason === "compensation");
    if (this.plant === "double_payment" && last?.type === "posted")
      this.purse.does({ ok: true, value: [{ ...last, held: false, transfer: { ...last.transfer, id: `${last.transfer.id}-again` } }] });
  }

  #recovering(firm: Firm, file: LoanFile, how: number): void {
    const { recovery, claim } = file;
    const rules = yanqing.recovery;
    if (!recovery || !claim?.paid) return;
    const bank = act(BANK, this.on);
    const waiting = recovery.receipts.find((receipt) => !receipt.returned && receipt.due > ZERO);
    if (waiting && how % 3 > 0) return void this.#returns(firm, file, waiting.id, waiting.due);
    if (clawbackOpen(recovery) > ZERO) return void this.#clawedBack(firm, file, how);
    if (!recovery.coordination) {
      const met = { outcome: "NO_RESULT", on: this.on, attended: [TOWN.id] } as const;
      return void this.#file(firm, OFFICE, coordinate(rules, file, met, act(OFFICE, this.on)));
    }
    if (how % 4 === 0) {
      const money = { id: `m${this.commands}`, receivedOn: this.on, amount: fen(1 + (how % 150_000_000)), costs: fen(how % 1000) };
      return void this.#file(firm, BANK, recover(rules, file, money, bank));
    }
    if (how % 61 === 0) return void this.#clawsBack(firm, file);
    if (!recovery.legal) return void this.#file(firm, BANK, startLegal(rules, file, { on: this.on, court: "法院", caseNo: "1" }, bank));
    if (how % 5 === 0) this.#ending(firm, file);
  }

  #returns(firm: Firm, file: LoanFile, receiptId: string, amount: Fen): void {
    const { chart } = yanqing.fund;
    const { book } = this.purse.fund;
    if (!file.recovery?.receipts.find(({ id }) => id === receiptId)?.declared) {
      const sent = { receiptId, amount, on: this.on, voucherNo: `v${this.commands}` };
      return void this.#file(firm, BANK, declareReturn(yanqing.recovery, file, sent, act(BANK, this.on)));
    }
    const back = this.#transfer(firm, "recovery_return", entriesInOrder(chart, book, "recovery_return", amount, file.claim?.id ?? ""));
    const told = receiveReturn(yanqing.recovery, file, { receiptId, transferId: back.id }, act(OFFICE, this.on));
    if (!told.ok) return void this.#took(told);
    if (this.plant === "lost_fen") {
      const [debit, ...credits] = back.entries;
      const short = debit ? [{ ...debit, amount: minus(debit.amount, fen(1)) }, ...credits] : [];
      return void this.purse.does({
        ok: true,
        value: [{ type: "posted", transfer: { ...back, entries: short }, held: false, cites: yanqing.fund.exposure }],
      });
    }
    if (this.#money(post(chart, book, back))) this.#file(firm, OFFICE, told);
  }

  #clawsBack(firm: Firm, file: LoanFile): void {
    const { chart } = yanqing.fund;
    const { claim, recovery } = file;
    if (!claim?.paid || !recovery) return;
    const amount = minus(claim.paid.amount, returnedSoFar(recovery));
    const ordered = orderClawback(yanqing.recovery, yanqing.sanctions.breach, file, { amount, documentNo: "认定" }, act(OFFICE, this.on));
    const booked = post(
      chart,
      this.purse.fund.book,
      this.#transfer(firm, "clawback", entriesInOrder(chart, this.purse.fund.book, "clawback", amount, claim.id)),
    );
    if (ordered.ok && this.#money(booked)) this.#file(firm, OFFICE, ordered);
    else if (!ordered.ok) this.#took(ordered);
  }

  #clawedBack(firm: Firm, file: LoanFile, how: number): void {
    const { chart } = yanqing.fund;
    const open = file.recovery ? clawbackOpen(file.recovery) : ZERO;
    const amount = how % 2 === 0 ? open : lesser(open, fen(1 + (how % 50_000_000)));
    const came = this.#transfer(firm, "clawback_received", entriesFor(chart, "clawback_received", amount, file.claim?.id));
    const told = receiveClawback(yanqing.recovery, file, { amount, transferId: came.id });
    if (told.ok && this.#money(post(chart, this.purse.fund.book, came))) this.#file(firm, OFFICE, told);
  }

  #ending(firm: Firm, file: LoanFile): void {
    const { recovery, claim } = file;
    const rules = yanqing.recovery;
    if (!recovery || !claim) return;
    const { chart } = yanqing.fund;
    if (!recovery.ended)
      this.#file(firm, BANK, endLegal(rules, file, { on: this.on, proof: "enforcement_ended", documentNo: "1" }, act(BANK, this.on)));
    else if (recovery.writtenOff) return;
    else if (!recovery.confirmed) {
      const out = carriedOn(chart, this.purse.fund.book, "recovery_return", claim.id);
      this.#file(firm, BANK, confirmLoss(rules, file, out, act(BANK, this.on)));
    } else if (!recovery.approvals.some((one) => one.kind === "office")) this.#file(firm, OFFICE, approveLoss(rules, file, act(OFFICE, this.on)));
    else if (!recovery.approvals.some((one) => one.kind === "finance")) this.#file(firm, FINANCE, approveLoss(rules, file, act(FINANCE, this.on)));
    else {
      const { amount } = recovery.confirmed;
      const off = this.#transfer(firm, "write_off", entriesFor(chart, "write_off", amount, claim.id));
      const told = writeOff(rules, file, off.id);
      if (told.ok && this.#money(post(chart, this.purse.fund.book, off))) this.#file(firm, OFFICE, told);
      else if (!told.ok)
        this.#file(firm, BANK, confirmLoss(rules, file, carriedOn(chart, this.purse.fund.book, "recovery_return", claim.id), act(BANK, this.on)));
    }
  }

  /** Somebody tries what he should not; nearly all of it is refused, and what is not must leave every promise whole. */
  #stray(firm: Firm, how: number): void {
    const { chart } = yanqing.fund;
    const { book } = this.purse.fund;
    const { file, instruction } = firm;
    const amount = fen(1 + (how % 400_000_000));
    const claimId = file?.claim?.id ?? `none-${firm.no}`;
    const till = this.purse.till();
    const tries: readonly (() => unknown)[] = [
      () =>
        this.#money(
          post(chart, book, {
            ...this.#transfer(firm, "compensation", entriesFor(chart, "compensation", amount, claimId)),
            payableId: claimId,
            persons: { madeBy: "x" },
          }),
        ),
      () =>
        this.#money(
          post(chart, book, { ...this.#transfer(firm, "quota_draw", entriesFor(chart, "quota_draw", amount)), payableId: `other-${claimId}` }),
        ),
      () =>
        this.#money(
          post(chart, book, this.#transfer(firm, "recovery_return", entriesInOrder(chart, book, "recovery_return", fen(9_000_000_000), claimId))),
        ),
      () => this.#money(post(chart, book, this.#transfer(firm, "interest", entriesFor(chart, "interest", fen(1 + (how % 1000)))))),
      () => this.#money(post(chart, book, this.#transfer(firm, "investment" as Transfer["reason"], []))),
      () => instruction && this.#took(confirmPaid(till, { ...instruction, status: "INSTRUCTED" }, OFFICE_1, this.on)),
      () => instruction && this.#took(countersign(till, { ...instruction, status: "DRAWN_UP" }, OFFICE_1, this.on, this.on)),
      () => instruction?.status === "PAID" && this.#took(confirmPaid(till, { ...instruction, status: "INSTRUCTED" }, TELLER, this.on)),
      () =>
        file && this.#file(firm, BANK, repayOnFile(file, { id: "x", on: this.on, principal: fen(900_000_000), interest: ZERO }, act(BANK, this.on))),
      () => file && this.#file(firm, BANK, writeOff(yanqing.recovery, file, "x")),
      () => file && this.#file(firm, BANK, confirmLoss(yanqing.recovery, file, amount, act(BANK, this.on))),
      () =>
        file?.recovery?.receipts[0] &&
        this.#took(
          declareReturn(
            yanqing.recovery,
            file,
            { receiptId: file.recovery.receipts[0].id, amount: fen(9_000_000_000), on: this.on, voucherNo: "x" },
            act(BANK, this.on),
          ),
        ),
      () => file && this.#file(firm, GOVERNMENT, consentClaim(yanqing, file, "", IN_FORCE, act(GOVERNMENT, this.on))),
      () => {
        const loan = {
          loanId: "again",
          leadId: firm.state.rounds.at(-1)?.leads[0]?.id ?? "",
          contractNo: "再",
          principal: "1.00",
          disbursedOn: this.on,
          ...LOAN,
        };
        if (file) this.#took(recordLoan(yanqing, firm.state, loan, this.#facts(firm), act(BANK, this.on)));
      },
      () => {
        const { creditCode, name, representative } = firm.application;
        if (how % 3 === 0)
          this.listings.push({ id: `l${this.commands}`, creditCode, name, representative, reason: "骗贷", platform: "信用中国", listedOn: this.on });
      },
      () => {
        const paid = this.purse.fund.book.payable(claimId);
        const basis = { base: amount, ratio: "1", loss: amount, covered: ZERO };
        if (paid?.settledBy) this.#took(drawUp(till, { no: "again", payableId: claimId, asked: amount, basis }, OFFICE_1, this.on));
      },
    ];
    tries[how % tries.length]?.();
  }
}

/** A promise that did not hold. */
export class Broken extends Error {}
