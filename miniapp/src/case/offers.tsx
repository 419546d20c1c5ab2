/** Offers side by side: amount, rate, term, the lowest rate first. */
import { Text, View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { modeText } from "../asked-word";
import { acting } from "../session";
import { Card, Section } from "../ui/card";
import { percentText, wanText } from "../ui/money-text";

type Offer = NonNullable<CaseView["leads"][number]["offer"]> & { id: string; name: string; taken: boolean };

/** Rates are `0.` and four to six digits: padded, they compare as text. */
const byRate = (a: Offer, b: Offer) => (a.rate.padEnd(9, "0") < b.rate.padEnd(9, "0") ? -1 : 1);

const LINES: readonly { label: string; of: (offer: Offer) => string }[] = [
  { label: "金额", of: (offer) => wanText(offer.amount) },
  { label: "年利率", of: (offer) => percentText(offer.rate) },
  { label: "期限", of: (offer) => `${offer.termMonths} 个月` },
  { label: "方式", of: (offer) => modeText(offer.mode) },
  { label: "说明", of: (offer) => offer.remark },
];

/** For the firm, and for whoever sees more than one. */
export function Offers({ view }: { view: CaseView }) {
  const firm = acting()?.orgId === view.enterprise.orgId;
  const offers = view.leads
    .flatMap((lead): Offer[] =>
      lead.offer && (lead.status === "offered" || lead.status === "funded")
        ? [{ ...lead.offer, id: lead.id, name: lead.org.name, taken: lead.status === "funded" }]
        : [],
    )
    .sort(byRate);
  if (!offers.length || (!firm && offers.length < 2)) return null;
  const lines = LINES.filter(({ of }) => offers.some((offer) => of(offer)));
  return (
    <Section title={offers.length > 1 ? "报价对比" : "机构报价"} aside={offers.length > 1 ? "按年利率从低到高" : undefined}>
      <Card id="offers">
        <View className="tbl">
          <View className="tbl-row strong">
            <Text>机构</Text>
            {offers.map((offer) => (
              <Text key={offer.id}>{offer.taken ? `${offer.name}（已放款）` : offer.name}</Text>
            ))}
          </View>
          {lines.map(({ label, of }) => (
            <View className="tbl-row num" key={label}>
              <Text className="muted">{label}</Text>
              {offers.map((offer) => (
                <Text key={offer.id}>{of(offer) || "无"}</Text>
              ))}
            </View>
          ))}
        </View>
        {view.loan || !firm ? null : <View className="small muted mt">选定后直接与机构签订合同；机构放款并登记后，本次申请办结。</View>}
      </Card>
    </Section>
  );
}
