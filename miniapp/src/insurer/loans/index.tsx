/** 承保贷款: the loans that this insurer stands beside; policies, refunds and notes are entered at each. */
import { LoanList } from "../../case/file/loan-list";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { Page } from "../../ui/page";
import { Empty } from "../../ui/states";

export default function InsuredLoans() {
  const now = useGuard();
  const role = acting(now);
  if (!now || !role) return null;
  return (
    <Page title="承保贷款" lead={role.orgName} wide>
      <LoanList
        actingAs={now.actingAs}
        onOpen={(loan) => go("/insurer/policy/index", { id: loan.caseId })}
        none={<Empty title="还没有承保的贷款">放贷机构登记放款时选了贵公司承保的，会出现在这里：登记保单、退费和走访。</Empty>}
      />
    </Page>
  );
}
