/** 新乡 as a district that lives at random: loans that partners register, claims of a year that share its money, bans and a bank under watch. */
import { day } from "../../local-date";
import { fen, ZERO } from "../../money";
import { outstandingOn } from "../../process/loan-life";
import { type Registration, registerLoan } from "../../process/registration";
import type { Facts } from "../../rule/facts";
import { org } from "../testing";
import { claims } from "../testing-claiming";
import type { District } from "../testing-district";
import { Life, type Matter, matter } from "../testing-life";
import type { Plant } from "../testing-life-ledger";
import { recovers } from "../testing-recovering";
import { lentSince, liveOf } from "../testing-totals";
import { xinxiang } from "./scheme";
import { BANK, FACTS, FINANCE, GROUP, GUARANTOR, OFFICE, PLATFORM, TREASURY_BANK } from "./testing";
import { bans, paysBack, type Standings, standingOf, watches } from "./testing-standing";
import { allocates } from "./testing-year";

const BANKS = [BANK, org("bank2", "bank", "乙银行新乡分行"), org("bank3", "bank", "丙银行新乡分行")];
const MODES = ["credit", "ip_pledge", "patent_pledge", "trademark_pledge", "reguaranteed"] as const;
const SIGNED = day("2021-08-20");
const CAP = 1_000_000_000;

class XinxiangLife extends Life {
  readonly matters: readonly Matter[];
  readonly #standings: Standings = { bans: new Map(), paused: new Map() };

  constructor(size: number, plant?: Plant) {
    super({ scheme: xinxiang, opens: SIGNED, pace: 20, bodies: [PLATFORM, OFFICE, GROUP, FINANCE, TREASURY_BANK, ...BANKS, GUARANTOR], plant });
    const firms = Math.ceil(size / 3);
    this.matters = Array.from({ length: size }, (_, no) =>
      matter(no, org(`firm-${no % firms}`, "enterprise", `企业${no % firms}`), BANKS[no % BANKS.length] ?? BANK, GUARANTOR),
    );
    this.books("deposit", fen(800_000_000));
  }

  next(one: Matter, how: number): void {
    const { file } = one;
    if (!file) return void this.#registers(one, how);
    if (file.claim?.paid) return void recovers(this, one, file, how, () => paysBack(this, one, file, how));
    claims(this, one, file, how, {
      standing: (claimed) => standingOf(this, this.#standings, claimed),
      own: { step: "plan", takes: () => allocates(this, how) },
    });
  }

  #registers(one: Matter, how: number): void {
    const mode = MODES[one.no % MODES.length] ?? "credit";
    const loan: Registration["loan"] = {
      loanId: `loan-${one.no}`,
      contractNo: `借字${one.no}`,
      principal: fen(20_000_000 + (how % 700_000_000)),
      rate: "0.0435",
      termMonths: 2 + (how % 10),
      disbursedOn: this.on,
      mode,
      lender: one.lender,
      orderNo: `P-${one.no}`,
      ...(mode === "reguaranteed" ? { partner: GUARANTOR } : {}),
    };
    this.tells(
      one,
      one.lender,
      registerLoan(xinxiang, one.state, { enterprise: one.enterprise, loan }, this.#facts(one, mode), this.act(one.lender)),
    );
  }

  #facts(one: Matter, mode: string): Facts {
    const own = ({ enterprise }: Matter) => enterprise.id === one.enterprise.id;
    const partner = (id: string) => {
      const through = this.#standings.bans.get(id)?.through;
      return { agreementFrom: SIGNED, ...(through ? { bannedThrough: through } : {}) };
    };
    const excluded = this.#standings.bans.get(one.enterprise.id);
    return {
      ...FACTS,
      appliedOn: this.on,
      loan: { mode, principal: ZERO, disbursedOn: this.on, purpose: "production_operation" },
      lender: { kind: "bank", region: "新乡市", ...partner(one.lender.id) },
      guarantor: { kind: "guarantor", marks: ["government", "reguaranteed"], ...partner(GUARANTOR.id) },
      totals: { enterpriseLive: liveOf(this, own), enterpriseLifetime: lentSince(this, own), enterpriseYear: lentSince(this, own) },
      ...(excluded ? { excludedFor: { conduct: "defrauded", verifiedOn: excluded.from } } : {}),
    };
  }

  governs(how: number): void {
    const paid = this.matters.filter(({ file }) => file?.claim?.paid);
    const some = how % 2 === 0 && paid.length > 0 ? paid : this.matters;
    const one = some[how % some.length];
    const what = how % 10;
    if (what < 3) allocates(this, how);
    else if (what < 5) this.books("deposit", fen(1 + (how % 300_000_000)));
    else if (what < 8) watches(this, this.#standings, BANKS[how % BANKS.length]?.id ?? "", how);
    else if (one && how % 4 === 0) bans(this, this.#standings, one, how);
  }

  strays({ file }: Matter, how: number): readonly (() => unknown)[] {
    // what comes back goes to the treasury: the fund has no account for it, nor for anything but compensation
    return [
      () => this.books("interest", fen(1 + (how % 1000))),
      () => this.books("reward", fen(1), file?.claim?.id),
      () => this.books("placement", fen(1)),
    ];
  }

  most({ file }: Matter): bigint {
    if (!file) return 0n;
    const { principal, mode } = file.loan;
    const tenths = mode === "reguaranteed" || principal > 300_000_000 ? 1n : principal > 100_000_000 ? 2n : 3n;
    return (BigInt(outstandingOn(file.life, this.on)) * tenths + 5n) / 10n;
  }

  *promises(): Iterable<readonly [boolean, string]> {
    const { bans: all } = this.#standings;
    for (const { enterprise, file, lender } of this.matters) {
      yield [liveOf(this, (other) => other.enterprise.id === enterprise.id) <= CAP, "ten million of live loans a firm"];
      if (!file) continue;
      const firm = all.get(enterprise.id);
      const bank = all.get(lender.id);
      const { disbursedOn } = file.loan;
      yield [!firm || disbursedOn <= firm.from, "a firm that is excluded is lent nothing more"];
      yield [!bank?.through || disbursedOn <= bank.from || disbursedOn > bank.through, "a banned bank lends nothing that is covered"];
    }
  }
}

export const district: District = {
  scheme: xinxiang,
  proves: ["XX-002", "XX-003", "XX-014", "XX-031", "XX-041", "XX-047", "XX-061", "XX-062"],
  begins: (size, plant) => new XinxiangLife(size, plant),
  sizes: [30, 60, 160],
  least: {
    loans: 500,
    "did risk_filing": 300,
    "did guarantor_filing": 50,
    allocated: 500,
    "allocated short": 200,
    paid: 200,
    returned: 300,
    "written off": 20,
    "bank paused": 20,
    resumed: 20,
    "banned enterprise": 20,
    "banned institution": 10,
    "clawed back": 5,
  },
  refuses: [
    "paid_twice",
    "same_person",
    "return_over_paid",
    "fund_use_forbidden",
    "enterprise_cap",
    "not_filed",
    "disposal_order",
    "alloc_state",
    "partner_paused",
    "partner_banned",
    "enterprise_banned",
    "resume_not_allowed",
    "scheme_expired",
    "finding_unproven",
  ],
  plants: {
    double_payment: /is paid once/,
    rounding: /second opinion: .*amount/,
    lost_fen: /every transfer balances/,
    over_ceiling: /its ceiling: annual_cap/,
    crooked_allocation: /a second reader allocates otherwise/,
  },
  plantSize: 160,
};
