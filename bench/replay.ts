/** A fund's whole history folded again: a million postings, balances and pause included. */
import { entriesFor } from "../shared/fund/entries";
import type { LedgerEvent } from "../shared/fund/ledger";
import { replayFund } from "../shared/fund/replay";
import { addDays, day } from "../shared/local-date";
import { fen } from "../shared/money";
import { yanqing } from "../shared/schemes/yanqing/scheme";

const POSTINGS = 1_000_000;
/** What the aim asks for, as a time: a hundred thousand postings a second. */
const AIM_MICROS = 10;
const PERSONS = { madeBy: "office-1", checkedBy: "office-2" };

/** A district that lends, is repaid, pays out and gets money back for ever: the fund pauses and restarts now and then. */
function history(size: number): LedgerEvent[] {
  const { fund } = yanqing;
  const { chart } = fund;
  const cites = chart.cites;
  const from = day("2025-09-01");
  const events: LedgerEvent[] = [];
  let on = from;
  const post = (id: string, reason: Parameters<typeof entriesFor>[1], amount: number, of?: string, payableId?: string) => {
    const transfer = {
      id,
      reason,
      on,
      entries: entriesFor(chart, reason, fen(amount), of),
      persons: PERSONS,
      ...(of ? { caseId: of } : {}),
      ...(payableId ? { payableId } : {}),
    };
    events.push({ type: "posted", transfer, held: false, cites });
  };
  post("open-1", "deposit", 1_500_000_000);
  post("open-2", "quota_grant", 1_500_000_000);
  for (let round = 0; events.length < size; round++) {
    if (round % 64 === 0) on = addDays(from, (round / 64) % 1000);
    const of = `loan-${round}`;
    post(`${of}-commit`, "commit", 150_000_000, of);
    for (let month = 0; month < 4; month++) post(`${of}-release-${month}`, "release", 10_000_000, of);
    events.push({
      type: "payable_approved",
      payable: { id: of, reason: "compensation", of, caseId: of, payeeId: "bank", amount: fen(1_200_000), approvedOn: on },
    });
    post(`${of}-pay`, "compensation", 1_200_000, of, of);
    post(`${of}-rest`, "release", 110_000_000, of);
    for (let part = 0; part < 3; part++) post(`${of}-back-${part}`, "recovery_return", 400_000, of);
  }
  return events.slice(0, size);
}

export function measureReplay() {
  const events = history(POSTINGS);
  replayFund(yanqing.fund, events.slice(0, 50_000));
  const rounds = [1, 2, 3].map(() => {
    const began = performance.now();
    const fund = replayFund(yanqing.fund, events);
    if (fund.changes.length === 0) throw new Error("the history was meant to pause the fund");
    return ((performance.now() - began) * 1000) / events.length;
  });
  const sorted = [...rounds].sort((a, b) => a - b);
  const ours = sorted[1] ?? 0;
  return {
    name: "replay of 1,000,000 postings",
    how: "one fold of a history with commitments, payments, returns and pauses, a posting at a time; beside it the pace of 100,000 a second",
    ours,
    beside: AIM_MICROS,
    ratio: { median: AIM_MICROS / ours, least: AIM_MICROS / (sorted[2] ?? ours), most: AIM_MICROS / (sorted[0] ?? ours) },
    aim: { least: 1 },
  };
}
