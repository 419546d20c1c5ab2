/** 贷后跟踪: the firms that this unit recommended and that have a loan, and how many of them the fund has had to pay for. */

import { View } from "@tarojs/components";
import { valueOn } from "../../../../shared/rule/parameter";
import { today } from "../../case/due";
import { LoanList, type LoansTold, useLoans } from "../../case/file/loan-list";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting, type Membership } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Columns, Section } from "../../ui/card";
import { Counts } from "../../ui/charts";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty } from "../../ui/states";

/** Only told: what a scored unit's paid firms mean is the document's. */
function PaidFor({ role, told }: { role: Membership; told: LoansTold }) {
  const { departments } = schemeOf(role.schemeId).sanctions;
  const most = departments && valueOn(departments.paidFirms, today());
  const { paidFirms, counts } = told;
  if (!paidFirms) return null;
  const ever = (counts.recovery ?? 0) + (counts.recovered ?? 0) + (counts.written_off ?? 0);
  return (
    <Section title={`出现${payTerm()}的企业`}>
      <Counts
        items={[
          { label: `${paidFirms.year}年`, value: String(paidFirms.count), unit: "家" },
          { label: "历年贷款", value: String(ever), unit: "笔" },
        ]}
      />
      {departments && most?.ok ? (
        <View className="mt">
          <Banner tone={paidFirms.flagged ? "warn" : "info"}>
            <Cited article={departments.cites.article}>
              {departments.scored.includes(role.orgKind)
                ? `一年内有 ${most.value} 家企业出现${payTerm()}的，会在考核中提示。`
                : "本单位推荐的只作参考，不计入考核。"}
            </Cited>
          </Banner>
        </View>
      ) : null}
    </Section>
  );
}

function FollowUps({ role, actingAs }: { role: Membership; actingAs: string | null }) {
  const { load } = useLoans(actingAs, "all", "all", "");
  return (
    <Page title="贷后跟踪" lead="放款以后定期走访，发现异常随即报送" wide onRefresh={load.refresh}>
      <Columns
        main={
          <LoanList
            actingAs={actingAs}
            onOpen={(loan) => go("/recommender/follow-up/index", { id: loan.caseId })}
            none={<Empty title="还没有放款的企业">本单位推荐的企业获得贷款后，会出现在这里。</Empty>}
          />
        }
        side={load.data ? <PaidFor role={role} told={load.data.extra} /> : null}
      />
    </Page>
  );
}

export default function FollowUpsPage() {
  const now = useGuard();
  const role = acting(now);
  return now && role ? <FollowUps role={role} actingAs={now.actingAs} /> : null;
}
