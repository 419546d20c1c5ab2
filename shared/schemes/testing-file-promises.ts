/** What must hold of one loan's file against the books: the same carried, shares that sum to the whole, and a replay that ends where the running did. */
import { fractionOf, times } from "../fund/fraction";
import type { Part } from "../fund/sharing";
import { replay } from "../process/case";
import { evolveFile, type LoanFile } from "../process/loan-file";
import { outstandingOn } from "../process/loan-life";
import { clawbackOpen, pendingOf, returnedSoFar, stillOut } from "../process/recovery-state";
import type { Life, Matter } from "./testing-life";

type Promise = readonly [holds: boolean, what: string];

const sum = (parts: readonly Part[]): bigint => parts.reduce((whole, { amount }) => whole + BigInt(amount), 0n);
/** Parts of parts sum to their part. */
const nested = ({ amount, inner }: Part): boolean => !inner || (sum(inner) === BigInt(amount) && inner.every(nested));

export function* ofFile(life: Life, matter: Matter, paid: ReadonlyMap<string, bigint>): Iterable<Promise> {
  const { file, opened, state, recorded, filed } = matter;
  yield [JSON.stringify(replay(state.id, recorded)) === JSON.stringify(state), "a case read from its events alone is the same"];
  if (!file || !opened) return;
  yield [JSON.stringify(filed.reduce(evolveFile, opened)) === JSON.stringify(file), "a file read from its events alone is the same"];
  yield [outstandingOn(file.life, life.on) >= 0, "no loan is repaid beyond its principal"];
  yield* ofPayment(life, file, paid);
  yield* ofCommitment(life, file);
}

function* ofPayment({ book, scheme }: Life, { claim, recovery }: LoanFile, paid: ReadonlyMap<string, bigint>): Iterable<Promise> {
  if (!claim?.paid || !recovery) return;
  const { amount } = claim.paid;
  yield [(paid.get(claim.id) ?? 0n) === BigInt(amount), "the file and the books paid the same"];
  const carried = BigInt(book.balance("compensation", claim.id)) + BigInt(book.balance("written_off", claim.id));
  yield [carried === BigInt(stillOut(amount, recovery)) + BigInt(pendingOf(recovery)), "the file and the books carry the same"];
  yield [BigInt(book.balance("clawback_due", claim.id)) === BigInt(clawbackOpen(recovery)), "what is ordered back is what is booked"];
  yield [returnedSoFar(recovery) <= amount && stillOut(amount, recovery) >= 0, "what comes back and is on its way is within what was paid"];
  let carriedCosts = 0n;
  for (const receipt of recovery.receipts) {
    const owed = carriedCosts + BigInt(receipt.costs);
    const net = BigInt(receipt.amount) > owed ? BigInt(receipt.amount) - owed : 0n;
    carriedCosts = owed - (BigInt(receipt.amount) - net);
    if (!receipt.parts) continue;
    yield [sum(receipt.parts) === net && receipt.parts.every(nested), "the parts of what came back are the whole less its costs"];
    const own = receipt.parts.find(({ party }) => party === scheme.recovery.returns.shares?.fund);
    yield [own !== undefined && receipt.due <= own.amount, "the fund gets no more of what came back than its part"];
  }
}

/** A loan that is neither repaid nor paid for stands in the books with its ratio of what is outstanding. */
function* ofCommitment(life: Life, file: LoanFile): Iterable<Promise> {
  const live = !file.claim?.paid && life.payee(file) !== undefined;
  const ratio = fractionOf(file.tier.ratio);
  const expected = live && ratio ? times(BigInt(outstandingOn(file.life, life.on)), ratio, "half_up") : 0n;
  yield [BigInt(life.book.balance("committed", file.loan.loanId)) === expected, "what is committed is the ratio of what is outstanding"];
}
