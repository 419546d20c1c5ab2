/** 包头 as a district that lives at random: recommended firms, loans within the pool and the bank's deposit, debits, and a pause of new business that ends as soon as it may. */
import { day } from "../../local-date";
import { fen, plus, timesRatio, ZERO } from "../../money";
import { outstandingOn } from "../../process/loan-life";
import type { Facts } from "../../rule/facts";
import { org } from "../testing";
import { type Admission, admits } from "../testing-admission";
import { claims } from "../testing-claiming";
import type { District } from "../testing-district";
import { Life, type Matter, matter } from "../testing-life";
import { Broken, type Plant } from "../testing-life-ledger";
import { recovers } from "../testing-recovering";
import { liveOf } from "../testing-totals";
import { baotou } from "./scheme";
import { APPLICATION, AREA, BANK, FINANCE, GOVERNMENT, GUARANTOR, LOAN_FACTS, MANAGER, OFFICE } from "./testing";
import { BANKS, Pool, QINGSHAN } from "./testing-pool";

const OPENS = day("2021-05-06");

class BaotouLife extends Life {
  readonly matters: readonly Matter[];
  readonly #pool = new Pool(this);
  readonly #way: Admission<Matter>;

  constructor(size: number, plant?: Plant) {
    super({ scheme: baotou, opens: OPENS, pace: 20, bodies: [AREA, OFFICE, FINANCE, GOVERNMENT, MANAGER, ...BANKS, GUARANTOR], plant });
    const firms = Math.ceil(size / 2);
    this.matters = Array.from({ length: size }, (_, no) =>
      matter(no, org(`firm-${no % firms}`, "enterprise", `企业${no % firms}`), BANKS[no % BANKS.length] ?? BANK, GUARANTOR),
    );
    this.#pool.opens();
    this.#way = {
      application: ({ enterprise }) => ({ ...APPLICATION, creditCode: enterprise.id, name: enterprise.name }),
      papers: [],
      recommender: AREA,
      loan: (one, how) => this.#loan(one, how),
    };
  }

  next(one: Matter, how: number): void {
    const { file } = one;
    if (file?.claim?.paid) return void recovers(this, one, file, how);
    if (file) return void claims(this, one, file, how);
    admits(this, one, how, this.#way);
    if (one.file) this.#lent(one);
  }

  #loan(one: Matter, how: number) {
    const live = (fits: (other: Matter) => boolean) => liveOf(this, fits, "outstanding");
    const own = ({ enterprise }: Matter) => enterprise.id === one.enterprise.id;
    const earlier = this.matters.flatMap(({ file, enterprise }) =>
      file && enterprise.id === one.enterprise.id ? [{ from: file.loan.disbursedOn, until: file.life.maturesOn }] : [],
    );
    const facts: Facts = {
      ...LOAN_FACTS,
      support: earlier,
      loan: {
        ...LOAN_FACTS.loan,
        mode: "helped",
        principal: ZERO,
        disbursedOn: this.on,
        steps: { due_diligence: this.on, filed_with_office: this.on, approved: this.on },
      },
      lender: { kind: "bank", agreementFrom: OPENS },
      guarantor: { kind: "guarantor", agreementFrom: OPENS },
      totals: {
        enterpriseLive: live(own),
        fundOutstanding: live(() => true),
        poolMoney: this.#pool.money(),
        areaOutstanding: live(() => true),
        areaContribution: this.book.balance("areas", QINGSHAN),
        lenderOutstanding: live(({ lender }) => lender.id === one.lender.id),
        bankDeposit: this.book.balance("deposits", one.lender.id),
      },
    };
    const text = {
      principal: `${500_000 + ((one.no * 7919 + how) % 2_000_000)}.${String(how % 100).padStart(2, "0")}`,
      ratePercent: "4.35",
      termMonths: String(2 + (one.no % 10)),
      mode: "helped",
      disbursedOn: this.on,
      partner: GUARANTOR,
    };
    return { text, facts };
  }

  /** At the moment of a loan both multiples hold, the loan itself in them. */
  #lent({ lender }: Matter): void {
    const all = liveOf(this, () => true, "outstanding");
    const bank = liveOf(this, (other) => other.lender.id === lender.id, "outstanding");
    if (all > timesRatio(this.#pool.money(), "10", "floor")) throw new Broken("ten times the pool at the most is lent");
    if (bank > timesRatio(this.book.balance("deposits", lender.id), "10", "floor"))
      throw new Broken("ten times its deposit at the most is lent by a bank");
  }

  governs(how: number): void {
    this.#pool.governs(how);
  }

  strays(_: Matter, how: number): readonly (() => unknown)[] {
    // the list of what the pool may do is closed
    return [
      () => this.books("subsidy", fen(1 + (how % 1000)), "x"),
      () => this.books("management_fee", fen(1)),
      () => this.books("contribution_return", fen(1 + (how % 1000)), QINGSHAN),
      () => this.books("placement_back", fen(9_000_000_000), BANK.id),
    ];
  }

  most({ file }: Matter): bigint {
    return file ? (BigInt(outstandingOn(file.life, this.on)) * 2n + 4n) / 5n : 0n;
  }

  *promises(): Iterable<readonly [boolean, string]> {
    const capital = plus(this.book.balance("region"), this.book.balance("city"), this.book.balance("areas"));
    const net = this.book.count("paid") - this.book.count("returned");
    yield [(this.fund.state.state === "PAUSED") === net * 5 >= capital, "new business is paused while a fifth of the pool is out, and no longer"];
    for (const { id } of BANKS) yield [this.book.balance("deposits", id) >= 0, "no bank's deposit below zero"];
  }
}

export const district: District = {
  scheme: baotou,
  proves: ["BT-013", "BT-025", "BT-029", "BT-030", "BT-049", "BT-052", "BT-055", "BT-056"],
  begins: (size, plant) => new BaotouLife(size, plant),
  sizes: [30, 60, 120],
  least: {
    loans: 400,
    "did collection": 500,
    "did disbursement_notice": 200,
    paid: 100,
    returned: 150,
    "topped up": 100,
    contributed: 40,
    refilled: 40,
    replenished: 20,
    "deposit back": 10,
    pauses: 5,
    restarts: 3,
  },
  refuses: [
    "paid_twice",
    "same_person",
    "return_over_paid",
    "fund_use_forbidden",
    "debit_early",
    "collection_required",
    "bank_10x",
    "injection_floor",
    "topup_state",
    "scheme_paused",
    "queue_order",
    "role_forbidden",
    "writeoff_not_final",
  ],
  plants: {
    double_payment: /is paid once/,
    rounding: /second opinion: .*amount/,
    lost_fen: /every transfer balances/,
    uneven_shares: /the parts of what came back/,
  },
  plantSize: 60,
};
