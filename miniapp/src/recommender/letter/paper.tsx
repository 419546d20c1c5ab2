/** The letter's page: sender in red, number, title, addressee, text, papers attached, signature and date, in the order of GB/T 9704's letter form. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { yuanText } from "../../ui/money-text";
import { PAPER_WORDS } from "../../words/paper";
import { dayText } from "../../words/time";

type Letter = NonNullable<CaseView["recommendation"]>;

const paperName = (paper: CaseView["statements"][number]) =>
  `${PAPER_WORDS[paper.kind as keyof typeof PAPER_WORDS] ?? "材料"}${paper.fiscalYear ? `（${paper.fiscalYear} 年度）` : ""}`;

/** One line for each kind and year, however many files it is in. */
const attached = (papers: CaseView["statements"]) => [...new Set(papers.map(paperName))];

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n+/)
      .filter((line) => line.trim())
      .map((line) => (
        <View className="doc-p" key={line}>
          {line.trim()}
        </View>
      ))}
  </>
);

function Body({ view, letter }: { view: CaseView; letter: Letter }) {
  const { need, enterprise } = view;
  const asked = need ? `申报融资需求人民币 ${yuanText(need.amount)} 元，期限 ${need.termMonths} 个月。` : "";
  return (
    <>
      <View className="doc-p">{`按照${view.scheme.name}有关规定，经核对企业提交的申请和材料，现推荐${enterprise.name}（统一社会信用代码 ${enterprise.creditCode}）申请支持。${asked}`}</View>
      <View className="doc-h">一、企业情况</View>
      <Paragraphs text={letter.profile} />
      <View className="doc-h">二、贷款需求</View>
      <Paragraphs text={letter.loanNeed} />
      {letter.justification ? (
        <>
          <View className="doc-h">三、推荐理由</View>
          <Paragraphs text={letter.justification} />
        </>
      ) : null}
      <View className="doc-p">请按程序开展风险初筛。</View>
    </>
  );
}

export function Paper({ view, to }: { view: CaseView; to: string }) {
  const letter = view.recommendation;
  if (!letter) return null;
  const papers = attached(view.statements);
  return (
    <View className="doc" id="letter">
      <View className="doc-org">{letter.by.name}</View>
      <View className="doc-rule" aria-hidden="true" />
      <View className="doc-no">{letter.letterNo}</View>
      <View className="doc-title">{`关于推荐${view.enterprise.name}申请融资支持的函`}</View>
      <View className="doc-to">{`${to}：`}</View>
      <Body view={view} letter={letter} />
      {papers.length ? (
        <View className="doc-att">
          <View className="doc-att-k">附件：</View>
          <View>
            {papers.map((name, at) => (
              <View key={name}>{`${at + 1}. ${name}`}</View>
            ))}
          </View>
        </View>
      ) : null}
      <View className="doc-sign">
        <View>{letter.by.name}</View>
        <View>{dayText(letter.on)}</View>
        <View className="doc-seal">（未盖章电子件）</View>
      </View>
      <View className="doc-foot">
        <View className="doc-rule" aria-hidden="true" />
        <View>{`案件编号 ${view.no}`}</View>
      </View>
    </View>
  );
}
