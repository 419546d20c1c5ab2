/** Chinese for the parts of a value that has several. */
export const PART_WORDS: Readonly<Record<string, string>> = {
  upTo: "金额不超过",
  ratio: "比例",
  from: "达到",
  metric: "评价项目",
  weight: "权重",
  share: "承担比例",
  name: "单位名称",
  grades: "认可的五级分类",
  overdueDays: "是否要写明逾期天数",
  letter: "是否要附机构正式函",
  creditReport: "是否要附信用报告",
  between: "在得票最多的几项中重投",
  times: "最多重投几次",
};
