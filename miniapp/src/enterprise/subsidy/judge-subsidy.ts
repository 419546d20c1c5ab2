/** The fund's own rule on a subsidy, asked with what this phone knows of the loan. */
import type { CaseView } from "../../../../shared/contract/case";
import { decideSubsidy, receiptOf } from "../../../../shared/fund/subsidy";
import type { LocalDate } from "../../../../shared/local-date";
import { accept } from "../../../../shared/outcome";
import type { Answer } from "../../api";
import { today } from "../../case/due";
import { typedFen } from "../../case/file/file-of";
import { schemeOf } from "../../scheme";

export interface Known {
  view: CaseView;
  policies: Answer<"listPolicies">["policies"];
  subsidies: Answer<"listSubsidies">["subsidies"];
}

/** The rule asked with what this phone knows; papers are looked at apart. */
export function judgeSubsidy({ view, policies, subsidies }: Known, form: { policyNo: string; receiptNo: string; premium: string }) {
  const rules = schemeOf(view.scheme.id).subsidy;
  const { loan, enterprise } = view;
  const policy = policies.find((each) => each.policyNo === form.policyNo);
  if (!rules || !loan || !policy) return accept(null);
  const { from, until, policyNo } = policy;
  return decideSubsidy(
    rules,
    {
      receiptNo: form.receiptNo.trim(),
      policyNo,
      premiumPaid: typedFen(form.premium),
      papers: rules.papers.map((paper) => paper.kind),
      enterpriseId: enterprise.orgId,
      loan: { loanId: loan.id, mode: loan.mode, disbursedOn: loan.disbursedOn as LocalDate },
    },
    { policyNo, loanId: loan.id, insuredId: enterprise.orgId, from: from as LocalDate, until: until as LocalDate },
    subsidies.filter((each) => each.status !== "returned").map(receiptOf),
    today(),
  );
}
