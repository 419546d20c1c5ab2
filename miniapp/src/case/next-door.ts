/** From a case that waits for somebody to what they are to do with it, and the screen where that is done. */
import type { CaseRow } from "../../../shared/contract/case";
import type { OrgKind } from "../../../shared/process/party";

interface NextDoor {
  says: string;
  /** Absent where the case page is the better start, for more than one thing can be done. */
  url?: string;
}

const INSTITUTIONS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

const OFFICE: Partial<Record<CaseRow["status"], string>> = {
  check: "开始初筛",
  check_open: "办理初筛",
  ballot: "安排联审",
  ballot_scheduled: "主持表决",
  ballot_open: "投票或结束表决",
  push: "推送给机构",
};

export function nextDoor(orgKind: OrgKind, status: CaseRow["status"]): NextDoor | null {
  if (orgKind === "office") return OFFICE[status] ? { says: OFFICE[status] } : null;
  if (orgKind === "enterprise") return status === "draft" ? { says: "继续填写", url: "/enterprise/tasks/index" } : null;
  if (status === "recommend") return { says: "核对并推荐", url: "/recommender/adopt/index" };
  if (status === "ballot_open") return { says: "去表决", url: "/reviewer/ballot/index" };
  if (status === "approve" && orgKind === "government") return { says: "审议", url: "/government/approval/index" };
  if (!INSTITUTIONS.includes(orgKind)) return null;
  if (status === "check_open") return { says: "出具初筛意见", url: "/bank/opinion/index" };
  return status === "push_open" ? { says: "答复或登记放款", url: "/bank/lead/index" } : null;
}
