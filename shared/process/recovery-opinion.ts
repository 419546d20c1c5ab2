/** A second opinion on what a receipt brings to whom: by ratio, by shares, or by what each bore, worked out again before the return is asked for. */
import { type Difference, type OpinedShare, opinionOnReturn, opinionOnShares, opinionOnWeights } from "../fund/second-opinion";
import { bearLoss, type LossRules, type Part, partOf, type Shares } from "../fund/sharing";
import type { LocalDate } from "../local-date";
import { accept, type Outcome, refuse } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { RecoveryRules } from "./claim-rules";
import type { LoanFile } from "./loan-file";
import { paidClaim } from "./recovery";
import { type Receipt, stillOut } from "./recovery-state";

/** What is left of the money after its costs and those that earlier money could not bear, in whole fen. */
function netOf(earlier: readonly Receipt[], { amount, costs }: Pick<Receipt, "amount" | "costs">): bigint {
  const carried = earlier.reduce((owed, one) => {
    const left = owed + BigInt(one.costs) - BigInt(one.amount);
    return left > 0n ? left : 0n;
  }, 0n);
  const net = BigInt(amount) - BigInt(costs) - carried;
  return net > 0n ? net : 0n;
}

/** The document's own shares beside the parts that the engine gave; nothing where a version lacks. */
function treeOf(shares: Shares, parts: readonly Part[], on: LocalDate): OpinedShare[] {
  const among = valueOn(shares.among, on);
  return (among.ok ? among.value : []).map(({ party, share }) => {
    const part = parts.find((one) => one.party === party);
    const inside = shares.inner?.[party];
    return { share, part: partOf(parts, party), ...(inside ? { inner: treeOf(inside, part?.inner ?? [], on) } : {}) };
  });
}

function amongParties(loss: LossRules, file: LoanFile, receipt: Receipt, capped: boolean, on: LocalDate): Outcome<Difference[]> {
  const { claim, recovery } = file;
  const { parts = [] } = receipt;
  if (!claim?.paid || !recovery) return accept([]);
  const net = Number(netOf(recovery.receipts, receipt)) as Receipt["amount"];
  const borne = bearLoss(loss, claim.paid.loss ?? claim.filing.principal, claim.paid.amount, claim.paid.on, { paid: claim.paid.amount });
  if (!borne.ok) return borne;
  const whole = loss.bearing.kind === "shares" && borne.value.uncovered === 0 ? loss.bearing : undefined;
  const told = whole
    ? opinionOnShares(net, treeOf(whole, parts, on))
    : opinionOnWeights(
        net,
        borne.value.borne.map(({ amount }) => amount),
        parts.map(({ amount }) => amount),
      );
  const part = partOf(parts, loss.fund);
  const out = stillOut(claim.paid.amount, recovery);
  const due = capped && out < part ? out : part;
  return accept(due === receipt.due ? told : [...told, { where: "return", engine: String(receipt.due), opinion: String(due) }]);
}

/** Refuses `amount_mismatch` with the place where the two part: then nothing is recorded. `file` is as it was before the receipt. */
export function returnOpinion(rules: RecoveryRules, file: LoanFile, receipt: Receipt, on: LocalDate): Outcome<true> {
  const at = paidClaim(rules, file);
  if (!at.ok) return at;
  const { returns } = rules;
  const [enabled, capped, method] = [
    returns.enabled ? valueOn(returns.enabled, on) : accept(true),
    valueOn(returns.capAtPaid, on),
    valueOn(returns.method, on),
  ];
  if (!enabled.ok) return enabled;
  if (!capped.ok) return capped;
  if (!method.ok) return method;
  if (!enabled.value) return accept(true);
  const { claim, paid, recovery } = at.value;
  const ends = capped.value || method.value === "fund_first";
  const { amount: recovered, costs, due: toFund } = receipt;
  const told = returns.shares
    ? amongParties(returns.shares, file, receipt, capped.value, on)
    : accept(
        opinionOnReturn({
          method: method.value,
          ratio: claim.ratio,
          recovered,
          costs,
          toFund,
          ...(ends ? { out: stillOut(paid.amount, recovery) } : {}),
        }),
      );
  if (!told.ok) return told;
  const [difference] = told.value;
  return difference ? refuse("amount_mismatch", { ...difference }, returns.cites) : accept(true);
}
