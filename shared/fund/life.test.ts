/** Random lives of a whole district, and what must stay true in each of them. `LIFE_COMMANDS=1000000` is the nightly size. */
import process from "node:process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "../local-date";
import { outstandingOn } from "../process/loan-life";
import { clawbackOpen, pendingOf, stillOut } from "../process/recovery-state";
import { yanqing } from "../schemes/yanqing/scheme";
import { Broken, type Pick, type Plant, World } from "../schemes/yanqing/testing-life";
import { recount, trialBalance } from "./balances";
import { commitmentOf } from "./exposure";
import type { LedgerEvent } from "./ledger";
import { replayFund } from "./replay";

const COMMANDS = Number(process.env.LIFE_COMMANDS ?? 50_000);
const LIFE = 5_000;
/** A small district goes deep into claims and recoveries, a large one crowds the fund. */
const SIZES = [40, 80, 240] as const;

/** Books kept beside the fund's in another way: whole numbers by purpose and by claim, from the entries alone. */
class Auditor {
  #read = 0;
  #account = 0n;
  #quota = 0n;
  readonly paid = new Map<string, bigint>();
  readonly back = new Map<string, bigint>();
  readonly times = new Map<string, number>();
  readonly approved = new Map<string, bigint>();

  constructor(readonly world: World) {}

  promise(holds: boolean, what: string): void {
    if (!holds) throw new Broken(`${what} after ${this.world.commands} commands`);
  }

  /** After each command: what the new postings did. */
  follow(): void {
    const { log, fund } = this.world.purse;
    for (; this.#read < log.length; this.#read += 1) this.#posting(log[this.#read] as LedgerEvent);
    this.promise(BigInt(fund.book.balance("account")) === this.#account, "the account is what came in less what went out");
    this.promise(BigInt(fund.book.balance("quota")) === this.#quota, "the quota is what was granted less what was drawn");
    this.promise(this.#account >= 0n && this.#quota >= 0n, "no balance below zero");
  }

  #posting(event: LedgerEvent): void {
    if (event.type === "payable_approved") this.approved.set(event.payable.id, BigInt(event.payable.amount));
    if (event.type !== "posted") return;
    const { entries, reason } = event.transfer;
    let balance = 0n;
    for (const { account, side, amount, of } of entries) {
      const signed = side === "debit" ? BigInt(amount) : -BigInt(amount);
      balance += signed;
      if (account === "account") this.#account += signed;
      if (account === "quota") this.#quota += signed;
      if (account === "compensation" && reason === "compensation" && of) {
        this.paid.set(of, (this.paid.get(of) ?? 0n) + signed);
        this.times.set(of, (this.times.get(of) ?? 0) + 1);
        this.promise(this.times.get(of) === 1, "a claim is paid once");
        this.promise((this.paid.get(of) ?? 0n) <= (this.approved.get(of) ?? 0n), "no more is paid than was approved");
      }
      if (account === "subsidy" && of && reason === "subsidy") {
        this.times.set(of, (this.times.get(of) ?? 0) + 1);
        this.promise(this.times.get(of) === 1, "a receipt is subsidised once");
        this.promise(BigInt(amount) <= (this.approved.get(of) ?? 0n), "no more is subsidised than was approved");
      }
      if (side === "credit" && of && (reason === "recovery_return" || reason === "clawback_received")) {
        this.back.set(of, (this.back.get(of) ?? 0n) - signed);
        this.promise((this.back.get(of) ?? 0n) <= (this.paid.get(of) ?? 0n), "no more comes back than was paid");
      }
    }
    this.promise(balance === 0n, "every transfer balances");
  }

  /** Now and then: everything at once. */
  inspect(): void {
    const { world } = this;
    const { fund, log } = world.purse;
    const { chart } = yanqing.fund;
    const again = replayFund(yanqing.fund, log);
    this.promise(
      JSON.stringify([again.state, again.changes, again.queue]) === JSON.stringify([fund.state, fund.changes, fund.queue]),
      "the pause replays to the same state",
    );
    this.promise(recount(chart, log, fund.book.balances()).length === 0, "balances are the sums of the postings");
    this.promise(trialBalance(chart, fund.book) === 0, "debits equal credits");
    for (const [key, balance] of fund.book.balances()) this.promise(balance >= 0, `${key} is not below zero`);
    this.#places();
    this.#files();
  }

  #places(): void {
    const years = new Map<number, number>();
    for (const on of this.world.slots.values()) years.set(partsOf(on).year, (years.get(partsOf(on).year) ?? 0) + 1);
    this.promise(
      [...years.values()].every((used) => used <= 2),
      "two high-grade firms a year",
    );
    const groups = new Map<string, number>();
    for (const { file, application } of this.world.firms)
      if (file) groups.set(application.representative.key, (groups.get(application.representative.key) ?? 0) + 1);
    this.promise(
      [...groups.values()].every((loans) => loans === 1),
      "one loan a group",
    );
    for (const firm of this.world.firms)
      this.promise(firm.file?.tier.choice !== "high" || this.world.slots.has(firm.no), "a high-grade loan has its place");
  }

  #files(): void {
    const { book } = this.world.purse.fund;
    let committed = 0n;
    for (const { file } of this.world.firms) {
      if (!file) continue;
      const { claim, recovery, life, tier } = file;
      if (file.loan.mode === "insurance") continue;
      if (!claim?.paid || !recovery) {
        committed += BigInt(commitmentOf({ ratio: tier.ratio, outstanding: outstandingOn(life, this.world.on) }));
        continue;
      }
      const carried = BigInt(book.balance("compensation", claim.id)) + BigInt(book.balance("written_off", claim.id));
      this.promise(carried === BigInt(stillOut(claim.paid.amount, recovery)) + BigInt(pendingOf(recovery)), "the file and the books carry the same");
      this.promise(BigInt(book.balance("clawback_due", claim.id)) === BigInt(clawbackOpen(recovery)), "what is ordered back is what is booked");
      this.promise(this.paid.get(claim.id) === BigInt(claim.paid.amount), "the file and the books paid the same");
    }
    this.promise(committed === BigInt(book.balance("committed")), "what is committed is the ratio of what is outstanding");
  }
}

function live(picks: readonly Pick[], firms: number, plant?: Plant): World {
  const world = new World(firms, plant);
  const auditor = new Auditor(world);
  for (const pick of picks) {
    world.does(pick);
    auditor.follow();
    if (world.commands % 500 === 0) auditor.inspect();
  }
  auditor.inspect();
  return world;
}

const pick = fc.tuple(fc.nat(99), fc.nat(1_000_003), fc.nat(2 ** 30)) as fc.Arbitrary<Pick>;
const lives = (length: number) => fc.noBias(fc.array(pick, { minLength: length, maxLength: length }));
const SEED = 20261121;

/** What all lives together have seen, so that a promise kept is not one never tested. */
interface Seen {
  commands: number;
  firms: number;
  loans: number;
  paid: number;
  pauses: number;
  restarts: number;
  writtenOff: number;
  returned: number;
  clawedBack: number;
  subsidised: number;
  barred: number;
  readonly refused: Map<string, number>;
}

function count(seen: Seen, world: World): void {
  seen.commands += world.commands;
  seen.firms += world.firms.length;
  seen.loans += world.loans.length;
  seen.paid += world.firms.filter((firm) => firm.file?.claim?.paid).length;
  seen.pauses += world.purse.fund.changes.filter((change) => change.to === "PAUSED").length;
  seen.restarts += world.purse.fund.changes.filter((change) => change.to === "ACTIVE").length;
  seen.writtenOff += world.firms.filter((firm) => firm.file?.recovery?.writtenOff).length;
  seen.clawedBack += world.firms.filter((firm) => firm.file?.recovery?.clawback).length;
  seen.returned += world.firms.flatMap((firm) => firm.file?.recovery?.receipts ?? []).filter((receipt) => receipt.returned).length;
  seen.subsidised += world.firms.reduce((sum, firm) => sum + firm.receipts.length, 0);
  seen.barred += world.listings.length;
  for (const [code, times] of world.refused) seen.refused.set(code, (seen.refused.get(code) ?? 0) + times);
}

describe("random lives of the whole scheme", () => {
  it(
    `keep every promise through ${COMMANDS} commands (YQ-006 YQ-021 YQ-022 YQ-027 YQ-045 YQ-074 YQ-079 YQ-086 YQ-087)`,
    () => {
      const seen: Seen = {
        commands: 0,
        firms: 0,
        loans: 0,
        paid: 0,
        pauses: 0,
        restarts: 0,
        writtenOff: 0,
        returned: 0,
        clawedBack: 0,
        subsidised: 0,
        barred: 0,
        refused: new Map(),
      };
      fc.assert(
        fc.property(lives(LIFE), fc.nat(SIZES.length * 1000), (picks, at) => count(seen, live(picks, SIZES[at % SIZES.length] as number))),
        { numRuns: Math.max(1, Math.ceil(COMMANDS / LIFE)), seed: SEED, endOnFailure: true },
      );
      expect(seen.commands).toBeGreaterThanOrEqual(COMMANDS);
      for (const [what, least] of Object.entries({
        firms: 1000,
        loans: 300,
        paid: 100,
        pauses: 5,
        restarts: 2,
        writtenOff: 3,
        returned: 50,
        clawedBack: 1,
        subsidised: 20,
        barred: 5,
      }))
        expect(seen[what as "paid"], what).toBeGreaterThanOrEqual(least);
      for (const code of [
        "paid_twice",
        "same_person",
        "return_over_paid",
        "fund_use_forbidden",
        "scheme_paused",
        "high_quota_used",
        "affiliate_used",
        "quota_without_claim",
        "blacklisted",
        "subsidy_duplicate",
      ])
        expect(seen.refused.get(code) ?? 0, code).toBeGreaterThan(0);
    },
    Math.max(60_000, COMMANDS),
  );

  it("the same seed is the same world, another seed another", () => {
    const [one = []] = fc.sample(lives(LIFE), { numRuns: 1, seed: SEED });
    const [again = []] = fc.sample(lives(LIFE), { numRuns: 1, seed: SEED });
    const [other = []] = fc.sample(lives(LIFE), { numRuns: 1, seed: SEED + 1 });
    const [first, second, third] = [live(one, 60), live(again, 60), live(other, 60)];
    expect(second.digest).toBe(first.digest);
    expect(JSON.stringify(second.purse.log)).toBe(JSON.stringify(first.purse.log));
    expect(third.digest).not.toBe(first.digest);
  });

  it.each([
    ["double_payment", /a claim is paid once/],
    ["rounding", /second opinion: .*amount/],
    ["lost_fen", /every transfer balances/],
  ] as const)("a planted %s is caught", (plant, message) => {
    const [picks = []] = fc.sample(lives(LIFE), { numRuns: 1, seed: SEED });
    expect(() => live(picks, 60, plant)).toThrow(message);
    expect(() => live(picks, 60)).not.toThrow();
  });
});
