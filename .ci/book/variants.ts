/** The ways in which a document may pay for a loan, since a book does not say which mode or grade a loan would have had: one run for each. */
import type { Formula } from "../../shared/fund/formula";
import { factorsOf, nodesOf } from "../../shared/lint/formula-walk";
import { day } from "../../shared/local-date";
import { modesOf } from "../../shared/process/procedure";
import { valueOn } from "../../shared/rule/parameter";
import { amended } from "../../shared/schemes/reading";
import type { Scheme } from "../../shared/schemes/scheme";

export interface Variant {
  readonly scheme: Scheme;
  /** For people: the modes or the grade that every loan of the run is taken to have. */
  readonly says: string;
  readonly mode?: string;
  readonly choice?: string;
  /** What the document leaves open and this run fills in. */
  readonly filled: readonly string[];
}

/** Modes that are paid in the same way are one run. */
function byMode(scheme: Scheme, formula: Formula): readonly Pick<Variant, "says" | "mode">[] {
  if (formula.kind !== "by_mode") return [{ says: "every loan" }];
  const words = new Map(modesOf(scheme.admission).map(({ id, says }) => [id, says]));
  const branches = [...new Set(Object.values(formula.of))];
  return branches.map((branch) => {
    const modes = Object.keys(formula.of).filter((mode) => formula.of[mode] === branch);
    return { mode: modes[0] ?? "", says: modes.map((mode) => words.get(mode) ?? mode).join("、") };
  });
}

function byChoice(scheme: Scheme, formula: Formula): readonly Pick<Variant, "says" | "choice">[] {
  const words = new Map(
    scheme.admission.steps.flatMap((step) => (step.kind === "ballot" ? step.choices.map(({ id, says }) => [id, says] as const) : [])),
  );
  const ratios = nodesOf(formula).flatMap((node) => (node.kind === "times" ? factorsOf(node.by) : []));
  return ratios.flatMap((ratio) =>
    ratio.kind === "by_choice" ? Object.keys(ratio.ratios).map((choice) => ({ choice, says: words.get(choice) ?? choice })) : [],
  );
}

/** Bands that nobody has set yet, as one band at the highest ratio that the document allows. */
function bandsFilled(scheme: Scheme, formula: Formula): { readonly scheme: Scheme; readonly filled: readonly string[] } | undefined {
  for (const node of nodesOf(formula)) {
    for (const ratio of node.kind === "times" ? factorsOf(node.by) : []) {
      const bands = ratio.kind === "by_band" ? valueOn(ratio.bands, day(scheme.validity.from)) : undefined;
      if (ratio.kind !== "by_band" || !ratio.most || !bands?.ok || bands.value.length > 0) continue;
      const { most } = ratio;
      const versions = most.ratio.versions.map((version) => ({ ...version, value: [{ ratio: version.value }] }));
      const told = most.ratio.versions.map(({ value }) => value).join(", ");
      return {
        scheme: amended(scheme, { ...ratio.bands, versions }),
        filled: [`${ratio.bands.says}: unset in the document, taken as one band at its ceiling ${told}`],
      };
    }
  }
  return undefined;
}

export function variantsOf(scheme: Scheme): readonly Variant[] {
  const modes = byMode(scheme, scheme.compensation);
  const choices = byChoice(scheme, scheme.compensation);
  const runs = choices.length > 0 ? choices.flatMap((choice) => modes.map((mode) => ({ ...mode, ...choice }))) : modes;
  return runs.flatMap((run) => {
    const plain: Variant = { scheme, filled: [], ...run };
    const { mode } = plain;
    const branch = scheme.compensation.kind === "by_mode" ? scheme.compensation.of[mode ?? ""] : scheme.compensation;
    const filled = branch && bandsFilled(scheme, branch);
    return filled ? [plain, { ...plain, ...filled }] : [plain];
  });
}
