/** The doors of a person's work that the document of their district opens: what it does not have leads nowhere, so it is not offered. */
import type { OrgKind } from "../../shared/process/party";
import { stepOf } from "../../shared/process/procedure";
import type { Scheme } from "../../shared/schemes/scheme";
import { schemeOf } from "./scheme";
import { DOORS, type Door, type Membership } from "./session";

const REGISTER: Door = { title: "贷款备案", says: "登记已发放的贷款、看审核结果", url: "/bank/registrations/index" };
const CONFERENCE: Door = { title: "联席会议", says: "登记、查看会议决定", url: "/office/conference/index" };
const LISTED: Door = { title: "名单内的企业", says: "部门反馈、复核名单", url: "/office/listed/index" };
const PUBLISHED: Door = { title: "公布的名单", says: "企业名称和日期，按月查看", url: "/pages/list/index" };

type Asks = (scheme: Scheme, kind: OrgKind) => boolean;

const pushes: Asks = ({ admission }) => stepOf(admission, "push") !== undefined;
const recommends: Asks = ({ admission }) => stepOf(admission, "recommend") !== undefined;
const votes: Asks = ({ admission, claim }) => [...admission.steps, ...claim.steps].some(({ kind }) => kind === "ballot");
const approves: Asks = ({ admission }) => stepOf(admission, "approve") !== undefined;
const subsidises: Asks = ({ subsidy }) => subsidy !== undefined;
const sanctions: Asks = ({ sanctions: { bar, ladder, breach, departments } }) => [bar, ladder, breach, departments].some(Boolean);
/** Some read the figures everywhere; these two only where the document says so. */
const reads: Asks = ({ disclosure }, kind) => (kind !== "manager" && kind !== "regulator") || disclosure?.readers?.includes(kind) === true;
const orders: Asks = (scheme, kind) =>
  reads(scheme, kind) || [...scheme.fund.payment.instructedBy, ...scheme.fund.payment.paidBy.kinds].includes(kind);
const claims: Asks = (scheme, kind) => reads(scheme, kind) || scheme.claim.steps.some(({ by }) => by.includes(kind));

/** What a door leads to; one that is not here is open under every document. */
const LEADS_TO: Readonly<Record<string, Asks>> = {
  // a firm applies where somebody recommends, checks or pushes it; elsewhere institutions enter their loans themselves
  "/enterprise/tasks/index": ({ admission }) => admission.steps.some(({ kind }) => kind === "recommend" || kind === "check" || kind === "push"),
  "/enterprise/subsidy/index": subsidises,
  "/recommender/candidates/index": ({ admission }, kind) => stepOf(admission, "recommend")?.by.includes(kind) === true,
  "/recommender/follow-ups/index": recommends,
  "/reviewer/agenda/index": votes,
  "/office/meetings/index": votes,
  "/office/scores/index": ({ recommendation }) => recommendation.perQuarter !== undefined,
  "/office/approvals/index": approves,
  "/office/pushes/index": pushes,
  "/office/cases/index": reads,
  "/office/claims/index": claims,
  "/government/approvals/index": ({ admission, transition }, kind) =>
    stepOf(admission, "approve")?.by.includes(kind) === true || transition !== undefined,
  "/bank/leads/index": pushes,
  "/bank/webhook/index": pushes,
  "/fund/pool/index": reads,
  "/fund/loans/index": reads,
  "/fund/ledger/index": reads,
  "/fund/recoveries/index": reads,
  "/fund/report/index": ({ reports }) => reports.regular !== undefined,
  "/fund/major/index": ({ reports }) => reports.major !== undefined,
  // its sheet asks of every loan what the panel said of it
  "/fund/opening/index": ({ admission }) => stepOf(admission, "ballot") !== undefined,
  "/fund/instructions/index": orders,
  "/fund/subsidies/index": subsidises,
  "/fund/sanctions/index": sanctions,
};

type Role = Pick<Membership, "orgKind" | "schemeId">;

/** Of these, the ones that lead somewhere under the document of the district. */
export function openDoors(doors: readonly Door[], { orgKind, schemeId }: Role): readonly Door[] {
  const scheme = schemeOf(schemeId);
  return doors.filter(({ url }) => LEADS_TO[url]?.(scheme, orgKind) ?? true);
}

/** What a document with a conference, with a public list or with news of listed firms opens beside. */
function listDoors({ orgKind, schemeId }: Role): readonly Door[] {
  const { conference, feedback, admission } = schemeOf(schemeId);
  const convenes = conference?.convenor.kinds.includes(orgKind) === true;
  const looksAfter = feedback !== undefined && (convenes || feedback.by.includes(orgKind));
  return [...(convenes ? [CONFERENCE] : []), ...(looksAfter ? [LISTED] : []), ...(stepOf(admission, "publish") ? [PUBLISHED] : [])];
}

const PERIODIC: Door = { title: "定期报告", says: "应报、已报和逾期", url: "/fund/periodic/index" };
const WATCHED: Door = { title: "不良贷款率", says: "提示、说明、暂停和恢复", url: "/fund/watched/index" };
const BANS: Door = { title: "违规认定和限制", says: "登记认定、解除、撤销", url: "/fund/bans/index" };
const CANDIDACIES: Door = { title: "合作机构审定", says: "申请、初审、审定、签协议", url: "/fund/candidacies/index" };
const EVALUATIONS: Door = { title: "绩效评价和奖励", says: "年度得分、当年业务、奖励的算法", url: "/fund/evaluations/index" };
const PLANS: Door = { title: "年度分配", says: "拟订、审定、查看分配方案", url: "/fund/allocations/index" };
const CONSENTS: Door = { title: "数据授权", says: "授权、收回、查看记录", url: "/enterprise/consents/index" };
const LOOK: Door = { title: "查看企业数据", says: "经企业授权，写明用途", url: "/bank/look/index" };

const seesFigures = ({ disclosure }: Scheme, kind: OrgKind): boolean =>
  ["office", "finance", "auditor", "government", ...(disclosure?.readers ?? [])].includes(kind);

/** Whether the document gives its money out by a period's plan, and this kind reads it. */
export function readsPlans({ orgKind, schemeId }: Role): boolean {
  const scheme = schemeOf(schemeId);
  const around = scheme.claim.steps.some(({ kind, by }) => (kind === "report" || kind === "approve") && by.includes(orgKind));
  return scheme.fund.allocation !== undefined && (around || seesFigures(scheme, orgKind));
}

/** What a document that watches, bans, is told, shares, chooses its partners or rewards them opens beside. */
function watchDoors({ orgKind, schemeId }: Role): readonly Door[] {
  const scheme = schemeOf(schemeId);
  const { watch, sanctions, partnership, disclosure, reports, reward } = scheme;
  const institution = ["bank", "guarantor", "insurer", "lender"].includes(orgKind);
  const sees = seesFigures(scheme, orgKind);
  const shares = disclosure?.shares;
  const finds = sanctions.bans?.some(({ by }) => by.includes(orgKind)) === true;
  const owes = reports.periodic?.some(({ by, to }) => by.includes(orgKind) || to.includes(orgKind) || sees) === true;
  return [
    ...(watch && (sees || institution) ? [WATCHED] : []),
    ...(sanctions.bans && (sees || finds) ? [BANS] : []),
    ...(owes ? [PERIODIC] : []),
    ...(partnership && (sees || institution) ? [CANDIDACIES] : []),
    ...(reward && (sees || institution || orgKind === "manager") ? [EVALUATIONS] : []),
    ...(shares?.to.includes(orgKind) ? [LOOK] : []),
    ...(shares && (sees || orgKind === "enterprise" || shares.to.includes(orgKind)) ? [CONSENTS] : []),
  ];
}

export function doorsOf(role: Role): readonly Door[] {
  const enters = stepOf(schemeOf(role.schemeId).admission, "register")?.by.includes(role.orgKind) === true;
  const own = [...openDoors(DOORS[role.orgKind], role), ...(readsPlans(role) ? [PLANS] : []), ...listDoors(role), ...watchDoors(role)];
  return enters ? [REGISTER, ...own] : own;
}
