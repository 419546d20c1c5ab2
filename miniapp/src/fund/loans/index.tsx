/** 已放款: every loan of the district by stage and grade; one opens its case. */

import { LoanList } from "../../case/file/loan-list";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { payTerm } from "../../term";
import { Page } from "../../ui/page";
import { Empty } from "../../ui/states";

export default function Loans() {
  const now = useGuard();
  if (!now) return null;
  return (
    <Page title="已放款" lead="本地区通过本机制发放的贷款。" wide>
      <LoanList
        actingAs={now.actingAs}
        onOpen={(loan) => openCase(loan.caseId)}
        none={<Empty title="还没有放款的案件">机构登记放款后，还款、不良和{payTerm()}的情况都列在这里。</Empty>}
      />
    </Page>
  );
}
