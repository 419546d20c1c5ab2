/** A plan as a picture: what is asked for and what is given, and under which limits, each with what it leaves. */
import { View } from "@tarojs/components";
import type { RoomShown } from "../../../../shared/contract/allocation";
import { valueOn } from "../../../../shared/rule/parameter";
import type { Answer } from "../../api";
import { today } from "../../case/due";
import { PlanBar } from "../../money/plan-bar";
import { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import { Meter } from "../../ui/meter";
import { percentText, yuanText } from "../../ui/money-text";
import { isSome, shareOf } from "../../ui/proportion";
import { METHOD_WORDS } from "../../words/plan";

type Drawn = Answer<"getAllocation">;
/** What is shown of a plan, drawn up or not yet. */
export type Shown = Pick<
  Drawn,
  "period" | "claims" | "asked" | "available" | "allocated" | "short" | "factor" | "bound" | "article" | "lines" | "rooms"
>;

/** What is done where the money does not reach, by the document. */
function Short({ plan, schemeId }: { plan: Shown; schemeId: string }) {
  const rules = schemeOf(schemeId).fund.allocation;
  const method = rules && valueOn(rules.method, today());
  const carries = rules && valueOn(rules.carriesOver, today());
  return (
    <View id="plan-short">
      <View>
        <Cited article={plan.article}>
          {`可以分配 ${yuanText(plan.available)} 元${plan.bound ? `（${plan.bound}）` : ""}，不够全部申请，${method?.ok ? METHOD_WORDS[method.value] : ""}。`}
        </Cited>
      </View>
      <View className="strong num">{`每笔约分得申请额的 ${percentText(plan.factor)}`}</View>
      {carries?.ok ? (
        <View className="small muted">
          <Cited article={rules?.carriesOver.cites.article}>
            {carries.value ? "没有分到的部分，下一年再申请。" : "没有分到的部分不结转到下一年。"}
          </Cited>
        </View>
      ) : null}
    </View>
  );
}

export const PlanSums = ({ plan, schemeId }: { plan: Shown; schemeId: string }) => (
  <Card id="plan-sums">
    <View className="muted">{`${plan.claims} 笔申请，分配`}</View>
    <View className="sum num">{`${yuanText(plan.allocated)} 元`}</View>
    <View className="small muted num">{`共申请 ${yuanText(plan.asked)} 元`}</View>
    <View className="mt">
      <PlanBar {...plan} />
    </View>
    <View className="mt">
      {isSome(plan.short) ? (
        <Short plan={plan} schemeId={schemeId} />
      ) : (
        <View className="small muted">
          <Cited article={plan.article}>钱够，每笔按申请的数额全额分配。</Cited>
        </View>
      )}
    </View>
  </Card>
);

/** What each limit leaves before this plan. */
export const Rooms = ({ rooms, says }: { rooms: readonly RoomShown[]; says: string }) =>
  rooms.length ? (
    <Section title="支付上限" aside={says}>
      <Card id="plan-rooms">
        {rooms.map((room) => (
          <View className="pline" key={room.says}>
            <View className="strong num">
              <Cited article={room.article}>{`${room.says} ${yuanText(room.at)} 元`}</Cited>
            </View>
            <Meter
              label={room.says}
              parts={[
                { label: "已支付和已同意待付", value: shareOf(room.used, room.at), text: `${yuanText(room.used)} 元`, look: "full" },
                { label: "还可以分配", value: shareOf(room.room, room.at), text: `${yuanText(room.room)} 元`, look: "hollow" },
              ]}
            />
          </View>
        ))}
      </Card>
    </Section>
  ) : null;
