/** From the routes that a viewer may call on a case to the screens where that is done. */

import type { CaseView } from "../../../shared/contract/case";
import type { RouteName } from "../../../shared/contract/paths";
import { approvalTerm, panelTerm, payTerm } from "../term";

interface ActionDoor {
  says: string;
  url: string;
  /** Lower goes first; the first is the primary button. */
  order: number;
}

const DOORS: Partial<Record<RouteName, ActionDoor>> = {
  submitApplication: { says: "继续填写", url: "/enterprise/tasks/index", order: 1 },
  adoptApplication: { says: "核对并推荐", url: "/recommender/adopt/index", order: 1 },
  openScreening: { says: "开始核查", url: "/office/screening/index", order: 1 },
  recordFinding: { says: "补记核查结果", url: "/office/screening/index", order: 4 },
  passScreening: { says: "办理核查", url: "/office/screening/index", order: 1 },
  giveOpinion: { says: "出具意见", url: "/bank/opinion/index", order: 1 },
  scheduleReview: {
    get says() {
      return `安排${panelTerm()}`;
    },
    url: "/office/panel/index",
    order: 1,
  },
  openBallot: { says: "主持表决", url: "/office/panel/index", order: 1 },
  closeBallot: { says: "主持表决", url: "/office/panel/index", order: 1 },
  castBallot: { says: "去表决", url: "/reviewer/ballot/index", order: 1 },
  recuse: { says: "表决或回避", url: "/reviewer/ballot/index", order: 2 },
  approveCase: {
    get says() {
      return approvalTerm();
    },
    url: "/government/approval/index",
    order: 1,
  },
  publishList: { says: "公布名单", url: "/office/publish/index", order: 1 },
  pushToBanks: { says: "推送给机构", url: "/office/pushes/index", order: 1 },
  recordLoan: { says: "登记放款", url: "/bank/loan/index", order: 1 },
  offerLead: { says: "答复线索", url: "/bank/lead/index", order: 2 },
  askLead: { says: "答复线索", url: "/bank/lead/index", order: 2 },
  declineLead: { says: "答复线索", url: "/bank/lead/index", order: 2 },
  registerAgain: { says: "改正后再报", url: "/bank/register/index", order: 1 },
  fileClaim: {
    get says() {
      return `申请${payTerm()}`;
    },
    url: "/bank/claim/index",
    order: 3,
  },
  withdrawClaim: {
    get says() {
      return `看${payTerm()}申请`;
    },
    url: "/bank/claim/index",
    order: 4,
  },
  startLegal: { says: "办理追偿", url: "/bank/recovery/index", order: 1 },
  declareReturn: { says: "办理追偿", url: "/bank/recovery/index", order: 1 },
  endLegal: { says: "办理追偿", url: "/bank/recovery/index", order: 2 },
  confirmLoss: { says: "办理追偿", url: "/bank/recovery/index", order: 1 },
  recordRecovery: { says: "办理追偿", url: "/bank/recovery/index", order: 2 },
  recordRepayment: { says: "登记还款、分类", url: "/bank/file/index", order: 2 },
  gradeLoan: { says: "登记还款、分类", url: "/bank/file/index", order: 3 },
  setSchedule: { says: "登记还款、分类", url: "/bank/file/index", order: 3 },
  registerPolicy: { says: "登记保单", url: "/insurer/policy/index", order: 2 },
  recordFollowUp: { says: "登记走访", url: "/recommender/follow-up/index", order: 4 },
  checkClaim: {
    get says() {
      return `核查${payTerm()}申请`;
    },
    url: "/office/claim/index",
    order: 1,
  },
  setClaimPanel: {
    get says() {
      return `安排${payTerm()}${panelTerm()}`;
    },
    url: "/office/claim/index",
    order: 1,
  },
  openClaimBallot: {
    get says() {
      return `主持${payTerm()}表决`;
    },
    url: "/office/claim/index",
    order: 1,
  },
  closeClaimBallot: {
    get says() {
      return `主持${payTerm()}表决`;
    },
    url: "/office/claim/index",
    order: 1,
  },
  reportClaim: { says: "报请审定", url: "/office/claim/index", order: 1 },
  notifyClaim: { says: "出具支付通知", url: "/office/claim/index", order: 1 },
  drawUpAllocation: { says: "拟订分配方案", url: "/fund/allocation/index", order: 1 },
  agreeAllocation: { says: "审定分配方案", url: "/fund/allocation/index", order: 1 },
  castClaimBallot: {
    get says() {
      return `${payTerm()}表决`;
    },
    url: "/reviewer/claim-ballot/index",
    order: 1,
  },
  consentClaim: {
    get says() {
      return `审定${payTerm()}`;
    },
    url: "/government/consent/index",
    order: 1,
  },
  admitTransition: { says: "同意纳入", url: "/government/consent/index", order: 1 },
  receiveReturn: { says: "办理追偿", url: "/fund/recovery/index", order: 1 },
  approveLoss: { says: "审核核销", url: "/fund/recovery/index", order: 1 },
  coordinate: { says: "办理追偿", url: "/fund/recovery/index", order: 2 },
  forceLegal: { says: "办理追偿", url: "/fund/recovery/index", order: 3 },
  determineBreach: { says: "认定机构违规", url: "/fund/breach/index", order: 5 },
  fileSubsidy: { says: "申请保费补贴", url: "/enterprise/subsidy/index", order: 2 },
};

/** One entry for each screen, most important first; each takes `id` (the case). */
export function actionDoors(view: CaseView): { says: string; url: string }[] {
  const doors = view.actions.flatMap((name) => DOORS[name as RouteName] ?? []).sort((a, b) => a.order - b.order);
  return doors.filter((door, at) => doors.findIndex((other) => other.url === door.url) === at);
}
