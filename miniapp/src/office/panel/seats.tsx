/** Who sits on a panel and who has voted; never how. */
import { View } from "@tarojs/components";
import { Card } from "../../ui/card";
import { Tag } from "../../ui/tag";
import type { Review } from "./plan";
import "../office.css";

const State = ({ seat, open }: { seat: Review["seats"][number]; open: boolean }) => {
  if (seat.recused !== undefined) return <Tag tone="bad">已回避</Tag>;
  if (!open) return <Tag>参加表决</Tag>;
  return seat.voted ? <Tag tone="done">已投票</Tag> : <Tag tone="todo">等投票</Tag>;
};

export const Seats = ({ seats, open = false }: { seats: Review["seats"]; open?: boolean }) => (
  <Card id="seats">
    {seats.map((seat) => (
      <View className="panel-row" key={seat.unit.id}>
        <View className="lrow-top">
          <View className="strong">{seat.unit.name}</View>
          <State seat={seat} open={open} />
        </View>
        <View className="small muted">{`${seat.delegate.name} ${seat.delegate.title}`}</View>
        {seat.recused ? <View className="small">{`理由：${seat.recused}`}</View> : null}
      </View>
    ))}
  </Card>
);
