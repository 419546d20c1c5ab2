/** Institutions with what was taken against each; slow recovery is answered rung by rung, none skipped. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { Answer } from "../../api";
import { openCase } from "../../go";
import { kindName } from "../../party-name";
import { schemeOf } from "../../scheme";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { percentText } from "../../ui/money-text";
import { Empty } from "../../ui/states";
import { Steps } from "../../ui/steps";
import { Tag } from "../../ui/tag";
import { MEASURE_WORDS, RUNG_WORDS } from "../../words/discipline";
import { dayText } from "../../words/time";
import { Climb } from "./climb";
import "../../office/office.css";
import { Cited } from "../../ui/article";

type Measure = Answer<"listSanctions">["measures"][number];
type Org = Answer<"listOrganisations">["organisations"][number];

export const PARTNERS: readonly Org["kind"][] = ["bank", "guarantor", "insurer", "lender"];

const whatSays = (what: string) => RUNG_WORDS[what] ?? MEASURE_WORDS[what] ?? what;

const Line = ({ measure }: { measure: Measure }) => (
  <View className="panel-row">
    <View className="lrow-top">
      <View className="strong">{`${whatSays(measure.what)}${measure.ratio ? `到 ${percentText(measure.ratio)}` : ""}`}</View>
      <Tag tone={measure.active ? "bad" : "plain"}>{measure.active ? "有效" : "已到期"}</Tag>
    </View>
    <View className="small muted">
      <Cited article={measure.article}>{`${dayText(measure.on)}${measure.until ? `至${dayText(measure.until)}` : "起"}`}</Cited>
    </View>
    <View>{measure.reason}</View>
    {measure.caseId ? (
      <Button kind="plain" inline onTap={() => openCase(measure.caseId ?? "")}>
        {`案件 ${measure.caseNo ?? ""}`}
      </Button>
    ) : null}
  </View>
);

interface OneProps {
  org: Org;
  rungs: readonly string[];
  measures: readonly Measure[];
  office: boolean;
  onMoved: () => unknown;
}

function One({ org, rungs, measures, office, onMoved }: OneProps) {
  const [climbing, setClimbing] = useState(false);
  const reached = Math.max(-1, ...measures.map((each) => rungs.indexOf(each.what)));
  return (
    <Card id={`institution-${org.orgId}`}>
      <View className="lrow-top">
        <View className="strong">{org.name}</View>
        <View className="small muted">{kindName(org.kind)}</View>
      </View>
      {rungs.length ? (
        <View className="mt">
          <Steps steps={rungs.map((rung, at) => ({ label: whatSays(rung), state: at <= reached ? "done" : "next" }))} />
        </View>
      ) : null}
      {measures.length ? (
        measures.map((measure) => <Line key={measure.id} measure={measure} />)
      ) : (
        <View className="small muted tip">没有处理记录。</View>
      )}
      {office && rungs.length ? (
        <View className="mt">
          <Button id={`climb-${org.orgId}`} kind="secondary" inline onTap={() => setClimbing(true)}>
            追偿不力，处理
          </Button>
        </View>
      ) : null}
      {climbing ? <Climb org={org} rungs={rungs} reached={reached} onClose={() => setClimbing(false)} onMoved={onMoved} /> : null}
    </Card>
  );
}

interface InstitutionsProps {
  schemeId: string;
  measures: readonly Measure[];
  organisations: readonly Org[];
  office: boolean;
  onMoved: () => unknown;
}

export function Institutions({ schemeId, measures, organisations, office, onMoved }: InstitutionsProps) {
  const { ladder } = schemeOf(schemeId).sanctions;
  const own = (orgId: string) => measures.filter((measure) => measure.orgId === orgId);
  const partners = organisations
    .filter((org) => PARTNERS.includes(org.kind))
    .sort((a, b) => Number(own(b.orgId).some((each) => each.active)) - Number(own(a.orgId).some((each) => each.active)));
  if (!partners.length) return <Empty title="还没有合作机构">登记合作机构后，对它们的处理记在这里。</Empty>;
  return (
    <Section title="机构" aside={ladder ? <Cited article={ladder.cites.article}>逐级处理</Cited> : undefined}>
      {partners.map((org) => (
        <One key={org.orgId} org={org} rungs={ladder?.rungs ?? []} measures={own(org.orgId)} office={office} onMoved={onMoved} />
      ))}
      <View className="small muted tip">违反协议的认定和处理，从“追偿台账”的案件里办。</View>
    </Section>
  );
}
