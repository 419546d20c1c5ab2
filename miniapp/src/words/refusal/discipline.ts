/** Refusals: misconduct, reports that are due, secrecy. */

import { partyName } from "../../party-name";
import { payTerm } from "../../term";
import { GROUND_WORDS } from "../discipline";
import { FIGURE_WORDS } from "../figure-name";
import { mark, type Sentences, told } from "../told";

/** What has to be found before nobody answers, in words. */
const grounds = (missing: string): string =>
  missing
    .split("、")
    .map((ground) => GROUND_WORDS[ground] ?? FIGURE_WORDS[ground] ?? ground)
    .join("、");

export const DISCIPLINE = {
  breach_not_determined: () => "机构违约要由风险评级单位过半数认定，并有认定文件，才能处理。",
  sanction_invalid: (f) => `这项处理不成立${told(f)}。降低的比例要低于原比例，约谈、通报、暂停要依次进行。`,
  blacklist_pending: (f) => `还没有上传列入信用平台的证明${told(f)}。`,
  dept_two_comp_cases: () => `该部门推荐的企业一年内出现两家${payTerm()}，可在考核中酌情减分。`,
  dept_misconduct: (f) => `该部门有未履行推荐职责的情形${told(f)}，可在考核中酌情减分。`,
  report_overdue: (f) => `上一期的追偿情况还没有向${partyName("government")}报告${mark(f, ["batch"], "（", "）")}。`,
  major_event_unreported: () => `有重大事项还没有向${partyName("government")}报告。请即时报告。`,
  enterprise_banned: (f) => `企业因骗取、挪用贷款或逃废债务，不再纳入${payTerm()}范围${told(f)}。`,
  liability_exempt: (f) => `已认定尽职免责${told(f)}，不再追究责任。`,
  violation_case: (f) => `存在违规造成资金损失的情况${told(f)}，按规定处理。`,
  finding_unproven: (f) =>
    f.missing === undefined ? `违规事实还没有查实${told(f)}，要有认定文件。` : `还没有全部查实，不能认定尽职免责（缺少：${grounds(f.missing)}）。`,
  confidential: (f) => `这项内容要保密，不能公开或导出${told(f)}。`,
  data_access: (f) => `没有企业的授权或用途，不能查看企业数据${told(f)}。`,
} satisfies Sentences;
