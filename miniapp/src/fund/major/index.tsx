/** 重大事项: what has to be told to the government at once, whether it was, and under which paper. */

import { View } from "@tarojs/components";
import { type Answer, call } from "../../api";
import { useGuard } from "../../guard";
import { DocumentForm } from "../../money/document-form";
import { partyName } from "../../party-name";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Card, Row } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { toast } from "../../ui/toast";
import { useLoad } from "../../use-load";
import { factLines } from "../../words/figure";
import { MAJOR_WORDS } from "../../words/fund";
import { dayText } from "../../words/time";

type Matter = Answer<"listMajor">["matters"][number];

const says = (matter: Matter) => MAJOR_WORDS[matter.what] ?? "重大事项";

function One({ matter, office, onMoved }: { matter: Matter; office: boolean; onMoved: () => unknown }) {
  const done = async () => {
    toast("已登记");
    await onMoved();
  };
  const open = matter.reportedOn === null;
  return (
    <View className="mt">
      <Card id={`matter-${matter.id}`}>
        <View className="lrow-top">
          <View className="strong">{says(matter)}</View>
          <Tag tone={!open ? "done" : matter.overdue ? "bad" : "todo"}>
            {!open ? `已报${partyName("government")}` : matter.overdue ? "逾期未报" : `待报${partyName("government")}`}
          </Tag>
        </View>
        <Row label="日期">{dayText(matter.on)}</Row>
        {factLines(matter.figures).map((line) => (
          <View key={line}>{line}</View>
        ))}
        {matter.reportedOn ? <Row label="报告文号">{`${matter.documentNo}（${dayText(matter.reportedOn)}）`}</Row> : null}
        <View className="small muted">
          <Cited article={matter.article}></Cited>
        </View>
      </Card>
      {open && office ? (
        <Fold id={`tell-${matter.id}`} label={`登记已报${partyName("government")}`}>
          <DocumentForm
            id={`major-${matter.id}`}
            kept={`major.${matter.id}`}
            label="报告文号"
            hint={`本单位报${partyName("government")}的文件`}
            check="核对后登记"
            action="登记已报"
            title={`登记已报${partyName("government")}`}
            onSend={(documentNo) => call("acknowledgeMajor", { params: { matterId: matter.id }, body: { documentNo } })}
            onDone={done}
          >
            <Row label="事项">{says(matter)}</Row>
            <Row label="日期">{dayText(matter.on)}</Row>
          </DocumentForm>
        </Fold>
      ) : null}
    </View>
  );
}

export default function Major() {
  const now = useGuard();
  const role = acting(now);
  const load = useLoad(() => (now ? call("listMajor") : null), [now?.actingAs]);
  if (!now || !role) return null;
  return (
    <Page title="重大事项" lead={`发生后随即报${partyName("government")}，报后登记文号。`} onRefresh={load.refresh}>
      <Loaded
        load={load}
        empty={(data) => data.matters.length === 0}
        none={<Empty title="没有重大事项">暂停、重启或账簿核对不一致时，会自动列在这里。</Empty>}
      >
        {({ matters }) => {
          const late = matters.filter((matter) => matter.overdue && matter.reportedOn === null).length;
          return (
            <View id="matters">
              {late ? <Banner tone="danger" title={`${late} 项逾期没有报${partyName("government")}`} /> : null}
              {matters.map((matter) => (
                <One key={matter.id} matter={matter} office={role.orgKind === "office"} onMoved={load.refresh} />
              ))}
            </View>
          );
        }}
      </Loaded>
    </Page>
  );
}
