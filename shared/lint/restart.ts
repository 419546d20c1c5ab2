/** Restarts that pause again at once: the money that brings a fund back to life does not move the figure by which it pauses. */
import { type BreakerRules, type Measures, type PauseBasis, RUNNING, stepBreaker } from "../fund/breaker";
import type { FundRules } from "../fund/fund";
import type { LocalDate } from "../local-date";
import { type Fen, fen, lesser, minus, plus, yuan, ZERO } from "../money";
import { type Parameter, valueOn } from "../rule/parameter";
import { amended } from "../schemes/reading";
import type { Scheme } from "../schemes/scheme";
import { finding, type LintFinding, once } from "./finding";
import { leastWhere } from "./least-where";
import { momentsOf } from "./moments";

/** The values that the engine knows, in the words of its own screens. */
const BASES: Readonly<Record<PauseBasis, string>> = {
  gross_then_balance: "首次按代偿总额，重启后看余额",
  net: "按扣除返还的净额算",
  gross: "一直按代偿总额算",
};
const MEASURES = { "account+quota": "看专户余额加未拨额度", account: "只看专户余额" } as const;
const SHARES = { capital: "以注入的资金为基数", balance: "以资金余额为基数" } as const;

interface Read {
  readonly parameter: Parameter<unknown>;
  readonly value: string;
  readonly says: string;
  readonly chosen: boolean;
}

/** Each parameter that decides on pause or restart, at each value that the engine knows; the first is the reading as it stands. */
export function readingsOf({ pause, restart }: BreakerRules, on: LocalDate): readonly Read[] {
  const each = (parameter: Parameter<string> | undefined, words: Readonly<Record<string, string>>): readonly Read[] => {
    if (!parameter) return [];
    const now = valueOn(parameter, on);
    const known = parameter.options ?? Object.keys(words);
    return known.map((value) => ({ parameter, value, says: words[value] ?? value, chosen: now.ok && now.value === value }));
  };
  return [...each(pause.basis, BASES), ...each(restart.measure, MEASURES), ...each(pause.share?.of, SHARES)];
}

/** Any fund pauses and restarts by shares alike; where a document names no size, this one stands for it. */
const SAMPLE = fen(10_000_000_00);

/** How the money may come back: from debtors, or as a new sum paid in. */
const WAYS = { recovery: "追偿收回", deposit: "另行补充" } as const;
type Way = keyof typeof WAYS;

interface Opened {
  readonly cash: Fen;
  readonly quota: Fen;
  /** Whether the chart keeps what was paid in for good. */
  readonly capital: boolean;
}

function openedOn(fund: FundRules, on: LocalDate): Opened {
  const size = valueOn(fund.size, on);
  const held = (quota: boolean) =>
    plus(
      ...fund.tranches.flatMap(({ initial, reason }) => {
        const part = valueOn(initial, on);
        return part.ok && (reason === "quota_grant") === quota ? [fen(part.value)] : [];
      }),
    );
  const capital = fund.chart.accounts.some(({ holds }) => holds === "capital");
  const named = size.ok && size.value > 0 ? fen(size.value) : SAMPLE;
  return fund.tranches.length === 0 ? { cash: named, quota: ZERO, capital } : { cash: held(false), quota: held(true), capital };
}

/** The fund after so much was paid, cash first, and so much came back. */
function measuresAt({ cash, quota, capital }: Opened, paid: Fen, back: Fen, way: Way): Measures {
  const whole = plus(cash, quota);
  return {
    paid,
    subsidised: ZERO,
    returned: way === "recovery" ? back : ZERO,
    cash: plus(minus(cash, lesser(cash, paid)), back),
    available: plus(minus(whole, paid), back),
    ...(capital ? { capital: plus(whole, way === "deposit" ? back : ZERO) } : {}),
  };
}

interface Again {
  readonly paid: Fen;
  readonly back: Fen;
  readonly available: Fen;
}

/** The least payment that pauses and the least money back that restarts, where that same posting pauses again. */
function pausesAgain(rules: BreakerRules, opened: Opened, way: Way, on: LocalDate): Again | undefined {
  const whole = plus(opened.cash, opened.quota);
  const pausedAt = leastWhere(1, whole, (paid) => {
    const stepped = stepBreaker(rules, RUNNING, measuresAt(opened, fen(paid), ZERO, way), on);
    return stepped.ok && stepped.value.state.state === "PAUSED";
  });
  if (pausedAt === undefined) return undefined;
  const paid = fen(pausedAt);
  const after = (back: number) => stepBreaker(rules, { state: "PAUSED", epoch: 1 }, measuresAt(opened, paid, fen(back), way), on);
  // from debtors no more can come back than was paid
  const back = leastWhere(1, way === "recovery" ? paid : whole, (sum) => {
    const stepped = after(sum);
    return stepped.ok && stepped.value.changes.some(({ to }) => to === "ACTIVE");
  });
  if (back === undefined) return undefined;
  const stepped = after(back);
  if (!stepped.ok || stepped.value.state.state !== "PAUSED") return undefined;
  return { paid, back: fen(back), available: measuresAt(opened, paid, fen(back), way).available };
}

function restartsOn(scheme: Scheme, on: LocalDate): readonly LintFinding[] {
  const { breaker } = scheme.fund;
  if (!breaker) return [];
  const opened = openedOn(scheme.fund, on);
  return readingsOf(breaker, on).flatMap(({ parameter, value, says, chosen }) => {
    const versions = parameter.versions.map((version) => ({ ...version, value }));
    const rules = amended(scheme, { ...parameter, versions }).fund.breaker ?? breaker;
    const found = (Object.keys(WAYS) as Way[]).flatMap((way) => {
      const again = pausesAgain(rules, opened, way, on);
      return again ? [{ way, ...again }] : [];
    });
    const [first] = found;
    if (!first) return [];
    const ways = found.map(({ way }) => WAYS[way]).join("或者");
    const figures = {
      parameter: parameter.key,
      value,
      chosen: chosen ? "yes" : "no",
      ways: found.map(({ way }) => way).join(" "),
      paid: yuan(first.paid),
      back: yuan(first.back),
      available: yuan(first.available),
    };
    const told = `${chosen ? "现在" : "如果"}${says}：代偿累计 ${yuan(first.paid)} 元暂停，${ways} ${yuan(first.back)} 元后重启，同一笔入账又立即暂停。`;
    return [finding("restart", rules.restart.cites, figures, told)];
  });
}

/** For the reading chosen and for each other value that the engine knows, one parameter at a time. */
export const restarts = (scheme: Scheme): readonly LintFinding[] =>
  once(momentsOf(scheme, scheme.fund.breaker).flatMap((on) => restartsOn(scheme, on)));
