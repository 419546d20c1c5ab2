/** From a case that waits for somebody to what they are to do with it, and the screen where that is done. */
import type { CaseRow } from "../../../shared/contract/case";
import type { OrgKind } from "../../../shared/process/party";
import { TODO_WORDS } from "../words/todo";
import { planTodo } from "./plan-todo";

interface NextDoor {
  says: string;
  /** Absent where the case page is the better start, for more than one thing can be done. */
  url?: string;
}

type Todo = keyof typeof TODO_WORDS;

const SCREENS: Partial<Record<Todo, string>> = {
  draft: "/enterprise/tasks/index",
  recommend: "/recommender/adopt/index",
  opinion: "/bank/opinion/index",
  vote: "/reviewer/ballot/index",
  approve: "/government/approval/index",
  publish: "/office/publish/index",
  lead: "/bank/lead/index",
  loan: "/bank/lead/index",
  register: "/bank/register/index",
  claim_file: "/bank/claim/index",
  legal_start: "/bank/recovery/index",
  give_back: "/bank/recovery/index",
  confirm_loss: "/bank/recovery/index",
  transition_consent: "/government/consent/index",
  claim_check: "/office/claim/index",
  claim_panel: "/office/claim/index",
  claim_close: "/office/claim/index",
  claim_report: "/office/claim/index",
  claim_notify: "/office/claim/index",
  claim_vote: "/reviewer/claim-ballot/index",
  claim_consent: "/government/consent/index",
  claim_pay: "/fund/payable/index",
  pay_countersign: "/fund/payable/index",
  draw_approve: "/fund/payable/index",
  draw_transfer: "/fund/payable/index",
  coordinate: "/fund/recovery/index",
  receive_return: "/fund/recovery/index",
  approve_loss: "/fund/recovery/index",
};

const INSTITUTIONS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

const OFFICE: Partial<Record<CaseRow["status"], Todo>> = {
  check: "check",
  check_open: "check",
  ballot: "ballot",
  ballot_scheduled: "ballot_scheduled",
  ballot_open: "close",
  push: "push",
};

/** For a row that does not say what waits: read off where the case is. */
function todoAt(orgKind: OrgKind, status: CaseRow["status"]): Todo | undefined {
  if (orgKind === "office") return OFFICE[status];
  if (orgKind === "enterprise") return status === "draft" ? "draft" : undefined;
  if (status === "recommend") return "recommend";
  if (status === "ballot_open") return "vote";
  if (status === "approve" && orgKind === "government") return "approve";
  if (!INSTITUTIONS.includes(orgKind)) return undefined;
  if (status === "check_open") return "opinion";
  return status === "push_open" ? "lead" : undefined;
}

/** All that waits, told together; the door leads to the first that has a screen of its own. */
export function nextDoor(orgKind: OrgKind, row: Pick<CaseRow, "status" | "todo">): NextDoor | null {
  const fallback = todoAt(orgKind, row.status);
  const todo = (row.todo.length ? row.todo : fallback ? [fallback] : []).filter((each): each is Todo => each in TODO_WORDS);
  if (!todo.length) return null;
  const doors = todo.map((each) => planTodo(orgKind, each) ?? { says: TODO_WORDS[each], url: SCREENS[each] });
  const url = doors.map((door) => door.url).find(Boolean);
  return { says: doors.map(({ says }) => says).join("、"), ...(url ? { url } : {}) };
}
