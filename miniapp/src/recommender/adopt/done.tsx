/** After the letter: its number, who has the case now and by when; the page stays. */
import type { CaseView } from "../../../../shared/contract/case";
import { CaseHead } from "../../case/head";
import { Trace } from "../../case/trace";
import { go, openCase } from "../../go";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { dayText } from "../../words/time";

export function Recommended({ view }: { view: CaseView }) {
  const letter = view.recommendation;
  if (!letter) return null;
  return (
    <>
      <Banner tone="good" title={letter.letterNo ? "推荐函已出具" : "已推荐"}>
        {`${letter.letterNo ? `编号 ${letter.letterNo}，` : ""}${dayText(letter.on)}。现在由${view.holder.names.join("、") || "下一环节"}办理，有结果会发消息。`}
      </Banner>
      <Card id="recommended">
        <Row label="企业">{view.enterprise.name}</Row>
        {letter.letterNo ? <Row label="推荐函编号">{letter.letterNo}</Row> : null}
        <Row label="推荐日期">{dayText(letter.on)}</Row>
      </Card>
      {letter.letterNo ? (
        <Button id="open-letter" onTap={() => go("/recommender/letter/index", { id: view.id })}>
          查看和打印推荐函
        </Button>
      ) : null}
      <Button id="open-case" kind="secondary" onTap={() => openCase(view.id)}>
        查看案件进展
      </Button>
      <CaseHead view={view} />
      {view.decision ? (
        <Section title="推荐时的条件核对">
          <Card>
            <Trace decision={view.decision} />
          </Card>
        </Section>
      ) : null}
    </>
  );
}
