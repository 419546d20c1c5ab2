/** 未送达的通知: letters to institutions' systems that the queue gave up on, and sending one again. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { Empty, Loaded, WentWrong } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { REFUSALS } from "../../words/refusal";
import { momentText } from "../../words/time";

type Letter = Answer<"listDeadLetters">["letters"][number];

const WHY: Record<string, string> = {
  timeout: "对方系统 10 秒内没有回应",
  unreachable: "连不上对方系统",
  "endpoint disabled": "对方已停用接收地址",
  "http 410": "对方表示不再接收，地址已停用",
  url_not_allowed: REFUSALS.url_not_allowed({}),
};
const whyText = (error: string): string => {
  const status = /^http (\d{3})$/.exec(error);
  return WHY[error] ?? (status ? `对方系统返回错误 ${status[1]}` : "没有收到对方系统的确认");
};

interface LetterCardProps {
  letter: Letter;
  onSent: (letter: Letter) => unknown;
}

function LetterCard({ letter, onSent }: LetterCardProps) {
  const [failed, setFailed] = useState<unknown>(null);
  const { caseId } = letter;
  const replay = async () => {
    setFailed(null);
    try {
      await call("replayDeadLetter", { params: { outboxId: letter.outboxId }, body: {} });
      await onSent(letter);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <Card id={`letter-${letter.outboxId}`}>
      <View className="lrow-top">
        <View className="strong">{letter.orgName}</View>
        <Tag tone="bad">未送达</Tag>
      </View>
      <View>{whyText(letter.lastError)}</View>
      <View className="small muted">{`${momentText(letter.recordedAt)} 发出，已试 ${letter.attempts} 次`}</View>
      {failed ? (
        <Banner tone="danger">
          <WentWrong error={failed} />
        </Banner>
      ) : null}
      <View className="mt">
        <Button id={`replay-${letter.outboxId}`} kind="secondary" inline onTap={replay} busyText="正在发送…">
          重新发送
        </Button>
        {caseId ? (
          <Button kind="plain" inline onTap={() => openCase(caseId)}>
            查看案件
          </Button>
        ) : null}
      </View>
    </Card>
  );
}

export default function DeadLetters() {
  const now = useGuard();
  const [sent, setSent] = useState<string | null>(null);
  const load = useLoad(() => (now ? call("listDeadLetters") : null), [now?.actingAs]);
  if (!now) return null;
  const done = async (letter: Letter) => {
    setSent(letter.orgName);
    await load.refresh();
  };
  return (
    <Page title="未送达的通知" lead="推送到机构系统、多次重试仍没有送达的通知。机构在本系统里仍能看到线索。" wide onRefresh={load.refresh}>
      {sent ? (
        <Banner tone="good" title={`已重新发给${sent}`}>
          如果仍不能送达，几分钟后会再出现在这里。请联系机构检查接收地址。
        </Banner>
      ) : null}
      <Loaded
        load={load}
        empty={(data) => data.letters.length === 0}
        none={<Empty title="所有通知都已送达">机构系统没有接收的通知，会在重试用完后出现在这里。</Empty>}
      >
        {(data) => (
          <>
            {data.letters.map((letter) => (
              <LetterCard key={letter.outboxId} letter={letter} onSent={done} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
