/** 东莞's reward of a year in a random life: what the guarantor brought in, judged and paid out of the same budget as every compensation. */
import type { Instruction } from "../../fund/payment";
import { newBatchVolume, rewardOf } from "../../fund/reward";
import { day, partsOf } from "../../local-date";
import { fen, plus, ZERO } from "../../money";
import { accept } from "../../outcome";
import { changeParameter } from "../../process/change";
import { amended, readAs } from "../reading";
import type { Scheme } from "../scheme";
import { act, must } from "../testing";
import type { Life } from "../testing-life";
import { draws, progresses } from "../testing-paying";
import { GUARANTOR, OFFICE, scheme as without } from "./testing";

const SET = day("2024-01-02");
const sets = (under: Scheme, key: string, value: unknown): Scheme =>
  amended(under, must(changeParameter(under, { key, value, from: day("2024-01-01") }, [], act(OFFICE, SET))));

/** The plan with what the bureau sets for rewards, and a budget that a year of random lives uses up. */
export const scheme: Scheme = (
  [
    [
      "evaluation.weights",
      [
        { metric: "national_fund", weight: "0.6" },
        { metric: "in_scope_loans", weight: "0.4" },
      ],
    ],
    ["reward.rate", "0.005"],
    [
      "reward.byLeverage",
      [
        { from: "1", ratio: "0.8" },
        { from: "5", ratio: "1" },
      ],
    ],
    [
      "reward.byScore",
      [
        { from: "60", ratio: "0.5" },
        { from: "85", ratio: "1" },
      ],
    ],
  ] as const
).reduce<Scheme>((under, [key, value]) => sets(under, key, value), must(readAs(without, "fund.annualBudget", 500_000_000)));

export class Rewarding {
  readonly #order: { instruction?: Instruction } = {};
  /** What each year's reward comes to. */
  readonly #years = new Map<number, number>();
  #paid = ZERO;

  constructor(readonly life: Life) {}

  /** Last year's reward: worked out once, approved, then on its way through two persons and the account bank. */
  rewards(how: number): void {
    const { life } = this;
    const year = partsOf(life.on).year - 1;
    const loans = life.matters.flatMap(({ file }) =>
      file
        ? [
            {
              lenderId: file.loan.lender.id,
              partnerId: file.loan.partner?.id ?? "",
              principal: file.loan.principal,
              disbursedOn: file.loan.disbursedOn,
              batch: file.loan.batch === true,
            },
          ]
        : [],
    );
    const points = { national_fund: String(50 + (year % 5) * 10), in_scope_loans: "80.5" };
    const evaluation = { institutionId: GUARANTOR.id, year, points, by: "office" as const, documentNo: `评价${year}` };
    const volume = newBatchVolume(loans, GUARANTOR.id, year);
    if (!life.scheme.reward) return;
    const judged = { year, volume, leverage: "4.9", ...(how % 9 === 0 ? {} : { evaluation }) };
    const reward = rewardOf(life.scheme.reward, GUARANTOR, judged, life.on);
    if (!life.took(reward) || reward.value.amount === ZERO) return;
    const { amount, basis } = reward.value;
    const payableId = `reward-${year}`;
    if (!this.#years.has(year)) {
      const payable = {
        id: payableId,
        reason: "reward" as const,
        of: GUARANTOR.id,
        caseId: payableId,
        payeeId: GUARANTOR.id,
        amount,
        approvedOn: life.on,
      };
      life.money(accept([{ type: "payable_approved", payable }]));
      this.#years.set(year, amount);
    }
    const { instruction } = this.#order;
    if (!instruction || instruction.payableId !== payableId || instruction.status === "CANCELLED")
      return void draws(life, this.#order, { payableId, asked: amount, basis }, how);
    progresses(life, this.#order, amount, how, ({ plan }) => {
      this.#paid = plus(this.#paid, plan.account);
      life.saw("rewarded");
    });
  }

  *promises(): Iterable<readonly [boolean, string]> {
    const approved = [...this.#years.values()].reduce((sum, one) => sum + one, 0);
    yield [this.life.book.balance("rewards") === this.#paid && this.#paid <= approved, "rewards are what was judged"];
    yield [fen(approved) <= this.life.matters.reduce((sum, { file }) => sum + (file?.loan.principal ?? 0), 0), "a reward is a part of the business"];
  }
}
