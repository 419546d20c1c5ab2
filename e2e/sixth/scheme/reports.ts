/** What 青溪 wants to be told and how often, and who reads along. */
import { cite } from "../../../shared/citation";
import type { DisclosureRules } from "../../../shared/process/publish";
import type { ReportRules } from "../../../shared/process/report-duty";

export const reports: ReportRules = {
  periodic: [{ id: "members", says: "向会员通报资金收支", by: ["manager"], to: ["office"], every: "quarter", cites: cite("第十五条", "QX-022") }],
};

export const disclosure: DisclosureRules = {
  publishes: [],
  readers: ["office", "manager", "finance", "government", "auditor"],
  cites: cite("第十五条", "QX-022"),
};
