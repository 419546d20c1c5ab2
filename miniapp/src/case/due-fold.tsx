/** How a due day was counted, folded: what skips or adds working days, and the article. */
import { View } from "@tarojs/components";
import { Article } from "../ui/article";
import { Fold } from "../ui/fold";
import { type Due, dueReasons } from "./due";

export const DueFold = ({ due, label = "期限的算法" }: { due: Due; label?: string }) =>
  dueReasons(due).length ? (
    <Fold label={label}>
      <View className="why">
        {dueReasons(due).map((line) => (
          <View className="why-line" key={line}>
            {line}
          </View>
        ))}
        <View className="why-line">
          <Article article={due.article} />
        </View>
      </View>
    </Fold>
  ) : null;
