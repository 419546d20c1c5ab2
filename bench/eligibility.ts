/** Eligibility with its whole trace, beside json-rules-engine on the same rules and applications; both must find the same before either is measured. */
import { decideEligibility, type Verdict } from "../shared/rule/rule";
import { applications, ON } from "./applications";
import { engineOn, verdictsOf } from "./json-rules";
import { type Compared, inTurns } from "./measure.mjs";
import { TWENTY_FIVE } from "./rules";

const PLAN = { rounds: 9, times: 400, warmUp: 3000, faster: true };

export async function measureEligibility(): Promise<Compared> {
  const all = applications(500);
  const engine = engineOn(ON);
  const ours = (at: number) => decideEligibility(TWENTY_FIVE, all[at % all.length] as (typeof all)[number], "application", ON, "bench@1");
  const theirs = async (at: number) => verdictsOf(await engine.run({ ...all[at % all.length] }));

  const seen = new Map<Verdict, number>();
  for (let at = 0; at < all.length; at++) {
    const { findings } = ours(at);
    const verdicts = await theirs(at);
    if (findings.length !== 25 || verdicts.size !== 25)
      throw new Error(`application ${at}: ${findings.length} and ${verdicts.size} of 25 rules were asked`);
    for (const { rule, verdict } of findings) {
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
      if (verdicts.get(rule) !== verdict)
        throw new Error(`application ${at}, ${rule}: ours says ${verdict}, json-rules-engine ${verdicts.get(rule)}`);
    }
  }
  const [mine, other] = [counter(), counter()];
  const measured = await inTurns(
    PLAN,
    () => ours(mine()),
    () => theirs(other()),
  );
  const found = [...seen].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  return {
    name: "eligibility, 25 rules with trace",
    aim: { least: 4 },
    ...measured,
    how: `500 invented applications, all 12,500 verdicts equal (${found}); ${PLAN.rounds} rounds of ${PLAN.times} each way after ${PLAN.warmUp} to warm up; beside it json-rules-engine, one engine kept, its own results as the trace`,
  };
}

function counter(): () => number {
  let at = 0;
  return () => at++;
}
