/** One proposal: the number as it is and as it is to be, who proposes it and why, what would have been otherwise; agreed to or declined by another person. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { typedOf } from "../../../../shared/rule/typed-value";
import { shapeOf } from "../../../../shared/rule/value-shape";
import { followAmendments } from "../../amendments";
import { call } from "../../api";
import { errorAt } from "../../failure";
import { valueText } from "../../pages/policy/value-text";
import { schemeOf } from "../../scheme";
import type { Membership } from "../../session";
import { Article } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { Confirm, Sheet } from "../../ui/sheet";
import { Empty, Loaded } from "../../ui/states";
import { needed, toTop, useAct } from "../../use-act";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { nowText, numberOf, type Proposal } from "./number";
import { Preview } from "./preview";

function Standing({ one: { status, decided, from, own, mine }, article }: { one: Proposal; article: string }) {
  if (decided && status === "approved")
    return <Banner tone="good" title="已同意">{`${decided.by}，${dayText(decided.on)}。${dayText(from)}起按它办。`}</Banner>;
  if (decided && status === "withdrawn") return <Banner title="已撤回">{`${decided.by}，${dayText(decided.on)}撤回。`}</Banner>;
  if (decided) return <Banner tone="warn" title="没有同意">{`${decided.by}，${dayText(decided.on)}：${decided.reason}`}</Banner>;
  if (own)
    return (
      <View id="own-proposal">
        <Banner title="等另一人同意">
          您提议的，您自己不能同意：提议的人和同意的人不能是同一个人。 <Article article={article} />
        </Banner>
      </View>
    );
  return mine ? null : <Banner title="等另一个单位同意">这个数值由别的单位设定。</Banner>;
}

function Decide({ one, onDone }: { one: Proposal; onDone: () => Promise<unknown> }) {
  const [asking, setAsking] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState("");
  const act = useAct();
  const done = async (made: Proposal | undefined) => {
    setAsking(false);
    if (!made) return;
    setDeclining(false);
    await onDone();
    toTop();
  };
  const approve = async () => done(await act.run(() => call("approveAmendment", { params: { amendmentId: one.id }, body: {} })));
  const decline = async () => {
    if (!act.check(needed(reason, "reason", "还没有填理由。"))) return;
    await done(await act.run(() => call("declineAmendment", { params: { amendmentId: one.id }, body: { reason: reason.trim() } })));
  };
  return (
    <>
      {declining ? null : <ErrorSummary errors={act.errors} />}
      <Button id="approve" onTap={() => setAsking(true)}>
        同意
      </Button>
      <Button id="decline" kind="secondary" onTap={() => setDeclining(true)}>
        不同意
      </Button>
      <Confirm open={asking} title="同意这项改变" action="同意" busyText="正在办理" onConfirm={approve} onClose={() => setAsking(false)}>
        {`${dayText(one.from)}起按它办，不能收回；要再改，另行提议。以前的决定不变。`}
      </Confirm>
      <Sheet open={declining} title="不同意" onClose={() => setDeclining(false)}>
        <ErrorSummary errors={act.errors} />
        <Field name="reason" label="理由" area maxLength={500} value={reason} onChange={setReason} error={errorAt(act.errors, "reason")} />
        <Button id="decline-now" onTap={decline} busyText="正在办理">
          不同意
        </Button>
      </Sheet>
    </>
  );
}

function Withdraw({ one, onDone }: { one: Proposal; onDone: () => Promise<unknown> }) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const withdraw = async () => {
    const made = await act.run(() => call("withdrawAmendment", { params: { amendmentId: one.id }, body: {} }));
    setAsking(false);
    if (made) await onDone();
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Button id="withdraw" kind="secondary" onTap={() => setAsking(true)}>
        撤回提议
      </Button>
      <Confirm open={asking} title="撤回提议" action="撤回" busyText="正在撤回" onConfirm={withdraw} onClose={() => setAsking(false)}>
        撤回以后它不再等人同意，记录仍然保留。要再改，另行提议。
      </Confirm>
    </>
  );
}

export function AmendmentOne({ id, role }: { id: string; role: Membership }) {
  const load = useLoad(() => call("listAmendments"), [id, role.membershipId]);
  const scheme = schemeOf(role.schemeId);
  const again = async () => {
    await followAmendments(role.schemeId);
    await load.refresh();
  };
  return (
    <Page title="数值和理解" onRefresh={load.refresh}>
      <Loaded load={load}>
        {({ proposals }) => {
          const one = proposals.find((each) => each.id === id);
          const parameter = one && numberOf(scheme, one.key);
          if (!one || !parameter) return <Empty title="没有找到这项提议">可能不是本地区的，或者您的单位不设定这个数值。</Empty>;
          return (
            <>
              <Standing one={one} article={parameter.cites.article} />
              <Card id="proposal">
                <View className="h2">{parameter.says}</View>
                {one.status === "waiting" ? (
                  <Row label="现在" cites={parameter.cites.article}>
                    {nowText(parameter, scheme)}
                  </Row>
                ) : null}
                <Row label="改为">{valueText(parameter, one.value, scheme)}</Row>
                <Row label="从哪一天起">{dayText(one.from)}</Row>
                <Row label="理由">{one.reason}</Row>
                {one.documentNo ? <Row label="文号">{one.documentNo}</Row> : null}
                <Row label="提议">{`${one.proposerOrg} ${one.proposer}，${dayText(one.proposedOn)}`}</Row>
              </Card>
              {one.status === "waiting" ? <Preview name={one.key} typed={typedOf(shapeOf(parameter), one.value)} /> : null}
              {one.status === "waiting" && one.mine && !one.own ? <Decide one={one} onDone={again} /> : null}
              {one.status === "waiting" && one.own ? <Withdraw one={one} onDone={again} /> : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
