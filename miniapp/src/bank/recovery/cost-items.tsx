/** Costs of a recovery by the kinds that the document lets come off, each with its voucher; what is left empty is no cost. */
import { View } from "@tarojs/components";
import { Fragment } from "react";
import { type Fen, plus } from "../../../../shared/money";
import type { Cost } from "../../../../shared/process/recovery-share";
import { typedFen } from "../../case/file/file-of";
import { AmountField, type Fault, FaultWords, Field } from "../../ui/field";
import { COST_WORDS } from "../../words/recovery";

/** What was typed for each kind. */
export type TypedCosts = Readonly<Record<string, { readonly amount: string; readonly voucherNo: string }>>;
const EMPTY = { amount: "", voucherNo: "" };

const given = (typed: TypedCosts, kinds: readonly string[]) =>
  kinds.flatMap((kind) => (typed[kind]?.amount.trim() ? [{ kind, ...(typed[kind] ?? EMPTY) }] : []));

export const costItemsOf = (typed: TypedCosts, kinds: readonly string[]) => given(typed, kinds);
export const readCosts = (typed: TypedCosts, kinds: readonly string[]): Cost[] =>
  given(typed, kinds).map((item) => ({ ...item, amount: typedFen(item.amount) }));
export const sumOfCosts = (items: readonly Cost[]): Fen => plus(...items.map(({ amount }) => amount));

interface CostItemsProps {
  kinds: readonly string[];
  typed: TypedCosts;
  onChange: (typed: TypedCosts) => void;
  error: Fault;
}

export function CostItems({ kinds, typed, onChange, error }: CostItemsProps) {
  const change = (kind: string, part: Partial<typeof EMPTY>) => onChange({ ...typed, [kind]: { ...EMPTY, ...typed[kind], ...part } });
  return (
    <View id="f-costs">
      <FaultWords fault={error} />
      {kinds.map((kind) => (
        <Fragment key={kind}>
          <AmountField
            name={`cost-${kind}`}
            label={COST_WORDS[kind] ?? kind}
            hint="没有就不填"
            optional
            value={typed[kind]?.amount ?? ""}
            onChange={(amount) => change(kind, { amount })}
          />
          {typed[kind]?.amount.trim() ? (
            <Field
              name={`voucher-${kind}`}
              label={`${COST_WORDS[kind] ?? kind}的凭证号`}
              maxLength={60}
              value={typed[kind]?.voucherNo ?? ""}
              onChange={(voucherNo) => change(kind, { voucherNo })}
            />
          ) : null}
        </Fragment>
      ))}
    </View>
  );
}
