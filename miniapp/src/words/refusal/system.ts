/** Refusals: the case as a whole, the person, the system. */

import { partyName } from "../../party-name";
import { mark, type Sentences, told } from "../told";

export const SYSTEM = {
  wrong_step: (f) => `这件案件现在不能办这件事${told(f)}。可能别人刚办完一步，请刷新后再看。`,
  case_closed: () => "这件案件已经办结，不能再改动。",
  stale: () => "您打开页面后，内容已被别人更新。请刷新后核对，再办一次；您填的内容还在。",
  role_forbidden: () => "您所在的单位不能办这件事。如果您代表几家单位，请在“我的”里切换。",
  other_district: () => "您现在代表的单位不在这个区。请在“我的”里切换到这个区的单位再办。",
  access_denied: () => "您没有查看这项内容的权限。",
  not_found: () => "没有找到这项内容，可能已经移走，或不属于您的单位。",
  already_exists: (f) => `已经有相同的记录${told(f)}，不用重复添加。`,
  idempotency_key_required: () => "这次提交缺少编号，没有办成。请刷新页面再试。",
  idempotency_conflict: () => "同一次提交前后内容不一致，没有办成。请刷新页面核对后再提交。",
  body_invalid: () => "提交的内容格式不对，没有办成。请刷新页面再试。",
  body_too_large: () => "提交的内容太多，没有办成。请删减文字，文件请用上传功能。",
  rate_limited: () => "操作太快了。请等一分钟再试。",
  code_wrong: (f) => `验证码不对${mark(f, ["left"], "，还可以试 ", " 次")}。请核对短信里的 6 位数字。`,
  code_expired: () => "验证码已过期。请重新获取。",
  session_expired: () => "登录已过期。请重新登录，草稿都还在。",
  person_disabled: () => `您的账号已停用。如有疑问请联系${partyName("office")}。`,
  not_registered: () => `这个手机号还没有登记。工作人员请联系${partyName("office")}登记；企业请先登记企业。`,
  phone_taken: () => "这个手机号已经登记过。",
  url_not_allowed: () => `这个地址不能使用。请填 https 开头、已在${partyName("office")}备案的域名。`,
  internal: () => "系统出了问题，这次没有办成，已填的内容都还在。请稍后重试。",
  upstream_failed: () => "对方系统没有回应。请稍后重试。",
  setting_missing: (f) => `系统还缺一项设置${mark(f, ["names"], "：", "")}。请联系管理员。`,
} satisfies Sentences;
