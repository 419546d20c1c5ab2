/** A verb on a premium subsidy by its id: found with the insured loan's file and the fund; its step decided by the rules and written with whom it waits for now. */
import type { Route } from "../../shared/contract/contract";
import type { SubsidyView } from "../../shared/contract/subsidy";
import type { Policy, SubsidyRequest, SubsidyRules } from "../../shared/fund/subsidy";
import type { Subsidy } from "../../shared/fund/subsidy-step";
import { fen, minus } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { papersQuery } from "../case/store";
import type { Query } from "../database";
import { type Decided, type FileNow, type FileRows, fileNow, fileQueries, writeFile } from "../loan/file-verb";
import type { NewNotice } from "../notice/store";
import { insertNotice } from "../notice/store";
import { type Ctx, type LoadCtx, type Verb, verb } from "../verb";
import { type PolicyRow, policyOf, policyQuery } from "./policy-store";
import { caseOfSubsidy, policyOfSubsidy, type RefundRow, refundsQuery, type SubsidyRow, subsidyOf } from "./store";
import { subsidyView } from "./view";

export interface OnSubsidy {
  readonly now: FileNow;
  readonly rules: SubsidyRules;
  readonly row: SubsidyRow;
  readonly subsidy: Subsidy;
  readonly policy: PolicyRow;
  /** What came back before, oldest first. */
  readonly refunds: readonly RefundRow[];
  /** Kinds of papers that the case holds, the application's and later ones. */
  readonly papers: readonly string[];
}

export interface SubsidyStep {
  /** The row after this. */
  readonly after: SubsidyRow;
  readonly ledger?: Decided["ledger"];
  readonly statements: readonly D1PreparedStatement[];
  readonly notices?: readonly Omit<NewNotice, "caseId" | "figures">[];
}

/** The rules of a scheme that has them. */
export const subsidyRules = ({ scheme }: Pick<FileNow, "scheme">): Outcome<SubsidyRules> =>
  scheme.subsidy ? accept(scheme.subsidy) : refuse("mode_invalid", { given: "—" });

/** What is asked for, as the rules read it: by the premium that stays paid. */
export const requestOf = (
  { loanFile }: Pick<FileNow, "loanFile">,
  row: Pick<SubsidyRow, "receipt_no" | "policy_no" | "premium" | "refunded" | "firm_org">,
  papers: readonly string[],
): SubsidyRequest => ({
  receiptNo: row.receipt_no,
  policyNo: row.policy_no,
  premiumPaid: minus(fen(row.premium), fen(row.refunded)),
  papers,
  enterpriseId: row.firm_org,
  loan: loanFile.loan,
});

/** Told to whoever it concerns, with the receipt and what it comes to. */
export const subsidyNotices = (
  db: D1Database,
  now: FileNow,
  view: SubsidyView,
  notices: readonly Omit<NewNotice, "caseId" | "figures">[],
  at: number,
) =>
  notices.map((notice) => {
    const figures = { no: now.file.no, enterprise: now.file.enterprise_name, receiptNo: view.receiptNo, amount: view.subsidy };
    return insertNotice(db, { ...notice, caseId: now.file.id, figures }, at);
  });

type Deciding<R extends Route> = (ctx: Ctx<R>, on: OnSubsidy) => Outcome<SubsidyStep>;

export function subsidyVerb<R extends Route>(route: R, decide: Deciding<R>): Verb<R, Record<string, Query<unknown>>> {
  return verb<R, Record<string, Query<unknown>>>(route, {
    load: (ctx) => {
      const { subsidyId } = ctx.params as { subsidyId: string };
      return {
        ...fileQueries(ctx as unknown as LoadCtx, caseOfSubsidy(ctx.schemeId, subsidyId)),
        policy: policyQuery(ctx.db, ctx.schemeId, policyOfSubsidy(subsidyId)),
        refunds: refundsQuery(ctx.db, subsidyId),
        papers: papersQuery(ctx.db, caseOfSubsidy(ctx.schemeId, subsidyId)),
      };
    },
    decide: async (ctx, found) => {
      const now = fileNow(ctx, found as unknown as FileRows);
      if (!now.ok) return now;
      const row = now.value.subsidies.find(({ id }) => id === (ctx.params as { subsidyId: string }).subsidyId);
      const [policy] = found.policy as PolicyRow[];
      if (!row || !policy) return refuse("not_found");
      const rules = subsidyRules(now.value);
      if (!rules.ok) return rules;
      const papers = (found.papers as { kind: string }[]).map(({ kind }) => kind);
      const refunds = found.refunds as RefundRow[];
      const step = decide(ctx, { now: now.value, rules: rules.value, row, subsidy: subsidyOf(row), policy, refunds, papers });
      if (!step.ok) return step;
      const { after, ledger = [], statements, notices = [] } = step.value;
      const { file, subsidies, act } = now.value;
      const view = subsidyView(now.value.scheme, ctx.actor, { ...after, case_no: file.no, enterprise: file.enterprise_name }, act.on);
      return writeFile(
        ctx as unknown as Ctx,
        now.value,
        {
          events: [],
          ledger,
          subsidies: subsidies.map((one) => (one.id === after.id ? after : one)),
          statements: [...statements, ...subsidyNotices(ctx.db, now.value, view, notices, ctx.now)],
        },
        () => view as never,
      );
    },
  });
}

export const policyIn = (row: PolicyRow | undefined): Policy | undefined => (row ? policyOf(row) : undefined);
