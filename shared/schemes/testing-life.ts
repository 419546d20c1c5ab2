/** A district that lives at random, whatever its document: its matters, who acts, and how a command is taken. A pick names a matter and an act; the same picks give the same life. */
import { commitmentChange, commitmentOf } from "../fund/exposure";
import { supersede } from "../fund/instruction";
import { type Instruction, isOpen, type Moved } from "../fund/payment";
import type { LocalDate } from "../local-date";
import { type Fen, ZERO } from "../money";
import type { Outcome } from "../outcome";
import { type CaseState, evolve, newCase } from "../process/case";
import type { CaseEvent, Recorded } from "../process/event";
import { evolveFile, type FiledOn, type FileEvent, fileOf, type LoanFile, payeeOf } from "../process/loan-file";
import { outstandingOn } from "../process/loan-life";
import type { OrgKind, OrgRef } from "../process/party";
import { paymentChanged } from "../process/payment-due";
import { modesOf } from "../process/procedure";
import type { Scheme } from "./scheme";
import { act, must } from "./testing";
import { LifeLedger, type Plant } from "./testing-life-ledger";

/** Which command, on whom, and with what; any whole numbers. */
export type Pick = readonly [what: number, who: number, how: number];

/** One case of a firm, from its first paper to the last fen of its loan, with all that happened to it. */
export interface Matter {
  readonly no: number;
  readonly enterprise: OrgRef;
  /** Bank and guarantor that the firm turns to. */
  readonly lender: OrgRef;
  readonly partner?: OrgRef;
  readonly recorded: Recorded[];
  readonly filed: FiledOn[];
  state: CaseState;
  file?: LoanFile;
  /** The file as it was opened. */
  opened?: LoanFile;
  instruction?: Instruction;
  /** Its part of a period's allocation. */
  allocated?: Fen;
}

export const matter = (no: number, enterprise: OrgRef, lender: OrgRef, partner?: OrgRef): Matter => ({
  no,
  enterprise,
  lender,
  ...(partner ? { partner } : {}),
  recorded: [],
  filed: [],
  state: newCase(`case-${no}`),
});

export interface Ground {
  readonly scheme: Scheme;
  readonly opens: LocalDate;
  /** The most days that pass at once. */
  readonly pace: number;
  readonly bodies: readonly OrgRef[];
  readonly plant?: Plant | undefined;
}

export abstract class Life<M extends Matter = Matter> extends LifeLedger {
  abstract readonly matters: readonly M[];
  commands = 0;

  constructor(readonly ground: Ground) {
    super(ground.scheme, ground.opens, ground.plant);
  }

  /** A matter's next step on the document's own way to a loan, and what the document knows alone after it. */
  abstract next(matter: M, how: number): void;
  /** What the district does beside single loans: money in, allocation, placements, bans, watches. */
  abstract governs(how: number): void;
  /** What somebody tries who should not, beside what is wrong everywhere. */
  abstract strays(matter: M, how: number): readonly (() => unknown)[];
  /** The most that the document lets the fund pay for a loan as it stands, in whole fen and by none of the engine's code. */
  abstract most(matter: M): bigint;
  /** What else has to hold here, each with its words. */
  abstract promises(): Iterable<readonly [holds: boolean, what: string]>;

  act(who: OrgRef, person = "1") {
    return act(who, this.on, person);
  }

  body(kind: OrgKind | undefined): OrgRef {
    const found = this.ground.bodies.find((one) => one.kind === kind);
    if (!found) throw new RangeError(`nobody is ${kind}`);
    return found;
  }

  bodiesOf(kinds: readonly OrgKind[]): readonly OrgRef[] {
    return this.ground.bodies.filter((one) => kinds.includes(one.kind));
  }

  /** Who acts at a step of a matter: its own bank or guarantor, else the district's body. */
  whoOf({ file, lender, partner }: M, kinds: readonly OrgKind[]): OrgRef {
    const parties = file ? [file.loan.lender, file.loan.partner] : [lender, partner];
    return parties.find((one) => one !== undefined && kinds.includes(one.kind)) ?? this.body(kinds[0]);
  }

  payee(file: LoanFile): OrgRef | undefined {
    const mode = modesOf(this.scheme.admission).find(({ id }) => id === file.loan.mode);
    return mode && payeeOf(file, mode);
  }

  /** A claim that was taken back, or filed anew, waits for nothing any more. */
  override waits(payableId: string): boolean {
    if (this.book.payable(payableId)?.payable.reason !== "compensation") return true;
    return this.matters.some(({ file }) => file?.claim?.id === payableId && file.claim.consent !== undefined && file.claim.step !== "withdrawn");
  }

  /** Takes accepted events of a case; its loan opens the file. */
  tells(matter: M, who: OrgRef, outcome: Outcome<readonly CaseEvent[]>): boolean {
    if (!this.took(outcome)) return false;
    for (const event of outcome.value) {
      const { actor } = this.act(who);
      const recorded: Recorded = { seq: matter.state.seq + 1, event, actor, occurredOn: this.on, recordedAt: this.commands };
      matter.recorded.push(recorded);
      matter.state = evolve(matter.state, recorded);
      this.note(`${matter.no}:${event.type}`);
    }
    if (matter.state.status !== "funded" || matter.file) return true;
    matter.opened = must(fileOf(matter.state));
    matter.file = matter.opened;
    this.saw("loans");
    this.#commit(matter);
    return true;
  }

  /** Takes accepted events of a loan's file; an order to pay that they overtake ends. */
  files(matter: M, who: OrgRef, outcome: Outcome<readonly FileEvent[]>): boolean {
    if (!this.took(outcome) || !matter.file) return false;
    const before = matter.file;
    for (const event of outcome.value) {
      const filed: FiledOn = { event, actor: this.act(who).actor, occurredOn: this.on };
      matter.filed.push(filed);
      matter.file = evolveFile(matter.file, filed);
      this.note(`${matter.no}:${event.type}`);
    }
    const { instruction, file } = matter;
    if (instruction && isOpen(instruction) && !file.claim?.paid && paymentChanged(this.scheme, before, file, this.on))
      this.moves(matter, supersede(this.till(), instruction, "应付金额有变化", this.on));
    this.#commit(matter);
    return true;
  }

  /** Takes a step of an order to pay. */
  moves(matter: { instruction?: Instruction }, outcome: Outcome<Moved>): boolean {
    if (!this.took(outcome)) return false;
    matter.instruction = outcome.value.instruction;
    this.note(outcome.value.instruction.status);
    return this.money({ ok: true, value: outcome.value.ledger });
  }

  /** Books what the loan commits now: its ratio of what is outstanding, while it is neither repaid nor paid for. */
  #commit({ file, state }: M): void {
    if (!file) return;
    const live = !file.claim?.paid && this.payee(file) !== undefined;
    const now = live ? commitmentOf({ ratio: file.tier.ratio, outstanding: outstandingOn(file.life, this.on) }) : ZERO;
    const change = commitmentChange(this.scheme.fund.chart, file.loan.loanId, this.book.balance("committed", file.loan.loanId), now);
    if (change) this.posts(this.transfer(change.reason, change.entries, { persons: { madeBy: "clock" }, caseId: state.id }));
  }
}
