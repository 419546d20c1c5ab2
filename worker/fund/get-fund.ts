/** The fund at a glance: what it has, what is reserved, how far it is from its pause, what every live loan could still cost, and what waits. */
import { stateCouncil } from "../../shared/calendar/working-day";
import { api } from "../../shared/contract/api";
import type { FundView } from "../../shared/contract/fund";
import { countsOf, freeFunds, fundsOf } from "../../shared/fund/balances";
import { booksOpen } from "../../shared/fund/begun";
import { measuresOf } from "../../shared/fund/breaker";
import { reasonOf } from "../../shared/fund/chart";
import { exposureOf } from "../../shared/fund/exposure";
import { outlookOf } from "../../shared/fund/outlook";
import { ownFlags } from "../../shared/fund/own-flags";
import { type LedgerDay, monthsUpTo } from "../../shared/fund/report";
import { addMonths, type LocalDate } from "../../shared/local-date";
import { fen, plus, yuan, ZERO } from "../../shared/money";
import type { Figures, Outcome, Refusal } from "../../shared/outcome";
import { accept } from "../../shared/outcome";
import { reportFlags } from "../../shared/process/report-duty";
import { valueOn } from "../../shared/rule/parameter";
import type { Scheme } from "../../shared/schemes/scheme";
import { shownRefusal } from "../case/view-parts";
import type { Rows } from "../database";
import { type LoadCtx, verb } from "../verb";
import { type Books, booksOf, booksQueries } from "./books";
import { spentOf, spentQuery } from "./ceilings";
import { apartQuery, type ChangeRow, changesQuery, dayOf, daysQuery, waitingQuery } from "./ledger-store";
import { matterOf } from "./major-matters";
import { keptIn, type Moved, movedOf, placementsOf, sumsQuery } from "./movement-store";
import { ownMoneyOf, ownQueries } from "./own-money";
import { type CheckRow, lastCheckQuery, mattersQuery, reportsQuery } from "./report-store";
import { roundOf } from "./step-store";
import { openedOnQuery } from "./store";

const MONTHS = 12;

const queries = ({ db, schemeId, document, today }: Pick<LoadCtx, "db" | "schemeId" | "document" | "today">) => ({
  ...booksQueries(db, schemeId),
  // twelve whole months, which hold the days that a pace is looked back over
  days: daysQuery(db, schemeId, `${addMonths(today, 1 - MONTHS).slice(0, 7)}-01`),
  changes: changesQuery(db, schemeId),
  waiting: waitingQuery(db, schemeId),
  opened: openedOnQuery(db, schemeId),
  reports: reportsQuery(db, schemeId),
  matters: mattersQuery(db, schemeId),
  check: lastCheckQuery(db, schemeId),
  spent: spentQuery(db, schemeId),
  apart: apartQuery(db, schemeId),
  ...ownQueries(db, document, today),
  sums: sumsQuery(db, schemeId),
});
type Found = Rows<ReturnType<typeof queries>>;

function breakerView(
  scheme: Scheme,
  books: Books,
  days: readonly LedgerDay[],
  changes: readonly ChangeRow[],
  today: LocalDate,
): Outcome<FundView["breaker"]> {
  const { breaker, chart } = scheme.fund;
  if (!breaker) return accept(null);
  const outlook = outlookOf(breaker, books.state, measuresOf(chart, books.view), { chart, days }, today);
  if (!outlook.ok) return outlook;
  const { pauseAt, restartAt, basis, forecast, overDays } = outlook.value;
  return accept({
    state: books.state.state,
    epoch: books.state.epoch,
    pauseAt: yuan(pauseAt),
    restartAt: breaker.restart.at ? yuan(restartAt) : null,
    basis,
    left: yuan(forecast.left),
    forecast: forecast.days === undefined || forecast.on === undefined ? null : { days: forecast.days, on: forecast.on, overDays },
    pauseArticle: breaker.pause.cites.article,
    restartArticle: breaker.restart.cites.article,
    changes: changes.map(({ to_state, on_day, epoch, figures, article }) => ({
      to: to_state,
      on: on_day,
      epoch,
      figures: JSON.parse(figures) as Figures,
      article,
    })),
  });
}

function exposureView({ fund: { chart, exposure: cites } }: Scheme, books: Books): FundView["exposure"] {
  const account = reasonOf(chart, "commit")?.debits[0];
  const committed = account ? books.view.balance(account) : ZERO;
  const { worst, available, over, warning } = exposureOf(committed, fundsOf(chart, books.view).available, cites);
  return {
    committed: yuan(committed),
    worst: yuan(worst),
    available: yuan(available),
    over: yuan(over),
    article: cites.article,
    ...(warning ? { warning: shownRefusal(warning) } : {}),
  };
}

/** The document's ceilings on the day, with what was paid and set aside against each. */
function limitsView({ fund: { limits = [] } }: Scheme, found: Found, today: LocalDate): FundView["limits"] {
  const used = spentOf(found.spent, today);
  return limits.flatMap(({ id, says, per, at, cites }) => {
    const limit = valueOn(at, today);
    return limit.ok ? [{ id, says, per, at: yuan(fen(limit.value)), used: yuan(used[per]), article: cites.article }] : [];
  });
}

/** What was paid in for good, or at least what there is. */
function capitalOf({ fund: { chart } }: Scheme, { view }: Books) {
  const capital = plus(...chart.accounts.filter(({ holds }) => holds === "capital").map(({ id }) => view.balance(id)));
  return capital > ZERO ? capital : fundsOf(chart, view).available;
}

function replenishmentView({ fund: { replenishment } }: Scheme, { steps: found }: Found): FundView["replenishment"] {
  if (!replenishment) return null;
  const { now } = roundOf(replenishment, found);
  return {
    amount: now.amount === undefined ? null : yuan(now.amount),
    article: replenishment.cites.article,
    steps: replenishment.steps.map(({ id, says, by }) => {
      const done = now.done.find(({ step }) => step === id);
      return { id, says, by: [...by], on: done?.on ?? null, documentNo: done?.documentNo ?? null };
    }),
  };
}

/** Year by year, for the costs that a year's income bears. */
const keepingOf = (sums: Found["sums"], moved: readonly Moved[]): FundView["keeping"] =>
  [...new Set(sums.map(({ year }) => Number(year)))].sort().map((year) => {
    const { income, carried, other } = keptIn(sums, moved, year);
    return { year, income: yuan(income), charged: yuan(plus(carried, other)), carried: yuan(carried) };
  });

const placementView = ({ id, movement }: Moved): FundView["placements"][number] => ({
  id,
  product: movement.product ?? "",
  amount: yuan(movement.amount),
  on: movement.on,
  maturesOn: movement.maturesOn ?? null,
  documentNo: movement.documentNo,
});

const checkView = (row: CheckRow | undefined): FundView["check"] =>
  row ? { at: row.at, events: row.events, ok: row.ok === 1, findings: JSON.parse(row.findings) as { what: string; detail: string }[] } : null;

/** Of the fund's own money; what the document's numbers cannot say on the day is not told. */
const ownOf = (scheme: Scheme, found: Found, today: LocalDate): readonly Refusal[] => {
  const own = ownFlags(scheme.fund, ownMoneyOf(found, today), today, stateCouncil());
  return own.ok ? own.value.map(({ flag }) => flag) : [];
};

const flagsOf = (scheme: Scheme, found: Found, openedOn: LocalDate | undefined, today: LocalDate): FundView["flags"] =>
  openedOn === undefined
    ? []
    : [
        ...reportFlags(
          scheme.reports,
          {
            since: openedOn,
            halves: found.reports.map(({ half }) => half),
            major: found.matters.map(matterOf),
          },
          today,
          stateCouncil(),
        ),
        ...ownOf(scheme, found, today),
      ].map(shownRefusal);

export const getFund = verb(api.getFund, {
  load: queries,
  decide: ({ scheme, today }, found) => {
    const { chart, size } = scheme.fund;
    const books = booksOf(found);
    const days = found.days.map(dayOf);
    const whole = valueOn(size, today);
    if (!whole.ok) return whole;
    const sized = whole.value > 0;
    const breaker = breakerView(scheme, books, days, found.changes, today);
    if (!breaker.ok) return breaker;
    const funds = fundsOf(chart, books.view);
    const free = freeFunds(chart, books.view);
    const counts = countsOf(books.view);
    const moved = found.movements.map(movedOf);
    const promisedBy = (of: string) => {
      const promised = moved.findLast(({ movement }) => movement.of === of && movement.promised !== undefined)?.movement.promised;
      return promised === undefined ? null : yuan(promised);
    };
    const openedOn = booksOpen(scheme.fund, books.view) ? (found.opened[0]?.on_day as LocalDate | undefined) : undefined;
    return accept({
      reply: {
        openedOn: openedOn ?? null,
        size: yuan(sized ? fen(whole.value) : capitalOf(scheme, books)),
        sized,
        accounts: chart.accounts.map(({ id, says, cites, holds }) => ({
          id,
          says,
          balance: yuan(books.view.balance(id)),
          held: yuan(books.view.held(id)),
          holds: holds ?? null,
          article: cites.article,
        })),
        cash: yuan(funds.cash),
        quota: yuan(funds.quota),
        available: yuan(funds.available),
        free: { cash: yuan(free.cash), quota: yuan(free.quota) },
        counts: {
          paid: yuan(counts.paid),
          subsidised: yuan(counts.subsidised),
          returned: yuan(counts.returned),
          writtenOff: yuan(counts.written_off),
        },
        breaker: breaker.value,
        exposure: exposureView(scheme, books),
        months: monthsUpTo(chart, days, funds.available, today, MONTHS).map(({ month, available, paid, returned }) => ({
          month,
          available: yuan(available),
          paid: yuan(paid),
          returned: yuan(returned),
        })),
        apart: found.apart.map(({ account, of_id, name, balance }) => ({
          account,
          of: of_id,
          name,
          balance: yuan(fen(balance)),
          promised: promisedBy(of_id),
        })),
        placements: placementsOf(moved).map(placementView),
        keeping: scheme.fund.keepingFee ? keepingOf(found.sums, moved) : [],
        replenishment: replenishmentView(scheme, found),
        limits: limitsView(scheme, found, today),
        waiting: found.waiting[0]?.waiting ?? 0,
        flags: flagsOf(scheme, found, openedOn, today),
        check: checkView(found.check[0]),
      },
    });
  },
});
