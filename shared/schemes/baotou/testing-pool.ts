/** 包头's pool in a random life: who pays in, what lies with each bank and is topped up, interest, and a replenishment step by step. */
import { mayAdjust, topUpFor } from "../../fund/bank-deposit";
import { leastOf, mayContribute, mayRefill, refillAfter } from "../../fund/contribution";
import { type Replenishing, replenish } from "../../fund/replenishment";
import { type Fen, fen, lesser, plus, timesRatio, ZERO } from "../../money";
import type { OrgKind } from "../../process/party";
import { must, org } from "../testing";
import type { Life } from "../testing-life";
import { liveOf } from "../testing-totals";
import { BANK } from "./testing";

export const BANKS = [BANK, org("bank2", "bank", "乙银行包头分行")];
export const QINGSHAN = "qingshan";

export class Pool {
  #round: Replenishing = { done: [] };
  /** Of what the fund has paid, the part that the area has filled up again. */
  #refilled = ZERO;

  constructor(readonly life: Life) {}

  opens(): void {
    const { life } = this;
    life.books("grant", fen(600_000_000));
    life.books("deposit", fen(600_000_000));
    life.books("contribution", fen(800_000_000), QINGSHAN);
    for (const { id } of BANKS) life.books("placement", fen(100_000_000), id);
  }

  /** What the pool has, wherever it lies. */
  money(): Fen {
    return plus(this.life.book.balance("pool"), this.life.book.balance("deposits"));
  }

  governs(how: number): void {
    const { life } = this;
    const what = how % 12;
    if (what < 4) this.#topsUp(how);
    else if (what < 6) this.#contributes(how);
    else if (what < 8) this.#refills(how);
    else if (what < 10) this.#replenishes(how);
    else if (what < 11) life.books("interest", fen(1 + (how % 500_000)));
    else this.#takesBack(how);
  }

  /** A bank that is to lend more gets more; the office alone says so. */
  #topsUp(how: number): void {
    const { life } = this;
    const rules = life.scheme.fund.deposits;
    const bank = BANKS[how % BANKS.length];
    if (!rules || !bank || !life.took(mayAdjust(rules, how % 9 === 0 ? "manager" : "office"))) return;
    const lent = liveOf(life, ({ lender }) => lender.id === bank.id, "outstanding");
    const more = must(topUpFor(rules, life.book.balance("deposits", bank.id), plus(lent, fen(how % 2_000_000_000)), life.on));
    if (more.required && life.books("placement", more.amount, bank.id)) life.saw("topped up");
  }

  #contributes(how: number): void {
    const { life } = this;
    const rules = life.scheme.fund.contributions;
    const source = ["area", "city", "region", "bank"][how % 4] ?? "";
    const given = { source, amount: fen(1 + (how % 900_000_000)), ...(how % 3 === 0 ? { hardship: "企业少" } : {}) };
    if (!rules || how % 5 > 1 || !life.took(mayContribute(rules, given, life.on))) return;
    const reason = ({ area: "contribution", city: "deposit", region: "grant" } as const)[source];
    if (reason && life.books(reason, timesRatio(given.amount, "0.1", "ceil"), source === "area" ? QINGSHAN : undefined)) life.saw("contributed");
  }

  /** The area fills up its part of what was paid since the last time. */
  #refills(how: number): void {
    const { life } = this;
    const rules = life.scheme.fund.contributions;
    if (!rules) return;
    const least = must(leastOf(rules, "", life.on));
    const paid = fen(life.book.count("paid") - this.#refilled);
    const refill = refillAfter(rules, { paid, before: life.book.balance("areas", QINGSHAN), least }, life.on);
    if (!life.took(refill) || refill.value.owed === ZERO) return;
    const given = how % 4 === 0 ? fen(refill.value.owed - 1) : refill.value.owed;
    if (!life.took(mayRefill(rules, refill.value, given)) || !life.books("contribution", given, QINGSHAN)) return;
    this.#refilled = fen(this.#refilled + paid);
    life.saw("refilled");
  }

  /** The city fills up: judged, fixed, reported, paid; none before the one ahead of it. */
  #replenishes(how: number): void {
    const { life } = this;
    const rules = life.scheme.fund.replenishment;
    const step = rules?.steps[how % 7 === 0 ? 3 : this.#round.done.length];
    if (!rules || !step) return;
    const by: OrgKind = how % 8 === 0 ? "bank" : (step.by[0] ?? "office");
    const amount = step.id === "fixed" ? { amount: fen(1 + (how % 60_000_000)) } : {};
    const round = replenish(rules, this.#round, { step: step.id, documentNo: life.number("补充"), ...amount }, by, life.on);
    if (!life.took(round)) return;
    this.#round = round.value;
    if (step.id !== "replenished" || !round.value.amount || !life.books("deposit", round.value.amount)) return;
    this.#round = { done: [] };
    life.saw("replenished");
  }

  /** A bank that lends nothing any more gives its deposit back. */
  #takesBack(how: number): void {
    const { life } = this;
    const bank = BANKS[how % BANKS.length];
    if (!bank || liveOf(life, ({ lender }) => lender.id === bank.id) > ZERO) return;
    const held = life.book.balance("deposits", bank.id);
    if (held > ZERO && life.books("placement_back", lesser(held, fen(50_000_000)), bank.id)) life.saw("deposit back");
  }
}
