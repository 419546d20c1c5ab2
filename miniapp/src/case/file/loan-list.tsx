/** Funded loans as a list that every institution and recommender shares: by stage, by grade, by name or contract. */

import { View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { type ReactNode, useState } from "react";
import type { LoanRow } from "../../../../shared/contract/loan-life";
import { LOAN_GRADES, type LoanGrade } from "../../../../shared/process/loan-life";
import { LOAN_STAGES, type LoanStage } from "../../../../shared/process/loan-stage";
import { type Answer, call } from "../../api";
import { payTerm } from "../../term";
import { Card, ListRow } from "../../ui/card";
import { More, SearchBar, TabsBar } from "../../ui/lists";
import { wanText, yuanText } from "../../ui/money-text";
import { PickerField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { type Pages, usePages } from "../../use-pages";
import { GRADE_WORDS, STAGE_WORDS } from "../../words/loan";
import { dayText } from "../../words/time";
import { dueWords } from "../due";

const LoanLine = ({ loan, onTap }: { loan: LoanRow; onTap: () => void }) => {
  const due = loan.dueOn ? dueWords(loan.dueOn) : null;
  const stage = STAGE_WORDS[loan.stage];
  const owed = loan.stage === "live" || loan.stage === "claim";
  return (
    <ListRow
      id={`loan-${loan.caseId}`}
      title={loan.enterprise}
      status={stage.says}
      tone={stage.tone}
      amount={owed ? `未还 ${yuanText(loan.outstanding)} 元` : `本金 ${wanText(loan.principal)}`}
      meta={[
        loan.grade !== "normal" && `五级分类：${GRADE_WORDS[loan.grade].says}`,
        loan.claimSays && `${payTerm()}：${loan.claimSays}`,
        `合同 ${loan.contractNo}`,
        loan.caseNo,
        owed && `${dayText(loan.maturesOn)}到期`,
      ]}
      due={due?.says}
      late={due?.late}
      onTap={onTap}
    />
  );
};

type Counts = Record<string, number>;
/** What the first page says beside its rows. */
export type LoansTold = Pick<Answer<"listLoans">, "counts" | "paidFirms">;
type Filter = LoanStage | "all";

/** What the list is asked for; the pages beside it say what else they need. */
export function useLoans(actingAs: string | null, stage: Filter, grade: LoanGrade | "all", q: string): Pages<LoanRow, LoansTold> {
  return usePages<LoanRow, LoansTold>(
    async (cursor) => {
      const { loans, next, ...told } = await call("listLoans", {
        query: { ...(stage === "all" ? {} : { stage }), ...(grade === "all" ? {} : { grade }), ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) },
      });
      return { rows: loans, next, extra: told };
    },
    [actingAs, stage, grade, q],
  );
}

interface LoanListProps {
  actingAs: string | null;
  onOpen: (loan: LoanRow) => void;
  /** Where there is no loan at all: what will bring one here. */
  none: ReactNode;
}

export function LoanList({ actingAs, onOpen, none }: LoanListProps) {
  const [stage, setStage] = useState<Filter>("all");
  const [grade, setGrade] = useState<LoanGrade | "all">("all");
  const [q, setQ] = useState("");
  const { load, more, busy } = useLoans(actingAs, stage, grade, q);
  usePullDownRefresh(() => void load.refresh());
  const [counts, setCounts] = useState<Counts>({});
  const fresh = load.data?.extra.counts;
  if (fresh && fresh !== counts) setCounts(fresh);
  const all = LOAN_STAGES.reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  const filtered = stage !== "all" || grade !== "all" || Boolean(q);
  const clear = () => {
    setStage("all");
    setGrade("all");
    setQ("");
  };
  return (
    <View>
      <SearchBar key={q} label="企业名称或合同号" value={q} onSearch={setQ} />
      <TabsBar<Filter>
        label="按阶段看"
        value={stage}
        options={[
          { value: "all", label: "全部", count: all },
          ...LOAN_STAGES.map((each) => ({ value: each, label: STAGE_WORDS[each].says, count: counts[each] ?? 0 })),
        ]}
        onChange={setStage}
      />
      <PickerField<LoanGrade | "all">
        name="grade"
        label="五级分类"
        value={grade}
        options={[{ value: "all", label: "全部" }, ...LOAN_GRADES.map((each) => ({ value: each, label: GRADE_WORDS[each].says }))]}
        onChange={setGrade}
      />
      <View className="mt">
        <Loaded
          load={load}
          empty={(data) => data.rows.length === 0}
          none={
            filtered ? (
              <Empty title="没有符合条件的贷款" action="清除条件" onAction={clear}>
                请换一个名称、合同号、阶段或分类。
              </Empty>
            ) : (
              none
            )
          }
        >
          {(data) => (
            <>
              <Card flush id="loans">
                {data.rows.map((loan) => (
                  <LoanLine key={loan.caseId} loan={loan} onTap={() => onOpen(loan)} />
                ))}
              </Card>
              <More shown={data.rows.length} more={data.next !== null} busy={busy} onMore={more} />
            </>
          )}
        </Loaded>
      </View>
    </View>
  );
}
