/** What 克州's manager does with the money while it waits, in a random life: safe products, their income, and a yearly fee within a share of it. */
import { chargeFee, mayPlace } from "../../fund/keeping";
import { partsOf } from "../../local-date";
import { type Fen, fen, lesser, plus, ZERO } from "../../money";
import { valueOn } from "../../rule/parameter";
import { must } from "../testing";
import type { Life } from "../testing-life";

export class Keeping {
  readonly #income = new Map<number, Fen>();
  /** Fees by the year whose income bears them. */
  readonly #fees = new Map<number, Fen>();

  constructor(readonly life: Life) {}

  keeps(how: number): void {
    const { life } = this;
    const what = how % 9;
    if (what < 3) return void this.#places(how);
    if (what < 5) return void life.books("placement_back", lesser(fen(1 + (how % 400_000_000)), fen(Math.max(1, life.book.balance("placed")))));
    if (what < 7) return void this.#earns(how);
    this.#charges(how);
  }

  #places(how: number): void {
    const { life } = this;
    const { placement } = life.scheme.fund;
    if (!placement) return;
    const kinds = [...must(valueOn(placement.allowed, life.on)), ...must(valueOn(placement.forbidden, life.on)), "wine"];
    const waiting = life.matters.flatMap(({ file }) => (file?.claim?.consent && !file.claim.paid ? [file.claim.consent.amount] : []));
    const given = { kind: kinds[how % kinds.length] ?? "", amount: fen(1 + (how % 600_000_000)) };
    if (life.took(mayPlace(placement, given, life.book.balance("account"), plus(...waiting), life.on)) && life.books("placement", given.amount))
      life.saw("placed");
  }

  #earns(how: number): void {
    const amount = fen(1 + (how % 3_000_000));
    const { year } = partsOf(this.life.on);
    if (this.life.books("income", amount)) this.#income.set(year, plus(this.#income.get(year) ?? ZERO, amount));
  }

  /** Last year's fee, once: what it really cost, with the audit in it. */
  #charges(how: number): void {
    const { life } = this;
    const { keepingFee } = life.scheme.fund;
    const year = partsOf(life.on).year - 1;
    if (!keepingFee || this.#fees.has(year)) return;
    const costs = { carried: fen(how % 50_000), other: fen(how % 400_000) };
    const fee = chargeFee(keepingFee, this.#income.get(year) ?? ZERO, costs, life.on);
    if (!life.took(fee) || fee.value === ZERO || !life.books("management_fee", fee.value)) return;
    this.#fees.set(year, fee.value);
    life.saw("fee");
  }

  /** Somebody asks for a fee above the share. */
  overcharges(): void {
    const { keepingFee } = this.life.scheme.fund;
    if (keepingFee) this.life.took(chargeFee(keepingFee, fen(1_000), { carried: ZERO, other: fen(81) }, this.life.on));
  }

  *promises(): Iterable<readonly [boolean, string]> {
    let fees = 0;
    for (const [year, fee] of this.#fees) {
      fees += fee;
      yield [fee * 100 <= (this.#income.get(year) ?? 0) * 8, "a fee is at most eight percent of its year's income"];
    }
    yield [this.life.book.balance("fees") === fees, "nothing is booked as fees but the fees"];
  }
}
