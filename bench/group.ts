/** The walk over a firm's group: a chain ten times as long should take about ten times as long, not a hundred. */
import { groupOf, type Party, type Tie } from "../shared/enterprise/affiliates";
import { inTurns } from "./measure.mjs";

const firm = (at: number): Party => ({ kind: "firm", id: String(at).padStart(5, "0"), name: `甲${at}` });

function walk(ties: number): () => unknown {
  const chain = Array.from(
    { length: ties },
    (_, at): Tie => ({ kind: "equity", from: firm(at), to: firm(at + 1), share: "0.30", basis: "declared" }),
  );
  const last = firm(ties).id;
  return () => groupOf(firm(0).id, chain, { equityThreshold: "0.25" }).pathTo(last);
}

export async function measureGroup() {
  const measured = await inTurns({ rounds: 9, times: 5, warmUp: 5 }, walk(10_000), walk(1_000));
  const how = "one chain of 10,000 ties against one of 1,000, walked to its end with the path; linear would be 10 ×";
  return { name: "group of 10,000 ties", how, ...measured, aim: { most: 20 } };
}
