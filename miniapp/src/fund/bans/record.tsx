/** Recording a finding of misconduct; where the document takes back what was paid, with the paid loan and what would be taken back. */
import { View } from "@tarojs/components";
import type { LocalDate } from "../../../../shared/local-date";
import { yuan } from "../../../../shared/money";
import { ban } from "../../../../shared/process/ban";
import type { OrgKind } from "../../../../shared/process/party";
import { type Answer, call } from "../../api";
import { today } from "../../case/due";
import { fenOf } from "../../case/file/read-view";
import type { schemeOf } from "../../scheme";
import { Cited } from "../../ui/article";
import { Row } from "../../ui/card";
import { yuanText } from "../../ui/money-text";
import { isSome } from "../../ui/proportion";
import { filled, type SheetField, SheetForm, type Typed } from "../../ui/sheet-form";
import { CONDUCT_WORDS } from "../../words/discipline";

export type Rule = NonNullable<ReturnType<typeof schemeOf>["sanctions"]["bans"]>[number];
type Paid = Answer<"listRecoveries">["recoveries"][number];
type Organisations = Answer<"listOrganisations">["organisations"];

/** Said on purpose, so that no loan is left out by forgetting. */
const NONE = "none";

/** What an institution got is taken back; a firm got nothing from the fund. */
export const takesBack = ({ of, clawback }: Rule): boolean => of === "institution" && clawback !== undefined;

/** Everything that the fund has paid, page by page; asked for only where a rule takes something back. */
export async function paidCases(): Promise<Paid[]> {
  const found: Paid[] = [];
  let cursor: string | undefined;
  do {
    const page = await call("listRecoveries", { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    found.push(...page.recoveries.filter(({ paid }) => isSome(paid)));
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

/** The institution, and the loan that it was paid for where something is taken back; or the firm by its code. */
function subjectFields(rule: Rule, organisations: Organisations, cases: readonly Paid[]): SheetField[] {
  if (rule.of === "enterprise")
    return [
      { name: "creditCode", label: "统一社会信用代码" },
      { name: "name", label: "企业名称", maxLength: 100 },
    ];
  const institutions = organisations
    .filter(({ kind }) => ["bank", "guarantor", "insurer", "lender"].includes(kind))
    .map(({ orgId, name }) => ({ value: orgId, label: name }));
  const paidTo = ({ orgId }: Typed) => {
    const name = institutions.find(({ value }) => value === orgId)?.label;
    return cases
      .filter(({ payee }) => payee === name)
      .map(({ caseId, caseNo, enterprise }) => ({ value: caseId, label: `${enterprise}（${caseNo}）` }));
  };
  return [
    { name: "orgId", label: "机构", kind: "pick", options: institutions },
    ...(takesBack(rule)
      ? [
          {
            name: "caseId",
            label: "收回哪一笔",
            kind: "pick" as const,
            hint: "向这家机构付过的案件；先选机构",
            options: (typed: Typed) => (typed.orgId ? [...paidTo(typed), { value: NONE, label: "不收回，只登记限制" }] : []),
          },
        ]
      : []),
  ];
}

/** What was paid and has come back, and what the rule takes of it once the finding is complete. */
function TakenBack({ rule, by, paid, typed }: { rule: Rule; by: OrgKind; paid: Paid | undefined; typed: Typed }) {
  if (!rule.clawback || !paid) return null;
  const { conduct = "", verifiedOn = "", documentNo = "" } = typed;
  const finding = { conduct, verifiedOn: verifiedOn as LocalDate, by, documentNo };
  const banned = verifiedOn ? ban(rule, finding, fenOf(paid.paid), fenOf(paid.returned), today()) : undefined;
  return (
    <View id="taken-back" className="mt">
      <Row label="已付" num>{`${yuanText(paid.paid)} 元`}</Row>
      <Row label="已返还" num>{`${yuanText(paid.returned)} 元`}</Row>
      <Row label="将收回" num cites={rule.clawback.cites.article}>
        {banned?.ok ? `${yuanText(yuan(banned.value.clawback))} 元` : "填好情形、查实日期和文号后显示"}
      </Row>
      <View className="small muted">登记后生成凭证，由另一人复核后才入账。</View>
    </View>
  );
}

interface RecordProps {
  rule: Rule;
  by: OrgKind;
  organisations: Organisations;
  cases: readonly Paid[];
  onClose: () => void;
  onMoved: () => unknown;
}

export function Record({ rule, by, organisations, cases, onClose, onMoved }: RecordProps) {
  return (
    <SheetForm
      id={`ban.${rule.id}`}
      title={rule.says}
      action="登记认定"
      done="已登记"
      danger
      fields={[
        { name: "conduct", label: "情形", kind: "choice", options: rule.conduct.map((value) => ({ value, label: CONDUCT_WORDS[value] ?? value })) },
        ...subjectFields(rule, organisations, cases),
        { name: "verifiedOn", label: "查实日期", kind: "day" },
        { name: "documentNo", label: "认定文号" },
        { name: "reason", label: "事实", kind: "area", maxLength: 1000 },
      ]}
      onSend={({ conduct = "", verifiedOn = "", documentNo = "", reason = "", caseId = "", ...subject }) =>
        call("recordBan", {
          body: { rule: rule.id, conduct, verifiedOn, documentNo, reason, ...filled({ ...subject, caseId: caseId === NONE ? "" : caseId }) },
        })
      }
      onClose={onClose}
      onDone={onMoved}
    >
      {(typed) => (
        <>
          {rule.tells.map(({ says, cites }) => (
            <View key={says} className="small muted">
              <Cited article={cites.article}>{`登记后通知有关单位：${says}`}</Cited>
            </View>
          ))}
          <TakenBack rule={rule} by={by} paid={cases.find(({ caseId }) => caseId === typed.caseId)} typed={typed} />
        </>
      )}
    </SheetForm>
  );
}
