/** 失信和处理: firms on the list, measures against institutions with their ladder, the record of recommending units. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { Button } from "../../ui/button";
import { Section } from "../../ui/card";
import { TabsBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { Departments } from "./departments";
import { Institutions } from "./institutions";
import { ListingCard } from "./listing";

type Sanctions = Answer<"listSanctions">;
type Tab = "listings" | "institutions" | "departments";

const Listings = ({ listings, office, onMoved }: { listings: Sanctions["listings"]; office: boolean; onMoved: () => unknown }) => (
  <View id="listings">
    <Section
      title="失信名单"
      aside={
        office ? (
          <Button id="add-listing" kind="secondary" inline onTap={() => go("/fund/listing/index")}>
            登记失信企业
          </Button>
        ) : undefined
      }
    >
      {listings.length ? (
        listings.map((listing) => <ListingCard key={listing.id} listing={listing} office={office} onMoved={onMoved} />)
      ) : (
        <Empty title="名单上没有企业">恶意骗贷、逃废债的企业列入信用平台后，在这里登记；列入后在限制期内不能申请。</Empty>
      )}
    </Section>
  </View>
);

export default function SanctionsPage() {
  const now = useGuard();
  const role = acting(now);
  const [tab, setTab] = useState<Tab>("listings");
  const load = useLoad(
    () =>
      now
        ? Promise.all([call("listSanctions"), call("listOrganisations", { query: {} })]).then(([sanctions, { organisations }]) => ({
            ...sanctions,
            organisations,
          }))
        : null,
    [now?.actingAs],
  );
  if (!now || !role) return null;
  const office = role.orgKind === "office";
  const marked = load.data?.departments.filter((each) => each.flag).length;
  const active = load.data?.measures.filter((each) => each.active).length;
  return (
    <Page title="失信和处理" wide onRefresh={load.refresh}>
      <View>
        <TabsBar<Tab>
          label="类别"
          value={tab}
          options={[
            { value: "listings", label: "失信名单", ...(load.data ? { count: load.data.listings.filter((each) => !each.lifted).length } : {}) },
            { value: "institutions", label: "机构", ...(active ? { count: active } : {}) },
            { value: "departments", label: "推荐单位", ...(marked ? { count: marked } : {}) },
          ]}
          onChange={setTab}
        />
        <Loaded load={load}>
          {(data) =>
            tab === "listings" ? (
              <Listings listings={data.listings} office={office} onMoved={load.refresh} />
            ) : tab === "institutions" ? (
              <Institutions
                schemeId={role.schemeId}
                measures={data.measures}
                organisations={data.organisations}
                office={office}
                onMoved={load.refresh}
              />
            ) : (
              <Departments schemeId={role.schemeId} departments={data.departments} office={office} onMoved={load.refresh} />
            )
          }
        </Loaded>
      </View>
    </Page>
  );
}
