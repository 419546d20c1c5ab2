/** The loan as it was made: held to the offer, the need and the scheme's limits while it is typed, checked, then recorded. */

import { View } from "@tarojs/components";
import { useState } from "react";
import type { CaseView } from "../../../../shared/contract/case";
import { oncePerGroup } from "../../../../shared/process/group";
import { asksFor } from "../../../../shared/process/loan-ask";
import { call } from "../../api";
import { coverage } from "../../case/coverage";
import { errorAt } from "../../failure";
import { schemeOf } from "../../scheme";
import type { Membership } from "../../session";
import { payTerm } from "../../term";
import { Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card, Row, Section } from "../../ui/card";
import { ErrorSummary } from "../../ui/errors";
import { amountReading, yuanText } from "../../ui/money-text";
import { Confirm } from "../../ui/sheet";
import { useAct } from "../../use-act";
import { useKept } from "../../use-kept";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { AskedFields } from "../asked-fields";
import { type Lead, loanStepOf, modeSays, modesFor } from "../lead-of";
import { Differences } from "./differences";
import { PartyFields, TermFields } from "./fields";
import { bodyOf, judge, type Offer, startOf, type Typed } from "./typed";

interface SummaryProps {
  view: CaseView;
  form: Typed;
  partner: string | undefined;
  reading: string | null;
}

const Summary = ({ view, form, partner, reading }: SummaryProps) => (
  <>
    <Row label="企业">{view.enterprise.name}</Row>
    <Row label="合同号">{form.contractNo}</Row>
    <Row label="本金" num>
      {reading ?? form.principal}
    </Row>
    <Row label="年利率和期限" num>{`${form.ratePercent}%，${form.termMonths} 个月`}</Row>
    <Row label="放款日期">{dayText(form.disbursedOn)}</Row>
    <Row label="合作方式">{[modeSays(view.scheme.id, form.mode), partner].filter(Boolean).join("，")}</Row>
    <View className="small muted">
      <Cited article={loanStepOf(view.scheme.id).cites.article}>
        {oncePerGroup(schemeOf(view.scheme.id)) ? "登记后不能更改，企业和关联企业通过这一机制贷款的一次机会就此用掉。" : "登记后不能更改。"}
      </Cited>
    </View>
  </>
);

interface LoanFormProps {
  view: CaseView;
  lead: Lead;
  offer: Offer;
  role: Membership;
  onDone: () => unknown;
}

export function LoanForm({ view, lead, offer, role, onDone }: LoanFormProps) {
  const schemeId = view.scheme.id;
  const [form, change, clear] = useKept<Typed>(`loan.${lead.id}`, startOf(offer));
  const [asking, setAsking] = useState(false);
  const [checked, setChecked] = useState<Typed | null>(null);
  const act = useAct();
  const modes = modesFor(schemeId, role.orgKind);
  const mode = modes.find((each) => each.id === form.mode);
  const { needs } = mode ?? {};
  const partners = useLoad(() => (needs ? call("listOrganisations", { query: { kind: needs } }) : null), [needs]);
  const known = needs ? (partners.data?.organisations ?? []).filter((each) => each.status === "active") : [];
  const chosen = known.find((each) => each.orgId === form.partnerOrgId);
  const judged = judge(view, lead, offer, form, mode, chosen && { id: chosen.orgId, kind: chosen.kind, name: chosen.name });
  // What was changed since the last check no longer shows that check's words.
  const at = (field: keyof Typed) =>
    (form[field] ? errorAt(judged.ruled, field) : null) ?? (checked && checked[field] !== form[field] ? null : errorAt(act.errors, field));
  const covered = view.tier ? coverage(schemeId, view.tier.choice, form.principal) : null;
  const read = amountReading(form.principal);
  const reading = read && covered ? `${read}，最多${payTerm()} ${yuanText(covered.amount)} 元` : read;
  const check = () => {
    setChecked(form);
    setAsking(act.check(judged.faults));
  };
  const record = async () => {
    const body = bodyOf(form, mode, judged.raised);
    const done = await act.run(() => call("recordLoan", { params: { caseId: view.id, leadId: lead.id }, body }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone();
  };
  const shared = { form, change, at, judged };
  const asks = asksFor(loanStepOf(schemeId).asks, form.mode);
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="loan">
        <TermFields {...shared} schemeId={schemeId} lead={lead} offer={offer} reading={reading} />
        <PartyFields {...shared} modes={modes} mode={mode} known={known} />
      </Card>
      {asks.length > 0 ? (
        <Section title="其他要核对的情况">
          <Card id="asked">
            <AskedFields
              asks={asks}
              answers={form.answers}
              change={(key, value) => change({ answers: { ...form.answers, [key]: value } })}
              at={(key) => errorAt(act.errors, key)}
              wanted={act.errors.flatMap(({ field }) => (field ? [field] : []))}
            />
          </Card>
        </Section>
      ) : null}
      <Differences offer={offer} form={form} />
      <Button id="loan-check" onTap={check}>
        核对放款登记
      </Button>
      <Confirm open={asking} title="核对放款登记" action="登记放款" busyText="正在登记…" onConfirm={record} onClose={() => setAsking(false)}>
        <Summary view={view} form={form} partner={chosen?.name} reading={reading} />
      </Confirm>
    </>
  );
}
