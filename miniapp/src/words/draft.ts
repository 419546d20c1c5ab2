/** A firm's application: its tasks and what is answered in them. */

import type { TASK_IDS, TASK_STATUSES } from "../../../shared/contract/application";
import type { Tone } from "../ui/tag";

export const TASK_WORDS: Record<(typeof TASK_IDS)[number], string> = {
  enterprise: "企业情况",
  people: "法定代表人、控制人和股东",
  figures: "经营数据",
  project: "经营项目和融资需求",
  conduct: "信用和守法情况",
  papers: "上传材料",
  submit: "核对并提交",
};

export const TASK_STATUS_WORDS: Record<(typeof TASK_STATUSES)[number], { says: string; tone: Tone }> = {
  cannot_start: { says: "还不能开始", tone: "plain" },
  not_started: { says: "未开始", tone: "todo" },
  in_progress: { says: "填写中", tone: "warn" },
  done: { says: "已完成", tone: "done" },
};

/** Names of the answers in a draft; those of a list's rows stand after the row's own name. */
export const DRAFT_WORDS: Record<string, string> = {
  registeredDistrict: "登记注册所在区",
  registeredAddress: "登记住所",
  registration: "登记状态",
  establishedOn: "成立日期",
  industry: "所属行业",
  activity: "业务是否涉及金融、房地产",
  listedProcess: "是否使用淘汰工艺或设备",
  attested: "文件要求说明的情况",
  monthlyStaff: "每月在岗人数",
  localStaffPercent: "本地员工比例",
  representativeName: "法定代表人姓名",
  representativeId: "法定代表人身份证号",
  controllerName: "实际控制人姓名",
  controllerId: "实际控制人身份证号",
  holders: "股东",
  affiliates: "关联企业",
  years: "经营数据",
  projectDescription: "经营项目",
  needAmount: "融资需求",
  needPurpose: "资金用途",
  needTermMonths: "希望的期限",
  focusField: "重点领域",
  focusProfiles: "企业类型",
  focusEvidence: "类型依据",
  dishonestEnterprise: "企业是否失信被执行人",
  dishonestRepresentative: "法定代表人是否失信被执行人",
  conduct: "违法违规失信记录",
  addressedTo: "推荐单位",
  consentTruth: "真实承诺",
  consentPrivacy: "信息使用同意",
  consentBanks: "推送同意",
  name: "名称",
  id: "证件号",
  percent: "持股比例",
  creditCode: "统一社会信用代码",
  headcount: "从业人数",
  revenue: "营业收入",
  assets: "资产总额",
  subject: "对象",
  occurredOn: "发生日期",
  detail: "情况说明",
};

export const SIZE_WORDS: Record<string, string> = { large: "大型企业", medium: "中型企业", small: "小型企业", micro: "微型企业" };
