/** What differs from the offer, said side by side. */
import { parseYuan } from "../../../../shared/money";
import { modeText } from "../../asked-word";
import { Card, Row, Section } from "../../ui/card";
import { percentText, yuanText } from "../../ui/money-text";
import { typedRate } from "../lead/offer-form";
import type { Offer, Typed } from "./typed";

export function Differences({ offer, form }: { offer: Offer; form: Typed }) {
  const typed = parseYuan(form.principal);
  const offered = parseYuan(offer.amount);
  const lines = [
    typed.ok && offered.ok && typed.value !== offered.value && ["本金", `${yuanText(offer.amount)} 元`, `${yuanText(typed.value)} 元`],
    form.ratePercent.trim() !== typedRate(offer.rate) && ["年利率", percentText(offer.rate), `${form.ratePercent}%`],
    form.termMonths.trim() !== String(offer.termMonths) && ["期限", `${offer.termMonths} 个月`, `${form.termMonths} 个月`],
    form.mode !== offer.mode && ["合作方式", modeText(offer.mode), modeText(form.mode)],
  ].filter(Boolean) as [string, string, string][];
  return (
    <Section title="与报价的差别">
      <Card id="differences">
        {lines.length
          ? lines.map(([label, was, is]) => (
              <Row key={label} label={label} num>
                {`报价 ${was}，实际 ${is}`}
              </Row>
            ))
          : "与报价一致。"}
      </Card>
    </Section>
  );
}
