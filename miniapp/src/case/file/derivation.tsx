/** An amount with the way to it: each node with its figure, its ratio and its article, folded until it is asked for. */
import { Text, View } from "@tarojs/components";
import type { Computed } from "../../../../shared/fund/formula";
import { Article } from "../../ui/article";
import { Fold } from "../../ui/fold";
import { percentText, yuanText } from "../../ui/money-text";
import type { ClaimView } from "./file-of";

type Derived = NonNullable<ClaimView["today"]>["derivation"];

/** What the phone's own rules computed, in the shape in which the worker tells it. */
export const derivedOf = (computed: Pick<Computed, "derivation">): Derived =>
  computed.derivation.map(({ id, says, amount, ratio, cites }) => ({
    id,
    says,
    amount: yuanText(amount),
    ...(ratio ? { ratio } : {}),
    article: cites.article,
    clauses: [...cites.clauses],
  }));

export function Derivation({ lines, id }: { lines: Derived; id?: string }) {
  if (!lines.length) return null;
  return (
    <Fold id={id} label={`怎么算出来的（${lines.length} 步）`}>
      <View className="why">
        {lines.map((line, at) => (
          <View className="why-line" key={line.id}>
            <View className="lrow-top">
              <Text className="strong">{`${at + 1}. ${line.says}${line.ratio ? `，${percentText(line.ratio)}` : ""}`}</Text>
              <Text className="num strong">{`${yuanText(line.amount)} 元`}</Text>
            </View>
            <Article article={line.article} />
          </View>
        ))}
      </View>
    </Fold>
  );
}
