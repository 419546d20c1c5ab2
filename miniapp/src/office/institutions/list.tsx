/** Partner institutions first, then the other units of the district. */

import { useState } from "react";
import { today } from "../../case/due";
import { go } from "../../go";
import { kindName } from "../../party-name";
import { Button } from "../../ui/button";
import { Card, ListRow, Section } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { type Agreement, currentOf, loadInstitutions, type Org, PARTNERS, standingOf } from "./agreements";
import { RegisterInstitution } from "./register";

const PartnerRow = ({ org, agreements }: { org: Org; agreements: readonly Agreement[] }) => {
  const current = currentOf(agreements, org.orgId, today());
  const standing = org.status === "suspended" ? { status: "已暂停合作", tone: "warn" as const } : standingOf(current, today());
  return (
    <ListRow
      id={`institution-${org.orgId}`}
      title={org.name}
      {...standing}
      meta={[kindName(org.kind), current && `至 ${dayText(current.validUntil)}`]}
      onTap={() => go("/office/institutions/index", { id: org.orgId })}
    />
  );
};

export function InstitutionList({ actingAs }: { actingAs: string | null }) {
  const [adding, setAdding] = useState(false);
  const load = useLoad(loadInstitutions, [actingAs]);
  return (
    <Page
      title="合作机构"
      lead="有有效协议的机构才能接收推送。"
      wide
      onRefresh={load.refresh}
      bar={
        <Button id="add-institution" onTap={() => setAdding(true)}>
          登记机构或单位
        </Button>
      }
    >
      <Loaded load={load}>
        {({ organisations, agreements }) => {
          const partners = organisations.filter((org) => PARTNERS.includes(org.kind));
          const others = organisations.filter((org) => !PARTNERS.includes(org.kind));
          return (
            <>
              <Section title="合作机构" aside={`${partners.length} 家`}>
                {partners.length ? (
                  <Card flush id="institutions">
                    {partners.map((org) => (
                      <PartnerRow key={org.orgId} org={org} agreements={agreements} />
                    ))}
                  </Card>
                ) : (
                  <Empty title="还没有合作机构">先登记机构，再登记与它签订的合作协议。</Empty>
                )}
              </Section>
              <Section title="本区单位" aside={`${others.length} 家`}>
                <Card flush>
                  {others.map((org) => (
                    <ListRow key={org.orgId} title={org.name} meta={[kindName(org.kind)]} />
                  ))}
                </Card>
              </Section>
            </>
          );
        }}
      </Loaded>
      {adding ? <RegisterInstitution onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
