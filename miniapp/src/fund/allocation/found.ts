/** Which plan a page is about: the one that is named, that of a case's claim, or that of a period; where a period has none yet, what it would be today. */
import { type Answer, call } from "../../api";

export interface Asked {
  readonly plan: string;
  readonly period: string;
  readonly caseId: string;
}
export interface Found {
  readonly drawn: Answer<"getAllocation"> | null;
  readonly open: Answer<"listAllocations">["open"];
}

const drawnOf = async (allocationId: string): Promise<Found> => ({ drawn: await call("getAllocation", { params: { allocationId } }), open: null });

/** What a period comes to: its plan that waits or stands, else what it would be. */
async function ofPeriod(period: string): Promise<Found> {
  const { allocations, open } = await call("listAllocations", { query: period ? { period } : {} });
  if (open) return { drawn: null, open };
  const standing = allocations.find((one) => (!period || one.period === period) && one.decision?.agreed !== false);
  return standing ? drawnOf(standing.id) : { drawn: null, open: null };
}

export async function foundPlan({ plan, period, caseId }: Asked): Promise<Found> {
  if (plan) return drawnOf(plan);
  if (!caseId) return ofPeriod(period);
  const { file } = await call("getCase", { params: { caseId } });
  const line = file?.claim?.plan;
  if (line && line.state !== "returned") return drawnOf(line.id);
  return ofPeriod(file?.claim?.batch ?? "");
}
