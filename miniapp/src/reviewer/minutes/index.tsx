/** 会议纪要 of one review, for reading and for paper; `id` is the case, `review` the review. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { reviewShown } from "../../case/count";
import { useGuard } from "../../guard";
import { Problem } from "../../problem";
import { Button } from "../../ui/button";
import { H5 } from "../../ui/native";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { type MinutesData, Paper } from "./paper";

/** Those who may see the case but not its meeting read the minutes without title and place. */
async function minutesOf(caseId: string, reviewId: string | undefined): Promise<MinutesData | null> {
  const view = await call("getCase", { params: { caseId } });
  const review = reviewShown(view, reviewId);
  if (!review) return null;
  const meeting = await call("getMeeting", { params: { meetingId: review.meetingId } })
    .then((found) => found.meeting)
    .catch((error: unknown) => {
      if (error instanceof Problem && (error.code === "not_found" || error.code === "role_forbidden")) return null;
      throw error;
    });
  return { view, review, meeting };
}

export default function Minutes() {
  const now = useGuard();
  const { id: caseId = "", review } = useRouter().params;
  const load = useLoad(() => (now && caseId ? minutesOf(caseId, review) : null), [caseId, review, now?.actingAs]);
  if (!now) return null;
  const bar =
    H5 && load.data ? (
      <Button id="print" onTap={() => window.print()}>
        打印或存为 PDF
      </Button>
    ) : undefined;
  return (
    <Page title="会议纪要" bar={bar}>
      <Loaded load={load} empty={(data) => data === null} none={<Empty title="还没有会议纪要">表决结束后自动生成。</Empty>}>
        {(data) =>
          data ? (
            <>
              <Paper {...data} />
              {H5 ? null : <View className="small muted">要打印，请在电脑浏览器里打开本页。</View>}
            </>
          ) : null
        }
      </Loaded>
    </Page>
  );
}
