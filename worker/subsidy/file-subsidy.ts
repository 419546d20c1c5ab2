/** The insured firm asks for the subsidy on a receipt: by the policy that its insurer registered, with its papers, once a receipt. */
import { api } from "../../shared/contract/api";
import { decideSubsidy, receiptOf } from "../../shared/fund/subsidy";
import { parseYuan } from "../../shared/money";
import { refuse } from "../../shared/outcome";
import { papersQuery } from "../case/store";
import { newId } from "../clock";
import { type FileRows, fileNow, fileQueries, writeFile } from "../loan/file-verb";
import { type Ctx, type LoadCtx, verb } from "../verb";
import { policyQuery } from "./policy-store";
import { insertSubsidy, type SubsidyRow } from "./store";
import { policyIn, requestOf, subsidyNotices, subsidyRules } from "./subsidy-verb";
import { subsidyView } from "./view";

export const fileSubsidy = verb(api.fileSubsidy, {
  load: (ctx) => ({
    ...fileQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
    policy: policyQuery(ctx.db, ctx.schemeId, ctx.body.policyNo),
    papers: papersQuery(ctx.db, ctx.params.caseId),
  }),
  decide: async (ctx, found) => {
    const { db, schemeId, body, actor } = ctx;
    const now = fileNow(ctx, found as unknown as FileRows);
    if (!now.ok) return now;
    const { file, act, subsidies, desks, scheme } = now.value;
    if (file.enterprise_org !== actor.orgId) return refuse("not_found");
    const rules = subsidyRules(now.value);
    if (!rules.ok) return rules;
    const premium = parseYuan(body.premium, "premium");
    if (!premium.ok) return premium;
    const [policy] = found.policy;
    const papers = found.papers.map(({ kind }) => kind);
    const row: SubsidyRow = {
      id: newId(),
      case_id: file.id,
      firm_org: actor.orgId,
      insurer_org: policy?.insurer_org ?? "",
      policy_no: body.policyNo,
      receipt_no: body.receiptNo,
      premium: premium.value,
      status: "filed",
      reason: null,
      paid: 0,
      refunded: 0,
      returned: 0,
      filed_on: act.on,
      moved_at: ctx.now,
      instruction_status: null,
    };
    const asked = subsidies
      .filter(({ status }) => status !== "returned")
      .map((one) => receiptOf({ policyNo: one.policy_no, receiptNo: one.receipt_no }));
    const decided = decideSubsidy(rules.value, requestOf(now.value, row, papers), policyIn(policy), asked, act.on);
    if (!decided.ok) return decided;
    const view = subsidyView(scheme, actor, { ...row, case_no: file.no, enterprise: file.enterprise_name }, act.on);
    const told = desks
      .filter(({ kind }) => scheme.fund.payment.instructedBy.includes(kind))
      .map(({ id: toOrg }) => ({ toOrg, code: "subsidy_filed" }));
    const filed = { schemeId, caseId: file.id, firmOrg: actor.orgId, policyNo: body.policyNo, receiptNo: body.receiptNo, premium: premium.value };
    const written = await writeFile(
      ctx as unknown as Ctx,
      now.value,
      {
        events: [],
        subsidies: [...subsidies, row],
        statements: [
          insertSubsidy(db, { id: row.id, ...filed, insurerOrg: row.insurer_org, on: act.on, filedBy: actor.personId, now: ctx.now }),
          ...subsidyNotices(db, now.value, view, told, ctx.now),
        ],
      },
      () => view,
    );
    return written.ok ? { ok: true, value: { ...written.value, status: 201 } } : written;
  },
});
