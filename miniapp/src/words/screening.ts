/** Findings and opinions of a check. */

export const OPINION_WORDS: Record<string, string> = { support: "支持", caution: "有保留", oppose: "反对" };

export const FINDING_RESULT_WORDS: Record<string, string> = { clear: "未见异常", adverse: "发现问题", unclear: "查不清" };

export const FINDING_TOPIC_WORDS: Record<string, string> = {
  registration: "登记存续",
  dishonest: "失信被执行",
  conduct: "违法违规",
  affiliates: "关联企业",
  operations: "经营状况",
  credit: "信用记录",
  tax: "纳税情况",
  criminal: "刑事记录",
  other: "其他",
};

export const FINDING_SUBJECT_WORDS: Record<string, string> = { enterprise: "企业", representative: "法定代表人", group: "关联企业" };

export const SOURCE_WORDS: Record<string, string> = { internal: "内部数据", external: "外部数据", bigdata: "大数据平台" };
