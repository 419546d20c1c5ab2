/** What a movement's form asks: by the reason, and by what the document has for it. */
import type { ReasonId } from "../../../../shared/fund/chart";
import { type Kept, keptBy, movable } from "../../../../shared/fund/movement";
import type { OrgKind } from "../../../../shared/process/party";
import { valueOn } from "../../../../shared/rule/parameter";
import { today } from "../../case/due";
import { schemeOf } from "../../scheme";

/** What somebody of this kind draws up in the district, in the order of its chart. */
export const reasonsFor = (schemeId: string, kind: OrgKind) => movable(schemeOf(schemeId).fund.chart).filter(({ by }) => by.includes(kind));

export interface Asks {
  /** Whose account. */
  readonly of?: Kept;
  readonly products?: readonly string[];
  /** One of the placements that have not come back. */
  readonly placement: boolean;
  /** Whether a cooperation has ended, and what was earned. */
  readonly ending: boolean;
  readonly promise: boolean;
  readonly year: boolean;
  readonly audit: boolean;
}

export function asksOf(schemeId: string, id: ReasonId): Asks {
  const { chart, placement, deposits, contributions, keepingFee } = schemeOf(schemeId).fund;
  const reason = chart.reasons.find((one) => one.id === id);
  const of = reason && keptBy(chart, reason);
  const allowed = id === "placement" && placement ? valueOn(placement.allowed, today()) : undefined;
  return {
    ...(of ? { of } : {}),
    ...(allowed?.ok ? { products: allowed.value } : {}),
    placement: id === "placement_back" && placement !== undefined,
    ending: id === "placement_back" && deposits !== undefined,
    promise: id === "contribution" && contributions !== undefined,
    year: id === "reward" || (id === "management_fee" && keepingFee !== undefined),
    audit: id === "management_fee" && keepingFee !== undefined,
  };
}

export interface Typed {
  reason: ReasonId | "";
  amount: string;
  on: string;
  documentNo: string;
  of: string;
  product: string;
  maturesOn: string;
  placement: string;
  ended: boolean;
  earned: string;
  promised: string;
  hardship: string;
  refill: boolean;
  year: string;
  audit: string;
}

export const EMPTY: Typed = {
  reason: "",
  amount: "",
  on: today(),
  documentNo: "",
  of: "",
  product: "",
  maturesOn: "",
  placement: "",
  ended: false,
  earned: "",
  promised: "",
  hardship: "",
  refill: false,
  year: "",
  audit: "",
};

/** The command: only what the reason asks goes along. */
export function bodyOf(form: Typed, reason: ReasonId, asks: Asks) {
  const { amount, on, documentNo } = form;
  const said = <K extends keyof Typed>(asked: boolean, key: K) => (asked && form[key] ? { [key]: form[key] } : {});
  return {
    kind: "movement" as const,
    reason,
    amount,
    on,
    documentNo,
    ...said(asks.of !== undefined, "of"),
    ...said(asks.products !== undefined, "product"),
    ...said(asks.products !== undefined, "maturesOn"),
    ...said(asks.placement, "placement"),
    ...(asks.ending && form.ended ? { ended: true } : {}),
    ...said(asks.ending && form.ended, "earned"),
    ...(asks.promise && form.refill ? { refill: true } : {}),
    ...said(asks.promise && !form.refill, "promised"),
    ...said(asks.promise && !form.refill, "hardship"),
    ...(asks.year && form.year ? { year: Number(form.year) } : {}),
    ...said(asks.audit, "audit"),
  };
}
