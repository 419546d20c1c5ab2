import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opinionOnWeights } from "../fund/second-opinion";
import { day } from "../local-date";
import { fen, splitByWeight } from "../money";
import { kezhou } from "../schemes/kezhou/scheme";
import { xinxiang } from "../schemes/xinxiang/scheme";
import type { Act } from "./act";
import type { LoanFile } from "./loan-file";
import { recover } from "./recovery";
import { returnOpinion } from "./recovery-opinion";

const ON = day("2026-06-01");
const BANK = { id: "bank", kind: "bank", name: "某银行" } as const;
const act: Act = { actor: { personId: "p", name: "某人", org: BANK }, on: ON };

/** A claim that the fund has paid, wholly or short, of a loss of a million. */
const paid = (amount: number, ratio: string): LoanFile =>
  ({
    claim: {
      step: "paid",
      payee: BANK,
      ratio,
      filing: { principal: fen(100_000_000) },
      paid: { amount: fen(amount), on: ON, loss: fen(100_000_000) },
    },
    recovery: { openedOn: ON, receipts: [], approvals: [], touchedOn: ON },
  }) as unknown as LoanFile;

const amount = fc.integer({ min: 1, max: 200_000_000 }).map((one) => fen(one));

describe("the second opinion on what comes back", () => {
  it.each([
    ["KZ-056", kezhou, "0.5", 50_000_000],
    ["KZ-051", kezhou, "0.5", 12_345_678],
    ["XX-046", xinxiang, "0.3", 30_000_000],
  ] as const)("%s agrees with the engine to the fen, and with no other part", (_, scheme, ratio, out) => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 5_000_000 }), (recovered, spent) => {
        const file = paid(out, ratio);
        const costItems = spent > 0 ? [{ kind: "litigation", amount: fen(spent), voucherNo: "1" }] : [];
        const told = recover(scheme.recovery, file, { id: "1", receivedOn: ON, amount: recovered, costs: fen(spent), costItems }, act);
        const [event] = told.ok ? told.value : [];
        if (event?.type !== "money_recovered") throw new Error(JSON.stringify(told));
        expect(returnOpinion(scheme.recovery, file, event.receipt, ON)).toEqual({ ok: true, value: true });
        const wrong = { ...event.receipt, due: fen(event.receipt.due + 1) };
        expect(returnOpinion(scheme.recovery, file, wrong, ON)).toMatchObject({
          refusals: [{ code: "amount_mismatch", figures: { where: "return" } }],
        });
      }),
      { numRuns: 300 },
    );
  });

  it("KZ-056 parts by what each bore are found again, and a moved fen is told with its place", () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 2, maxLength: 5 }), (whole, borne) => {
        const weights = borne.map((one) => fen(one));
        const parts = splitByWeight(whole, weights);
        expect(opinionOnWeights(whole, weights, parts)).toEqual([]);
        const moved = parts.map((part, at) => fen(part + (at === 0 ? 1 : at === 1 ? -1 : 0)));
        expect(opinionOnWeights(whole, weights, moved).map(({ where }) => where)).toEqual(["share.1", "share.2"]);
      }),
    );
  });
});
