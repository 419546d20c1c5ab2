/** The loan as it stands: what is repaid, owed and overdue of its principal, its grade, its schedule and its repayments. */
import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { minus, plus } from "../../../../shared/money";
import { Card, Row, Section } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { Meter } from "../../ui/meter";
import { yuanText } from "../../ui/money-text";
import { Tag } from "../../ui/tag";
import { GRADE_WORDS, INSTALMENT_WORDS } from "../../words/loan";
import { dayText } from "../../words/time";
import type { FileView, LoanView } from "./file-of";
import { fenOf } from "./read-view";

type Life = FileView["life"];
/** Up to here a schedule is short enough to stand open. */
const SHORT = 4;

/** `本金 100,000.00 元，利息 3,200.00 元`. */
export const partsText = ({ principal, interest }: { principal: string; interest: string }): string =>
  `本金 ${yuanText(principal)} 元，利息 ${yuanText(interest)} 元`;

function PrincipalMeter({ loan, life }: { loan: LoanView; life: Life }) {
  const owed = fenOf(life.outstanding);
  const late = fenOf(life.arrears.principal);
  const paid = minus(fenOf(loan.principal), owed);
  const rest = minus(owed, late);
  return (
    <Meter
      label={`贷款本金 ${yuanText(loan.principal)} 元`}
      parts={[
        { label: "已还本金", value: paid, text: `${yuanText(paid)} 元`, look: "full" },
        { label: late ? "未到期本金" : "未还本金", value: rest, text: `${yuanText(rest)} 元`, look: "hollow" },
        { label: "逾期本金", value: late, text: `${yuanText(late)} 元`, look: "bad" },
      ]}
    />
  );
}

const Schedule = ({ schedule }: { schedule: Life["schedule"] }) => (
  <View aria-role="list">
    {schedule.map((due, at) => (
      <View className="pline" key={due.dueOn} aria-role="listitem">
        <View className="lrow-top">
          <Text>{`第 ${at + 1} 期，${dayText(due.dueOn)}`}</Text>
          <Tag tone={INSTALMENT_WORDS[due.state].tone}>{INSTALMENT_WORDS[due.state].says}</Tag>
        </View>
        <View className="small muted num">{partsText(due)}</View>
      </View>
    ))}
  </View>
);

interface RepaymentsProps {
  repayments: Life["repayments"];
  /** What can be done with one, at its end. */
  action?: (repayment: Life["repayments"][number]) => ReactNode;
}

export const Repayments = ({ repayments, action }: RepaymentsProps) => (
  <View aria-role="list">
    {[...repayments]
      .sort((a, b) => (a.on < b.on ? 1 : -1))
      .map((repayment) => (
        <View className="mline" key={repayment.id} aria-role="listitem">
          <View className="mline-main">
            <View>{dayText(repayment.on)}</View>
            <View className="small muted num">{partsText(repayment)}</View>
            <View className="small muted">{`流水号 ${repayment.id}`}</View>
          </View>
          {action?.(repayment)}
        </View>
      ))}
  </View>
);

/** `本金 400,000.00 元，利息 12,000.00 元，已逾期 35 天（自 2026年10月17日）`. */
export function arrearsText({ principal, interest, since, days }: Life["arrears"]): string {
  if (plus(fenOf(principal), fenOf(interest)) === 0) return "没有逾期";
  return `${partsText({ principal, interest })}，已逾期 ${days} 天${since ? `（自${dayText(since)}）` : ""}`;
}

interface LoanCardProps {
  loan: LoanView;
  life: Life;
  /** What can be done with a repayment. */
  action?: RepaymentsProps["action"];
}

export function LoanCard({ loan, life, action }: LoanCardProps) {
  const grade = GRADE_WORDS[life.grade];
  const short = life.schedule.length <= SHORT;
  return (
    <Section title="贷款" aside={`合同号 ${loan.contractNo}`}>
      <Card id="file-loan">
        <View className="lrow-top">
          <Text className="muted">今天未还本金</Text>
          <Tag tone={grade.tone}>{`五级分类：${grade.says}`}</Tag>
        </View>
        <View id="outstanding" className="sum num">{`${yuanText(life.outstanding)} 元`}</View>
        <View className="mt">
          <PrincipalMeter loan={loan} life={life} />
        </View>
        <View className="mt">
          <Row label="逾期">{arrearsText(life.arrears)}</Row>
          <Row label="到期日">{dayText(life.maturesOn)}</Row>
          <Row label="分类日期">{dayText(life.gradedOn)}</Row>
        </View>
        <Fold id="schedule" label={`还款计划（${life.schedule.length} 期）`} open={short}>
          <Schedule schedule={life.schedule} />
        </Fold>
        {life.repayments.length ? (
          <Fold id="repayments" label={`还款记录（${life.repayments.length} 笔）`} open={Boolean(action)}>
            <Repayments repayments={life.repayments} action={action} />
          </Fold>
        ) : (
          <View className="small muted">还没有还款记录。</View>
        )}
      </Card>
    </Section>
  );
}
