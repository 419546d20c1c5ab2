/** Each claim of a plan: what it asked for and why, what it gets, what not. */
import { View } from "@tarojs/components";
import type { AllocationLineShown } from "../../../../shared/contract/allocation";
import { Derivation } from "../../case/file/derivation";
import { openCase } from "../../go";
import { Card, Section } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { isSome, shareOf } from "../../ui/proportion";
import { Tap } from "../../ui/tap";

const Bar = ({ line }: { line: AllocationLineShown }) => (
  <View className="meter" aria-hidden="true">
    <View className="meter-part m-full" style={{ flexGrow: shareOf(line.allocated, line.asked) }} />
    {isSome(line.short) ? <View className="meter-part m-hollow" style={{ flexGrow: shareOf(line.short, line.asked) }} /> : null}
  </View>
);

export const Lines = ({ lines }: { lines: readonly AllocationLineShown[] }) => (
  <Section title="每一笔" aside={`${lines.length} 笔`}>
    <Card id="plan-lines">
      {lines.map((line) => (
        <View className="pline" key={line.claimId} id={`line-${line.caseId}`}>
          <View className="lrow-top">
            <View className="strong">{line.enterprise}</View>
            <View className="strong num">{`${yuanText(line.allocated)} 元`}</View>
          </View>
          <Bar line={line} />
          <View className="small num">
            {`申请 ${yuanText(line.asked)} 元${isSome(line.short) ? `，没有分到 ${yuanText(line.short)} 元` : "，全额"}`}
          </View>
          <View className="small muted">{`付给${line.payee} · ${line.caseNo}`}</View>
          <Derivation id={`line-why-${line.caseId}`} lines={line.derivation} />
          <Tap id={`open-${line.caseId}`} className="link" role="link" label={`打开案件：${line.enterprise}`} onTap={() => openCase(line.caseId)}>
            打开案件
          </Tap>
        </View>
      ))}
    </Card>
  </Section>
);
