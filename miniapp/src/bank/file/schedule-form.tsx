/** The repayment plan, instalment by instalment, with its running total against the principal. */
import { View } from "@tarojs/components";
import { useState } from "react";
import { addMonths, type LocalDate, parseDate } from "../../../../shared/local-date";
import { minus, plus } from "../../../../shared/money";
import { type Instalment, setSchedule } from "../../../../shared/process/loan-life";
import { call } from "../../api";
import { typedFen } from "../../case/file/file-of";
import { emptyOf, unreadOf, useJudged } from "../../case/file/use-judged";
import { Button } from "../../ui/button";
import { Card, Row } from "../../ui/card";
import { Banner, ErrorSummary } from "../../ui/errors";
import { AmountField } from "../../ui/field";
import { yuanText } from "../../ui/money-text";
import { DateField } from "../../ui/pickers";
import { Confirm } from "../../ui/sheet";
import { Tap } from "../../ui/tap";
import { useKept } from "../../use-kept";
import { dayText } from "../../words/time";
import type { OnDesk } from "../desk";

interface Typed {
  dueOn: string;
  principal: string;
  interest: string;
}
const MOST = 120;

/** As the judge reads a form: `2.principal`. */
const flat = (rows: readonly Typed[]): Record<string, string> =>
  Object.fromEntries(rows.flatMap((row, at) => Object.entries(row).map(([field, value]) => [`${at}.${field}`, value])));

const missing = (rows: readonly Typed[]) =>
  rows.flatMap((_, at) => [
    [`${at}.dueOn`, `第 ${at + 1} 期还没有选日期。`] as const,
    [`${at}.principal`, `第 ${at + 1} 期还没有填本金，没有就填 0。`] as const,
    [`${at}.interest`, `第 ${at + 1} 期还没有填利息，没有就填 0。`] as const,
  ]);

/** One more a month later, with the same amounts to go on from. */
function following(last: Typed | undefined): Typed {
  const day = parseDate(last?.dueOn ?? "");
  return { dueOn: day.ok ? addMonths(day.value, 1) : "", principal: last?.principal ?? "", interest: last?.interest ?? "" };
}

const instalmentOf = ({ dueOn, principal, interest }: Typed): Instalment => ({
  dueOn: dueOn as LocalDate,
  principal: typedFen(principal),
  interest: typedFen(interest),
});

function Total({ rows, whole }: { rows: readonly Instalment[]; whole: Instalment["principal"] }) {
  const sum = plus(...rows.map((row) => row.principal));
  const rest = minus(whole, sum);
  const says = rest === 0 ? "与贷款本金一致" : rest > 0 ? `还差 ${yuanText(rest)} 元` : `多出 ${yuanText(minus(sum, whole))} 元`;
  return (
    <View id="schedule-total" className="mt">
      <Banner tone={rest === 0 ? "good" : "warn"} title={`本金合计 ${yuanText(sum)} 元，${says}`}>
        {`贷款本金 ${yuanText(whole)} 元，利息合计 ${yuanText(plus(...rows.map((row) => row.interest)))} 元。`}
      </Banner>
    </View>
  );
}

export function ScheduleForm({ view, file, by, onDone }: OnDesk) {
  const start = (view.file?.life.schedule ?? []).map(({ dueOn, principal, interest }) => ({ dueOn, principal, interest }));
  const [{ rows }, change, clear] = useKept<{ rows: Typed[] }>(`schedule.${view.id}`, { rows: start });
  const [asking, setAsking] = useState(false);
  const read = rows.map(instalmentOf);
  const form = flat(rows);
  const amounts = Object.keys(form).filter((field) => !field.endsWith("dueOn"));
  const ruled = setSchedule(file.life, read, by);
  const { act, at, check } = useJudged(form, { empty: emptyOf(form, missing(rows)), unread: unreadOf(form, amounts), ruled });
  const put = (place: number, part: Partial<Typed>) => change({ rows: rows.map((row, each) => (each === place ? { ...row, ...part } : row)) });
  const send = async () => {
    const done = await act.run(() => call("setSchedule", { params: { caseId: view.id }, body: { instalments: rows } }));
    setAsking(false);
    if (!done) return;
    clear();
    await onDone("还款计划已登记");
  };
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <Card id="schedule-form">
        <View className="small muted">{`日期依次往后，最晚 ${dayText(file.life.maturesOn)}；本金合计等于贷款本金。`}</View>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is its place in the plan
          <View className="rowset" key={place}>
            <View className="lrow-top">
              <View className="strong">{`第 ${place + 1} 期`}</View>
              {rows.length > 1 ? (
                <Tap
                  className="link danger"
                  label={`删除第 ${place + 1} 期`}
                  onTap={() => change({ rows: rows.filter((_, each) => each !== place) })}
                >
                  删除
                </Tap>
              ) : null}
            </View>
            <View className="rowset-fields">
              <DateField
                name={`${place}.dueOn`}
                label="应还日"
                min={file.loan.disbursedOn}
                max={file.life.maturesOn}
                value={row.dueOn}
                onChange={(dueOn) => put(place, { dueOn })}
                error={at(`${place}.dueOn`)}
              />
              <AmountField
                name={`${place}.principal`}
                label="本金"
                placeholder="没有填 0"
                value={row.principal}
                onChange={(principal) => put(place, { principal })}
                error={at(`${place}.principal`)}
              />
              <AmountField
                name={`${place}.interest`}
                label="利息"
                placeholder="没有填 0"
                value={row.interest}
                onChange={(interest) => put(place, { interest })}
                error={at(`${place}.interest`)}
              />
            </View>
          </View>
        ))}
        <View className="mt">
          <Button id="schedule-add" kind="secondary" disabled={rows.length >= MOST} onTap={() => change({ rows: [...rows, following(rows.at(-1))] })}>
            再加一期
          </Button>
        </View>
      </Card>
      <Total rows={read} whole={file.loan.principal} />
      <View className="mt">
        <Button id="schedule-check" onTap={() => setAsking(check())}>
          核对还款计划
        </Button>
      </View>
      <Confirm open={asking} title="核对还款计划" action="登记还款计划" busyText="正在登记…" onConfirm={send} onClose={() => setAsking(false)}>
        <Row label="企业">{view.enterprise.name}</Row>
        {rows.map((row) => (
          <Row key={row.dueOn} label={dayText(row.dueOn)} num>
            {`本金 ${yuanText(typedFen(row.principal))} 元，利息 ${yuanText(typedFen(row.interest))} 元`}
          </Row>
        ))}
        <View className="small muted">新的计划代替原来的，已登记的还款不变，按先后抵最早的一期。</View>
      </Confirm>
    </>
  );
}
