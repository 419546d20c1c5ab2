/** Whether what was typed is safe, in one small line; and what another device had to say. */
import { View } from "@tarojs/components";
import { Button } from "../ui/button";
import { Banner } from "../ui/errors";
import { WentWrong } from "../ui/states";
import { DRAFT_WORDS } from "../words/draft";
import { momentText } from "../words/time";
import type { DraftKeeper, Kept } from "./draft-keeper";

function words({ state, savedAt }: Kept): string {
  if (state === "waiting" || state === "saving") return "正在保存…";
  if (state === "offline") return "没有连上网，已存在这台设备上，联网后自动保存";
  return savedAt ? `已保存 ${momentText(savedAt).slice(-5)}` : "边填边自动保存";
}

export const SaveLine = ({ kept }: { kept: Kept }) => (
  <View id="save-line" className={kept.state === "offline" || kept.state === "refused" ? "small danger-text" : "small muted num"} aria-role="status">
    {kept.state === "refused" ? (
      <>
        <View>没有保存成功：</View>
        <WentWrong error={kept.refusal} />
      </>
    ) : (
      words(kept)
    )}
  </View>
);

export function OtherDevice({ keeper, kept }: { keeper: DraftKeeper; kept: Kept }) {
  if (!kept.overwritten.length && !kept.restored) return null;
  const fields = kept.overwritten.map((field) => DRAFT_WORDS[field] ?? field).join("、");
  return kept.overwritten.length ? (
    <Banner tone="warn" title="另一台设备也改过">
      <View id="overwritten">{`${fields}：另一台设备后来改过，现在以这台设备填的为准。请核对一遍。`}</View>
      <Button id="overwritten-seen" kind="plain" inline onTap={() => keeper.settle()}>
        知道了
      </Button>
    </Banner>
  ) : (
    <Banner title="已找回上次没来得及保存的内容">正在补存到服务器。</Banner>
  );
}
