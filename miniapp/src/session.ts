/** Who is logged in on this device: token, person, the organisations they stand for, and which of them acts now. */

import Taro from "@tarojs/taro";
import { useSyncExternalStore } from "react";
import type { Api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import type { OrgKind } from "../../shared/process/party";
import { approvalTerm, panelTerm, payTerm } from "./term";

type LoginReply = Reply<Api["login"]>;
export type Membership = LoginReply["memberships"][number];

export interface Session {
  token: string;
  person: LoginReply["person"];
  memberships: Membership[];
  /** A membershipId; null while the person belongs to no organisation yet. */
  actingAs: string | null;
  /** The district whose own database the session lies in; empty for the common one. */
  home?: string;
}

const KEY = "gongdan.session";
/** Sessions of other databases wait under this, with the name of their district. */
const PARKED_KEY = "gongdan.session.at.";
const DISTRICT_KEY = "gongdan.district";
const listeners = new Set<() => void>();
let held: Session | null | undefined;

export function session(): Session | null {
  if (held === undefined) {
    try {
      held = JSON.parse(Taro.getStorageSync(KEY) || "null") as Session | null;
    } catch {
      held = null;
    }
  }
  return held ?? null;
}

function keep(next: Session | null): void {
  held = next;
  if (next) Taro.setStorageSync(KEY, JSON.stringify(next));
  else Taro.removeStorageSync(KEY);
  for (const tell of listeners) tell();
}

/** The district chosen on this device; null until somebody chooses. */
export const chosenDistrict = (): string | null => Taro.getStorageSync<string>(DISTRICT_KEY) || null;
export const chooseDistrict = (id: string): void => Taro.setStorageSync(DISTRICT_KEY, id);

/** Acts for the first organisation of the chosen district; where nothing was chosen, for the first of all. */
const firstOf = (memberships: readonly Membership[]): string | null => {
  const chosen = chosenDistrict();
  return memberships.find((each) => chosen === null || each.schemeId === chosen)?.membershipId ?? null;
};

/** `home` names the district where its sessions lie in a database of their own. */
export const openSession = (reply: LoginReply, home = ""): void =>
  keep({ token: reply.token, person: reply.person, memberships: reply.memberships, actingAs: firstOf(reply.memberships), home });

/** Goes on with the session of that database, which the other one waits for. Answers whether there is one. */
export function parkSession(home: string, districtId: string): boolean {
  const now = session();
  if (now && (now.home ?? "") === home) {
    if (acting(now)?.schemeId !== districtId) keep({ ...now, actingAs: firstOf(now.memberships) });
    return true;
  }
  if (now) Taro.setStorageSync(`${PARKED_KEY}${now.home ?? ""}`, JSON.stringify(now));
  const waiting = JSON.parse(Taro.getStorageSync(`${PARKED_KEY}${home}`) || "null") as Session | null;
  Taro.removeStorageSync(`${PARKED_KEY}${home}`);
  keep(waiting && { ...waiting, actingAs: firstOf(waiting.memberships) });
  return waiting !== null;
}

export const closeSession = (): void => keep(null);

/** What a person typed and the worker has not taken yet is kept under this; a session that merely ran out leaves it where it is. */
export const DRAFT_KEY = "gongdan.draft.";
/** The same for a form that was begun. */
export const KEPT_KEY = "gongdan.kept.";

/** Logging out on purpose leaves nothing of the person on the device. */
export function leaveDevice(): void {
  closeSession();
  for (const key of Taro.getStorageInfoSync().keys)
    if ([DRAFT_KEY, KEPT_KEY, PARKED_KEY, DISTRICT_KEY].some((own) => key.startsWith(own))) Taro.removeStorageSync(key);
}

/** Takes the memberships as the worker knows them now; keeps the acting one while it still exists. */
export function renewMemberships(memberships: Membership[]): void {
  const now = session();
  if (!now) return;
  const still = memberships.some((each) => each.membershipId === now.actingAs);
  keep({ ...now, memberships, actingAs: still ? now.actingAs : firstOf(memberships) });
}

export function actAs(membershipId: string): void {
  const now = session();
  const membership = now?.memberships.find((each) => each.membershipId === membershipId);
  if (!now || !membership) return;
  chooseDistrict(membership.schemeId);
  keep({ ...now, actingAs: membershipId });
}

export function addMembership(membership: Membership): void {
  const now = session();
  if (now)
    keep({
      ...now,
      memberships: [...now.memberships.filter((each) => each.membershipId !== membership.membershipId), membership],
      actingAs: membership.membershipId,
    });
}

export const acting = (now: Session | null = session()): Membership | null =>
  now?.memberships.find((each) => each.membershipId === now.actingAs) ?? null;

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** The session, followed: the screen renews when somebody logs in or out or acts for another organisation. */
export const useSession = (): Session | null => useSyncExternalStore(subscribe, session, session);

export interface Door {
  title: string;
  says: string;
  url: string;
}

const OFFICE: Door[] = [
  { title: "案件清单", says: "筛选、搜索、导出", url: "/office/cases/index" },
  { title: "推荐情况", says: "各单位本季度推荐家数", url: "/office/scores/index" },
  {
    get title() {
      return `${panelTerm()}会议`;
    },
    says: "召集会议、安排议程",
    url: "/office/meetings/index",
  },
  {
    get title() {
      return `${approvalTerm()}进度`;
    },
    get says() {
      return `等${approvalTerm()}的和已同意的`;
    },
    url: "/office/approvals/index",
  },
  { title: "推送融资", says: "推送情况和机构答复", url: "/office/pushes/index" },
  { title: "合作机构", says: "机构和合作协议", url: "/office/institutions/index" },
  { title: "数值和理解", says: "提议、同意改变", url: "/office/amendments/index" },
  { title: "人员", says: "登记、停用工作人员", url: "/office/staff/index" },
  { title: "未送达的通知", says: "查看并重新发送", url: "/office/dead-letters/index" },
];
const RECOMMEND: Door = { title: "待推荐企业", says: "核对材料并推荐", url: "/recommender/candidates/index" };
const AGENDA: Door = {
  get title() {
    return `${panelTerm()}议程`;
  },
  says: "查看材料、回避、表决",
  url: "/reviewer/agenda/index",
};
const LEADS: Door = { title: "融资线索", says: "提问、报价、婉拒、登记放款", url: "/bank/leads/index" };
const LOANS: Door = {
  title: "贷款台账",
  get says() {
    return `还款、分类、申请${payTerm()}、追偿`;
  },
  url: "/bank/loans/index",
};
const INSURED: Door = { title: "承保贷款", says: "登记保单、退费、走访", url: "/insurer/loans/index" };
const FOLLOW_UPS: Door = { title: "贷后跟踪", says: "走访企业、报送异常", url: "/recommender/follow-ups/index" };
const WEBHOOK: Door = { title: "系统对接", says: "把线索推送到本机构系统", url: "/bank/webhook/index" };

const POOL: Door = { title: "资金池", says: "余额、账簿、收支和报告", url: "/fund/pool/index" };
const APPROVALS: Door = {
  get title() {
    return `待${approvalTerm()}案件`;
  },
  says: "查看材料，同意或退回",
  url: "/government/approvals/index",
};
const CLAIMS: Door = {
  get title() {
    return `${payTerm()}申请`;
  },
  says: "核查、办理和进度",
  url: "/office/claims/index",
};
const FUNDED: Door = {
  title: "已放款",
  get says() {
    return `还款、不良、${payTerm()}到了哪一步`;
  },
  url: "/fund/loans/index",
};
const ORDERS: Door = { title: "付款指令", says: "复核、拨付、付款进度", url: "/fund/instructions/index" };
const LEDGERS: readonly Door[] = [
  { title: "总账", says: "每一笔进出、分录和经办人", url: "/fund/ledger/index" },
  { title: "追偿台账", says: "收回、返还、核销", url: "/fund/recoveries/index" },
];

/** For everybody, whoever they stand for. */
export const POLICY: Door = { title: "政策条文", says: "条文、数值和采用的理解", url: "/pages/policy/index" };

/** The working screens of each kind of organisation, in the order in which they are used. */
export const DOORS: Record<OrgKind, readonly Door[]> = {
  enterprise: [
    { title: "我的融资申请", says: "填写、上传、提交", url: "/enterprise/tasks/index" },
    {
      title: "我的贷款",
      get says() {
        return `还款计划、${payTerm()}和追偿`;
      },
      url: "/enterprise/loan/index",
    },
    { title: "保费补贴", says: "承保贷款的保费补贴", url: "/enterprise/subsidy/index" },
  ],
  township: [RECOMMEND, FOLLOW_UPS, AGENDA],
  department: [RECOMMEND, FOLLOW_UPS, AGENDA],
  office: [POOL, CLAIMS, FUNDED, ...OFFICE, AGENDA],
  finance: [POOL, ORDERS, CLAIMS, FUNDED, AGENDA],
  government: [APPROVALS, CLAIMS, POOL, FUNDED],
  bank: [LEADS, LOANS, AGENDA, WEBHOOK],
  guarantor: [LEADS, LOANS, AGENDA, WEBHOOK],
  insurer: [LEADS, INSURED, AGENDA, WEBHOOK],
  lender: [LEADS, LOANS, AGENDA, WEBHOOK],
  account_bank: [{ title: "付款指令", says: "待付款和已付款", url: "/teller/orders/index" }],
  auditor: [POOL, ...LEDGERS, CLAIMS, FUNDED],
  manager: [CLAIMS, ORDERS, { title: "案件清单", says: "筛选、搜索、导出", url: "/office/cases/index" }, POOL, FUNDED, ...LEDGERS],
  regulator: [POOL, CLAIMS, FUNDED, ...LEDGERS],
};

/** Sends whoever is not logged in to the login page, to come back here afterwards. */
export function toLogin(): void {
  const pages = Taro.getCurrentPages();
  const top = pages[pages.length - 1];
  const route = top?.route ?? top?.path ?? "";
  if (route.includes("pages/login/index")) return;
  void Taro.reLaunch({ url: "/pages/login/index" });
}
