/** What is late or wants attention on a loan's file: told with its article, never a bar. */
import { View } from "@tarojs/components";
import { refusalSentence } from "../../failure";
import { Article } from "../../ui/article";
import { Banner } from "../../ui/errors";
import type { ClaimView } from "./file-of";

type Flag = ClaimView["flags"][number];

export const Flags = ({ flags }: { flags: readonly Flag[] }) => (
  <>
    {flags.map((flag) => (
      <Banner key={`${flag.code}${Object.values(flag.figures).join()}`} tone="warn">
        <View>{refusalSentence(flag)}</View>
        {flag.provisional ? <View className="small">下一年放假安排尚未公布，这个期限是暂定的。</View> : null}
        {flag.article ? <Article article={flag.article} /> : null}
      </Banner>
    ))}
  </>
);
