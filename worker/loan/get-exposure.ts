/** What the fund would have to pay if everything failed, with this case beside it: told before a vote and before a push, never a bar. */
import { api } from "../../shared/contract/api";
import { fundsOf } from "../../shared/fund/balances";
import { reasonOf } from "../../shared/fund/chart";
import { yuan, ZERO } from "../../shared/money";
import { accept } from "../../shared/outcome";
import { exposureAhead } from "../../shared/process/exposure-ahead";
import { caseNow, caseQueries } from "../case/case-verb";
import { booksOf, booksQueries } from "../fund/books";
import { type LoadCtx, verb } from "../verb";

export const getExposure = verb(api.getExposure, {
  load: (ctx) => ({ ...caseQueries(ctx as unknown as LoadCtx, ctx.params.caseId), ...booksQueries(ctx.db, ctx.schemeId) }),
  decide: (ctx, found) => {
    const now = caseNow(ctx, found);
    if (!now.ok) return now;
    const { scheme, state, act, breaker } = now.value;
    const { view } = booksOf(found);
    const { chart, exposure } = scheme.fund;
    const account = reasonOf(chart, "commit")?.debits[0];
    const committed = account ? view.balance(account) : ZERO;
    const { available } = fundsOf(chart, view);
    const ahead = exposureAhead(scheme, state, { committed, available }, act.on);
    if (!ahead.ok) return ahead;
    return accept({
      reply: {
        available: yuan(available),
        committed: yuan(committed),
        cases: ahead.value.map(({ choice, says, ratio, adds, exposure: { worst, over } }) => ({
          choice,
          says,
          ratio,
          adds: yuan(adds),
          worst: yuan(worst),
          over: yuan(over),
        })),
        paused: breaker.state === "PAUSED",
        article: exposure.article,
      },
    });
  },
});
