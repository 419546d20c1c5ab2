/** What a claim, or all of them, gets of what was asked for: the whole bar is what was asked. */
import { Meter } from "../ui/meter";
import { yuanText } from "../ui/money-text";
import { shareOf } from "../ui/proportion";

export const PlanBar = ({ asked, allocated, short }: { asked: string; allocated: string; short: string }) => (
  <Meter
    label={`申请 ${yuanText(asked)} 元`}
    parts={[
      { label: "分得", value: shareOf(allocated, asked), text: `${yuanText(allocated)} 元`, look: "full" },
      { label: "没有分到", value: shareOf(short, asked), text: `${yuanText(short)} 元`, look: "hollow" },
    ]}
  />
);
