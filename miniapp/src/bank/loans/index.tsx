/** 贷款台账: every loan of this institution from disbursement to its end, and the way to enter many repayments at once. */

import { LoanList } from "../../case/file/loan-list";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Page } from "../../ui/page";
import { Empty } from "../../ui/states";

export default function Loans() {
  const now = useGuard();
  const role = acting(now);
  if (!now || !role) return null;
  return (
    <Page title="贷款台账" lead={role.orgName} wide>
      <Button id="to-import" kind="secondary" inline onTap={() => go("/bank/import/index")}>
        用表格批量登记还款
      </Button>
      <LoanList
        actingAs={now.actingAs}
        onOpen={(loan) => go("/bank/file/index", { id: loan.caseId })}
        none={<Empty title="还没有放款">在“融资线索”里登记放款后，贷款会出现在这里：登记还款、分类、申请{payTerm()}和追偿都从这里办。</Empty>}
      />
    </Page>
  );
}
