/** 违规认定和限制: who is barred, by which finding or payment, until when; recording, lifting and withdrawing. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { SheetForm } from "../../ui/sheet-form";
import { Empty, Loaded } from "../../ui/states";
import { Tag } from "../../ui/tag";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { paidCases, Record, type Rule, takesBack } from "./record";

type Ban = Answer<"listBans">["bans"][number];

const untilText = (ban: Ban): string => (ban.lasts === "for_ever" ? "没有期限" : ban.through ? `到${dayText(ban.through)}` : "到另有决定为止");

const PAPER = [
  { name: "documentNo", label: "文号" },
  { name: "reason", label: "理由", kind: "area" as const, maxLength: 500 },
];

function One({ ban, mayLift, mayWithdraw, onMoved }: { ban: Ban; mayLift: boolean; mayWithdraw: boolean; onMoved: () => unknown }) {
  const [sheet, setSheet] = useState<"lift" | "withdraw">();
  const key = ban.id ?? `${ban.rule}-${ban.creditCode}`;
  const subject = ban.orgId ? { orgId: ban.orgId } : { creditCode: ban.creditCode ?? "" };
  const common = { onClose: () => setSheet(undefined), onDone: onMoved, fields: PAPER };
  return (
    <Card id={`ban-${key}`}>
      <View className="lrow-top">
        <View className="strong">{ban.name}</View>
        <Tag tone={ban.active ? "bad" : "plain"}>{ban.withdrawn ? "已撤销" : ban.active ? "限制中" : "已解除"}</Tag>
      </View>
      <View>
        <Cited article={ban.article}>{ban.says}</Cited>
      </View>
      <Row label="期限">{`${dayText(ban.from)}起，${untilText(ban)}`}</Row>
      {ban.firstAllowedOn ? <Row label="最早可以再申请">{dayText(ban.firstAllowedOn)}</Row> : null}
      {ban.documentNo ? <Row label="认定文号">{ban.documentNo}</Row> : null}
      {ban.reason ? <View>{ban.reason}</View> : null}
      {ban.clawback !== "0.00" ? <Row label="追回" num>{`${yuanText(ban.clawback)} 元`}</Row> : null}
      {ban.withdrawn ? <Row label="撤销">{`${ban.withdrawn.documentNo}（${dayText(ban.withdrawn.on)}）：${ban.withdrawn.reason}`}</Row> : null}
      {ban.lifted ? <Row label="解除">{`${ban.lifted.documentNo}（${dayText(ban.lifted.on)}）：${ban.lifted.reason}`}</Row> : null}
      {ban.active && mayLift && ban.lasts === "until_decided" ? (
        <Button id={`lift-${key}`} kind="secondary" inline onTap={() => setSheet("lift")}>
          解除限制
        </Button>
      ) : null}
      {ban.id && ban.active && mayWithdraw && !ban.own ? (
        <Button id={`withdraw-${key}`} kind="plain" inline onTap={() => setSheet("withdraw")}>
          认定有误，撤销
        </Button>
      ) : null}
      {sheet === "lift" ? (
        <SheetForm
          {...common}
          id={`lift.${key}`}
          title={`解除对${ban.name}的限制`}
          action="解除限制"
          done="已解除"
          onSend={({ documentNo = "", reason = "" }) => call("liftBan", { body: { rule: ban.rule, ...subject, documentNo, reason } })}
        />
      ) : null}
      {sheet === "withdraw" ? (
        <SheetForm
          {...common}
          id={`withdraw.${key}`}
          title={`撤销对${ban.name}的认定`}
          action="撤销认定"
          done="已撤销"
          danger
          onSend={({ documentNo = "", reason = "" }) => call("withdrawBan", { params: { banId: ban.id ?? "" }, body: { documentNo, reason } })}
        />
      ) : null}
    </Card>
  );
}

export default function Bans() {
  const now = useGuard();
  const role = acting(now);
  const [rule, setRule] = useState<Rule>();
  const rules = role ? (schemeOf(role.schemeId).sanctions.bans ?? []) : [];
  const mine = rules.filter(({ by, conduct }) => role && by.includes(role.orgKind) && !conduct.includes("paid"));
  const load = useLoad(
    () =>
      now
        ? Promise.all([call("listBans"), call("listOrganisations", { query: {} }), mine.some(takesBack) ? paidCases() : []]).then(
            ([{ bans }, { organisations }, cases]) => ({ bans, organisations, cases }),
          )
        : null,
    [now?.actingAs],
  );
  if (!now || !role) return null;
  const finds = (id: string) => rules.some((one) => one.id === id && one.by.includes(role.orgKind));
  return (
    <Page title="违规认定和限制" lead="查实后登记，有认定文件；限制随即生效。" onRefresh={load.refresh}>
      <Loaded load={load}>
        {({ bans, organisations, cases }) => (
          <View id="bans">
            {mine.length ? (
              <Section title="登记认定">
                {mine.map((one) => (
                  <View key={one.id} className="mt">
                    <Button id={`record-${one.id}`} kind="secondary" onTap={() => setRule(one)}>
                      {one.says}
                    </Button>
                  </View>
                ))}
              </Section>
            ) : null}
            {bans.length ? (
              bans.map((ban) => (
                <One
                  key={ban.id ?? `${ban.rule}${ban.creditCode}${ban.from}`}
                  ban={ban}
                  mayLift={finds(ban.rule)}
                  mayWithdraw={finds(ban.rule)}
                  onMoved={load.refresh}
                />
              ))
            ) : (
              <Empty title="没有受限制的企业或机构">认定查实的违规后，记在这里。</Empty>
            )}
            {rule ? (
              <Record
                rule={rule}
                by={role.orgKind}
                organisations={organisations}
                cases={cases}
                onClose={() => setRule(undefined)}
                onMoved={load.refresh}
              />
            ) : null}
          </View>
        )}
      </Loaded>
    </Page>
  );
}
