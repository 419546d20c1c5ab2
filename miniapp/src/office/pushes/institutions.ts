/** Institutions as the push rule sees them today: their agreement in force and the terms that make one go before another. */

import type { LocalDate } from "../../../../shared/local-date";
import { type PushStep, stepOf } from "../../../../shared/process/procedure";
import { type Institution, passedOver, ranked } from "../../../../shared/process/push";
import type { Answer } from "../../api";
import { kindName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { payTerm } from "../../term";
import { percentText } from "../../ui/money-text";
import { dayText } from "../../words/time";

type Org = Answer<"listOrganisations">["organisations"][number];
type Agreement = Answer<"listAgreements">["agreements"][number];

export interface Choosable extends Institution {
  readonly agreement: Agreement | undefined;
}

export const pushStepOf = (schemeId: string): PushStep | undefined => stepOf(schemeOf(schemeId).admission, "push");

/** Best terms first; those that cannot be chosen come last. */
export function choosable(step: PushStep | undefined, orgs: readonly Org[], agreements: readonly Agreement[], on: LocalDate): readonly Choosable[] {
  const all = orgs
    .filter((org) => step?.to.includes(org.kind))
    .map((org): Choosable => {
      const agreement = agreements.find((one) => one.orgId === org.orgId && one.validFrom <= on && on <= one.validUntil);
      return {
        org: { id: org.orgId, kind: org.kind, name: org.name },
        leadId: "",
        agreementInForce: agreement !== undefined,
        suspended: org.status !== "active",
        lowThreshold: agreement?.lowThreshold ?? false,
        productInnovation: agreement?.productInnovation ?? false,
        ...(agreement?.minRate ? { lowestRate: agreement.minRate } : {}),
        agreement,
      };
    });
  const usable = (one: Choosable) => one.agreementInForce && !one.suspended;
  return [...ranked(all.filter(usable)), ...all.filter((one) => !usable(one))];
}

/** Better ones that are left out, where the document prefers any. */
export const leftOut = (step: PushStep | undefined, all: readonly Choosable[], chosen: readonly string[]) =>
  step?.preference ? passedOver(all, chosen) : [];

/** `银行 · 门槛较低 · 最低年利率 3.45% · 协议至 2028年8月21日`. */
export function termsWords(one: Choosable): string {
  const { agreement } = one;
  if (one.suspended) return `${kindName(one.org.kind)} · 已暂停合作，不能推送`;
  if (!agreement) return `${kindName(one.org.kind)} · 没有有效的合作协议，不能推送`;
  return [
    kindName(one.org.kind),
    one.lowThreshold ? "门槛较低" : "",
    one.productInnovation ? "有专门产品" : "",
    one.lowestRate ? `最低年利率 ${percentText(one.lowestRate)}` : "",
    agreement.maxRatio ? `约定${payTerm()}不超过 ${percentText(agreement.maxRatio)}` : "",
    `协议至 ${dayText(agreement.validUntil)}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
