/** What the worker will say when the step is taken now, told before it is taken. */
import { View } from "@tarojs/components";
import { Card } from "../ui/card";
import { Banner } from "../ui/errors";
import { Fold } from "../ui/fold";
import type { Preview } from "./application";
import { Trace } from "./trace";

const LOUD = ["unmet", "missing", "warning"] as const;

export function PreviewCard({ preview, step }: { preview: Preview /** In words, e.g. `推荐`. */; step: string }) {
  const { decision, byRecords } = preview;
  const tone = decision.outcome === "eligible" ? "good" : decision.outcome === "ineligible" ? "danger" : "warn";
  const title = {
    eligible: `按现在的材料，可以${step}`,
    ineligible: `按现在的材料，不能${step}`,
    incomplete: `资料还不全，不能${step}`,
  }[decision.outcome];
  const loud = decision.findings.some((finding) => finding.verdict !== "met");
  return (
    <Card id="preview">
      <Banner tone={tone} title={title}>
        {byRecords.length ? `“${byRecords.join("”“")}”要查本地区的记录，提交时由系统核对。` : null}
      </Banner>
      {loud ? (
        <View className="mt">
          <Trace decision={decision} only={LOUD} />
        </View>
      ) : null}
      <Fold id="preview-all" label="逐条核对">
        <Trace decision={decision} />
      </Fold>
    </Card>
  );
}
