/** What the loans may still cost against what there is, with the warning where it is more. */

import { View } from "@tarojs/components";
import type { FundView } from "../../../shared/contract/fund";
import { Flags } from "../case/file/flags";
import { payTerm } from "../term";
import { Cited } from "../ui/article";
import { Card, Section } from "../ui/card";
import { ExposureBar } from "./exposure-bar";

export const Outstanding = ({ exposure }: { exposure: FundView["exposure"] }) => (
  <Section title="最坏情况" aside={<Cited article={exposure.article} />}>
    {exposure.warning ? <Flags flags={[exposure.warning]} /> : null}
    <Card id="exposure">
      <View className="muted">在贷全部不良时要{payTerm()}的，和可用资金比</View>
      <ExposureBar available={exposure.available} committed={exposure.committed} worst={exposure.worst} />
      {exposure.warning ? null : <View className="small muted">够付。每笔贷款按{payTerm()}比例乘未还本金计算，还款后随即减少。</View>}
    </Card>
  </Section>
);
