/** What stays after a measure was taken against an institution. */

import type { Answer } from "../../api";
import { go } from "../../go";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { percentText, yuanText } from "../../ui/money-text";
import { isSome } from "../../ui/proportion";
import { Receipt } from "../../ui/receipt";
import { MEASURE_WORDS } from "../../words/discipline";
import { dayText } from "../../words/time";

export type Taken = Answer<"sanctionBreach">;

export const MeasureDone = ({ taken }: { taken: Taken }) => (
  <>
    <Receipt
      id="measure-taken"
      title={`已对${taken.institution}${MEASURE_WORDS[taken.what] ?? "采取措施"}`}
      next={isSome(taken.clawback) ? `收回${payTerm()}的凭证已制成，等另一人复核。` : "机构和各有关单位会在“消息”里看到。"}
      rows={[
        ["从哪天起", dayText(taken.on)],
        ["到哪天为止", taken.until ? dayText(taken.until) : null],
        ["降低到", taken.ratio ? percentText(taken.ratio) : null],
        [`收回${payTerm()}`, isSome(taken.clawback) ? `${yuanText(taken.clawback)} 元` : null],
      ]}
    />
    {taken.voucherId ? (
      <Button id="to-vouchers" kind="secondary" onTap={() => go("/fund/vouchers/index")}>
        查看凭证
      </Button>
    ) : null}
  </>
);
