/** The page of one instruction, for the desks and the account bank: where it stands, what may be done, its facts and its paper. */
import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { acting, type Session } from "../session";
import { Button } from "../ui/button";
import { Columns } from "../ui/card";
import { Banner } from "../ui/errors";
import { H5 } from "../ui/native";
import { Page } from "../ui/page";
import { Empty, Loaded } from "../ui/states";
import { InstructionFacts, InstructionHead } from "./instruction";
import { InstructionActs } from "./instruction-acts";
import { OrderPaper, paperNotice } from "./order-paper";
import { type Told, useInstruction } from "./use-instruction";

interface InstructionPageProps {
  no: string;
  now: Session;
  /** More under the facts, e.g. a way to the case. */
  more?: (told: Told) => ReactNode;
}

export function InstructionPage({ no, now, more }: InstructionPageProps) {
  const load = useInstruction(no, now.actingAs);
  const finance = acting(now)?.orgKind === "finance";
  const bar =
    H5 && load.data ? (
      <Button id="print" kind="secondary" onTap={() => window.print()}>
        打印或存为文件
      </Button>
    ) : undefined;
  const body = (told: Told) => {
    const { instruction } = told;
    const notice = paperNotice(instruction);
    return (
      <Columns
        main={
          <>
            <View className="no-print stack">
              {instruction.status === "PAID" ? <Banner tone="good" title="已付款" /> : notice ? <Banner tone="warn">{notice}</Banner> : null}
              <InstructionHead instruction={instruction} />
              <InstructionActs instruction={instruction} finance={finance} onMoved={load.refresh} />
            </View>
            <View className="no-print">
              <View className="h2" aria-role="heading">
                纸质指令
              </View>
              {H5 ? null : <View className="small muted">请用电脑浏览器登录打印。</View>}
            </View>
            <OrderPaper {...told} />
          </>
        }
        side={
          <View className="no-print stack">
            <InstructionFacts instruction={instruction} />
            {more?.(told)}
          </View>
        }
      />
    );
  };
  return (
    <Page title="付款指令" wide bar={bar} onRefresh={load.refresh}>
      {no ? <Loaded load={load}>{body}</Loaded> : <Empty title="没有选付款指令">请从付款指令的列表里选一张。</Empty>}
    </Page>
  );
}
