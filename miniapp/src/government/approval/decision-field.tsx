/** The decision of the conference on which an approval rests, picked among those that are entered and hold today. */
import { call } from "../../api";
import { today } from "../../case/due";
import { go } from "../../go";
import { Cited } from "../../ui/article";
import { Banner } from "../../ui/errors";
import type { Fault } from "../../ui/field";
import { PickerField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

interface DecisionFieldProps {
  topic: string;
  /** That asks for a decision. */
  article: string;
  name: string;
  value: string;
  onChange: (documentNo: string) => void;
  error: Fault;
}

export function DecisionField({ topic, article, ...frame }: DecisionFieldProps) {
  const load = useLoad(() => call("listDecisions", { query: { topic } }), [topic]);
  return (
    <Loaded
      load={load}
      empty={({ decisions }) => decisions.length === 0}
      none={
        <Empty title="还没有登记这一议题的会议决定" action="登记会议决定" onAction={() => go("/office/conference/index")}>
          <Cited article={article}>同意要依据联席会议的决定。先登记它的文号和内容，再回来选。</Cited>
        </Empty>
      }
    >
      {({ decisions }) => {
        const held = decisions.filter(
          ({ from, documentNo }, at) => from <= today() && decisions.findIndex((one) => one.documentNo === documentNo) === at,
        );
        if (!held.length) return <Banner tone="warn">{`登记的决定从${dayText(decisions[0]?.from ?? "")}起执行，现在还不能依据它同意。`}</Banner>;
        return (
          <PickerField
            {...frame}
            label="依据哪项联席会议决定"
            hint="“联席会议”里登记过、已经开始执行的决定"
            options={held.map(({ documentNo, subject, says, from }) => ({
              value: documentNo,
              label: `${documentNo}，${subject || says.slice(0, 20)}（${dayText(from)}起）`,
            }))}
          />
        );
      }}
    </Loaded>
  );
}
