/** Refusals: the document itself: whether it is in force, its numbers, who decides about them. */

import { partyName } from "../../party-name";
import { dayText } from "../time";
import { mark, type Sentences, told } from "../told";

export const POLICY = {
  scheme_not_in_force: (f) => `方案不在试行期内，不能办理新业务${told(f)}。已放款案件的后续事项不受影响。`,
  scheme_not_started: (f) => `方案还没有开始试行${told(f)}。请在开始日之后办理。`,
  issue_date_missing: () => "办法的印发日期还没有录入，不能开展新业务。请先录入。",
  parameter_not_in_force: (f) => `这一天没有有效的政策数字可用${mark(f, ["on"], "（", "）")}。请联系${partyName("office")}确认规则版本。`,
  calendar_unknown: (f) => `国务院还没有公布${mark(f, ["year"], " ", " 年")}放假安排，这个日期是暂定的，公布后会重新计算。`,
  ruleset_draft: () => "现行规则来自征求意见稿，正式文件印发后可能调整。每次办理都会记下当时的规则版本。",
  decision_twice: (f) => `这个文号已经登记过同一议题的决定${told(f)}。请核对文号，或写明所涉对象。`,
  decision_required: (f) => `${f.documentNo ? `文号“${f.documentNo}”` : "这项内容"}还不是已经登记、已经生效的会议决定。请先登记会议的决定。`,
  conference_roster: (f) => `联席会议的成员单位不全${mark(f, ["missing"], "：", "")}。`,
  param_history: (f) =>
    `新的数值不能从${dayText(f.from ?? "")}起：${dayText(f.since ?? "")}起已经有生效的数值，今天和以前的决定不能改写。请填更晚的日子。`,
  major_change_unapproved: () => `属于重大变化，要先报${partyName("government")}同意。`,
} satisfies Sentences;
