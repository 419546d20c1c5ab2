/** One entry of the list: who, why, until when; and lifting an entry that was made by mistake, by another person. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { type Answer, call } from "../../api";
import { errorAt, refusalSentence } from "../../failure";
import { Article, Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { Field } from "../../ui/field";
import { Confirm } from "../../ui/sheet";
import { Tag } from "../../ui/tag";
import { toast } from "../../ui/toast";
import { needed, useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";

type Listing = Answer<"listSanctions">["listings"][number];

function Lift({ listing, onClose, onMoved }: { listing: Listing; onClose: () => void; onMoved: () => unknown }) {
  const [form, change, clear] = useKept(`lift.${listing.id}`, { reason: "", documentNo: "" });
  const act = useAct();
  const lift = async () => {
    const faults = [...needed(form.reason, "reason", "还没有写理由。"), ...needed(form.documentNo, "documentNo", "还没有填文号。")];
    if (!act.check(faults)) return;
    const lifted = await act.run(() => call("liftListing", { params: { listingId: listing.id }, body: form }));
    if (!lifted) return;
    clear();
    onClose();
    toast("已撤下");
    await onMoved();
  };
  return (
    <Confirm open title={`撤下${listing.name}的记录`} action="撤下记录" busyText="正在撤下…" danger onConfirm={lift} onClose={onClose}>
      <ErrorSummary errors={act.errors} />
      <View className="muted">只用于列错的记录，由登记人以外的人办理。记录保留，注明已撤下；撤下后不再限制申请。</View>
      <View className="mt">
        <Field
          name="reason"
          label="理由"
          area
          maxLength={500}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          error={errorAt(act.errors, "reason")}
        />
        <Field
          name="documentNo"
          label="文号"
          maxLength={60}
          value={form.documentNo}
          onChange={(documentNo) => change({ documentNo })}
          error={errorAt(act.errors, "documentNo")}
        />
      </View>
    </Confirm>
  );
}

export function ListingCard({ listing, office, onMoved }: { listing: Listing; office: boolean; onMoved: () => unknown }) {
  const [lifting, setLifting] = useState(false);
  const { lifted } = listing;
  return (
    <Card id={`listing-${listing.id}`}>
      <View className="lrow-top">
        <View className="strong">{listing.name}</View>
        <Tag tone={lifted ? "plain" : "bad"}>{lifted ? "已撤下" : `限制到 ${dayText(listing.blockedThrough)}`}</Tag>
      </View>
      <View className="small muted num">{listing.creditCode}</View>
      {lifted
        ? null
        : listing.flags.map((flag) => (
            <View key={flag.code} className="danger-text">
              <Cited article={flag.article}>{refusalSentence(flag)}</Cited>
            </View>
          ))}
      {listing.representative ? <Row label="法定代表人">{listing.representative}</Row> : null}
      <Row label="事由">{listing.reason}</Row>
      <Row label="列入平台">{`${listing.platform}，${dayText(listing.listedOn)}`}</Row>
      <Row label="列入证明">{listing.evidence ?? "还没有登记"}</Row>
      {lifted ? (
        <Row label="撤下">{`${dayText(lifted.on)}，${lifted.reason}`}</Row>
      ) : (
        <Row label="最早可再申请">{dayText(listing.firstAllowedOn)}</Row>
      )}
      <Row label="依据">
        <Article article={listing.article} bare />
      </Row>
      {office && !lifted ? (
        <Button id={`lift-${listing.id}`} kind="plain" inline onTap={() => setLifting(true)}>
          列错了，撤下
        </Button>
      ) : null}
      {lifting ? <Lift listing={listing} onClose={() => setLifting(false)} onMoved={onMoved} /> : null}
    </Card>
  );
}
