/** Cliffs: a loan that grows by one fen over a mark and is paid less for it, and the size from which as much is paid again. */
import { compute, type Formula } from "../fund/formula";
import type { Band } from "../fund/ratio";
import type { LocalDate } from "../local-date";
import { type Fen, fen, minus, plus, yuan, ZERO } from "../money";
import { type Parameter, valueOn } from "../rule/parameter";
import type { Scheme } from "../schemes/scheme";
import { finding, type LintFinding, once } from "./finding";
import { factorsOf, lostWhole, nodesOf } from "./formula-walk";
import { leastWhere } from "./least-where";
import { momentsOf } from "./moments";

/** The bands by which a node pays; none for a node that knows no size. */
export function bandsOf(node: Formula): readonly Parameter<readonly Band[]>[] {
  if (node.kind === "banded") return [node.bands];
  return node.kind === "times" ? factorsOf(node.by).flatMap((ratio) => (ratio.kind === "by_band" ? [ratio.bands] : [])) : [];
}

/** What a node pays for a loan of this size that is lost whole; nothing to tell where it is refused. */
function paidFor(node: Formula, loan: Fen, on: LocalDate): Fen | undefined {
  const paid = compute(node, lostWhole(node, loan, on), on);
  return paid.ok ? paid.value.amount : undefined;
}

const FEN = fen(1);

function cliffAt(node: Formula, mark: Fen, next: Fen | undefined, on: LocalDate): LintFinding | undefined {
  const above = plus(mark, FEN);
  const [before, after] = [paidFor(node, mark, on), paidFor(node, above, on)];
  // a loan beyond the last band is refused, which is a limit and no cliff
  if (before === undefined || after === undefined || after >= before) return undefined;
  const again = next && leastWhere(above, next, (loan) => (paidFor(node, fen(loan), on) ?? ZERO) >= before);
  const lost = minus(before, after);
  const figures = {
    loan: yuan(mark),
    paid: yuan(before),
    loanAbove: yuan(above),
    paidAbove: yuan(after),
    lost: yuan(lost),
    ...(again === undefined ? {} : { regainedAt: yuan(fen(again)) }),
  };
  const back = again === undefined ? "" : `，贷到 ${yuan(fen(again))} 元才又补这么多`;
  return finding(
    "cliff",
    node.cites,
    figures,
    `贷款 ${yuan(mark)} 元全部损失时补 ${yuan(before)} 元，多贷一分只补 ${yuan(after)} 元，少 ${yuan(lost)} 元${back}。`,
  );
}

/** Every mark of every band, on every day on which the bands change. */
export function cliffs(scheme: Pick<Scheme, "validity" | "compensation">): readonly LintFinding[] {
  const found = momentsOf(scheme, scheme.compensation).flatMap((on) =>
    nodesOf(scheme.compensation).flatMap((node) =>
      bandsOf(node).flatMap((parameter) => {
        const bands = valueOn(parameter, on);
        if (!bands.ok) return [];
        const marks = bands.value.flatMap(({ upTo }) => (upTo === undefined ? [] : [fen(upTo)]));
        return marks.flatMap((mark, at) => cliffAt(node, mark, marks[at + 1], on) ?? []);
      }),
    ),
  );
  return once(found);
}
