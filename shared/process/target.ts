/** A target that a document sets "as a rule": counted, told, never a bar. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { accept, type Figures, type Outcome } from "../outcome";
import { type Parameter, valueOn } from "../rule/parameter";
import type { OrgKind } from "./party";

export interface Aim {
  readonly atLeast: Parameter<number>;
  /** Kinds of organisation that it is asked of. */
  readonly scored: readonly string[];
  readonly cites: Citation;
}

/** How far a unit's count lies below the target on that day; 0 for a unit of which it is not asked. The warning is `kpi_shortfall`; 二（三）2 in 延庆. */
export function againstTarget(
  aim: Aim | undefined,
  unit: OrgKind,
  count: number,
  on: LocalDate,
): Outcome<{
  readonly shortfall: number;
  readonly warning?: { readonly code: "kpi_shortfall"; readonly figures: Figures; readonly cites: Citation };
}> {
  if (!aim) return accept({ shortfall: 0 });
  const target = valueOn(aim.atLeast, on);
  if (!target.ok) return target;
  const shortfall = aim.scored.includes(unit) ? Math.max(0, target.value - count) : 0;
  if (shortfall === 0) return accept({ shortfall });
  const figures = { count: String(count), target: String(target.value), shortfall: String(shortfall) };
  return accept({ shortfall, warning: { code: "kpi_shortfall", figures, cites: aim.cites } });
}
