/** What is collected and why, to be read before anything personal is typed. */
import { View } from "@tarojs/components";
import { Sheet } from "../../ui/sheet";

const PARTS = [
  ["收集什么", "手机号用于登录和通知；您填写的企业情况、法定代表人和股东信息、财务报表等，只用于本次融资申请的审核。"],
  ["谁会看到", "推荐单位、主管部门、参加表决和审定的单位按职责查看。只有在您另外同意之后，案件才会推送给金融机构。"],
  ["怎么保护", "身份证号码加密保存，页面上只显示部分数字；每次查看和办理都会留痕。"],
  ["您的权利", "可以随时查看、更正自己填写的内容，提交前可以删除草稿；可以在“我的”里退出登录并让其他设备失效。"],
] as const;

export const PrivacySheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Sheet open={open} title="隐私保护指引" onClose={onClose}>
    {PARTS.map(([title, text]) => (
      <View key={title} className="mt">
        <View className="strong">{title}</View>
        <View>{text}</View>
      </View>
    ))}
  </Sheet>
);
