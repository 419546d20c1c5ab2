/** The insurer behind a loan registers the policy that it wrote for it; a subsidy goes by nothing else. */
import { api } from "../../shared/contract/api";
import { registerPolicy as decide } from "../../shared/fund/subsidy-step";
import { parseDate } from "../../shared/local-date";
import { parseYuan } from "../../shared/money";
import { accept, refuse, refuseAll } from "../../shared/outcome";
import { type FileRows, fileNow, fileQueries } from "../loan/file-verb";
import { insertNotice } from "../notice/store";
import { type LoadCtx, verb } from "../verb";
import { insertPolicy, policyQuery } from "./policy-store";
import { subsidyRules } from "./subsidy-verb";

export const registerPolicy = verb(api.registerPolicy, {
  load: (ctx) => ({
    ...fileQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
    same: policyQuery(ctx.db, ctx.schemeId, ctx.body.policyNo),
  }),
  decide: ({ db, schemeId, body, actor, now: at, ...ctx }, found) => {
    const now = fileNow({ ...ctx, actor, schemeId }, found as unknown as FileRows);
    if (!now.ok) return now;
    const { file, loanFile, act } = now.value;
    const rules = subsidyRules(now.value);
    if (!rules.ok) return rules;
    const read = [
      parseYuan(body.premium, "premium"),
      parseYuan(body.insuredAmount, "insuredAmount"),
      parseDate(body.from, "from"),
      parseDate(body.until, "until"),
    ] as const;
    const [premium, insured, from, until] = read;
    if (!premium.ok || !insured.ok || !from.ok || !until.ok) return refuseAll(read.flatMap((one) => (one.ok ? [] : one.refusals)));
    const text = { ...body, premium: premium.value, insuredAmount: insured.value, from: from.value, until: until.value };
    const policy = decide(rules.value, loanFile.loan, file.enterprise_org, text, act);
    if (!policy.ok) return policy;
    if (found.same.length > 0) return refuse("already_exists", { policyNo: body.policyNo }, rules.value.policy, "policyNo");
    const figures = { no: file.no, enterprise: file.enterprise_name, policyNo: body.policyNo };
    const row = { schemeId, caseId: file.id, loanId: loanFile.loan.loanId, insurerOrg: actor.orgId, insuredOrg: file.enterprise_org, text };
    return accept({
      statements: [
        insertPolicy(db, { ...row, recordedBy: actor.personId, now: at }),
        insertNotice(db, { toOrg: file.enterprise_org, caseId: file.id, code: "policy_registered", figures }, at),
      ],
      reply: { policyNo: body.policyNo },
      status: 201,
    });
  },
});
