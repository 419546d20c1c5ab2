/** 延庆's way of getting money back: coordination, law, returns, write-off, with their clocks. */
import type { Deadline } from "../../calendar/deadline";
import { cite } from "../../citation";
import type { RecoveryRules } from "../../process/claim-rules";
import { returnCap, returnMethod, writeOffProofs } from "./fund-parameters";

const coordination: Deadline = {
  id: "coordination",
  cites: cite("三（七）1", "YQ-076"),
  anchor: "npl_application_received",
  length: { workdays: 10 },
  rollover: "none",
  onMiss: "flag",
  says: "收到不良贷款认定申请后十个工作日内召开协调会",
};

const legalStart: Deadline = {
  id: "legal_start",
  cites: cite("三（七）1", "YQ-078"),
  anchor: "coordination_without_result",
  length: { days: 30 },
  rollover: "next_working_day",
  onMiss: "flag",
  says: "协调无果之日起三十日内启动法律追偿",
};

const giveBack: Deadline = {
  id: "recovery_return",
  cites: cite("三（七）2", "YQ-079"),
  anchor: "money_recovered",
  length: { workdays: 10 },
  rollover: "none",
  onMiss: "flag",
  says: "收到追偿资金后十个工作日内按代偿比例返还",
};

export const DEADLINES: readonly Deadline[] = [coordination, legalStart, giveBack];

export const recovery: RecoveryRules = {
  order: cite("三（七）", "YQ-075"),
  coordination: { by: ["office"], within: coordination, cites: cite("三（七）1", "YQ-076", "YQ-077") },
  legal: { within: legalStart, cites: cite("三（七）1", "YQ-078") },
  returns: { within: giveBack, method: returnMethod, capAtPaid: returnCap, cites: cite("三（七）2", "YQ-079") },
  ledger: { every: "quarter", cites: cite("三（七）3", "YQ-080") },
  writeOff: {
    proofs: writeOffProofs,
    approvals: ["office", "finance"],
    cites: cite("三（七）4", "YQ-082"),
    approvalCites: cite("三（七）4", "YQ-083"),
  },
  forced: cite("四（三）", "YQ-096"),
  assist: cite("五", "YQ-101"),
};
