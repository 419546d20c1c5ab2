/** 待推荐企业: what waits for this unit first, then every firm that it has handled, and its count of the quarter. */
import { call } from "../../api";
import { CaseRow } from "../../case/case-row";
import { go } from "../../go";
import { useGuard } from "../../guard";
import { OwnScore } from "../../scores";
import { Card, Columns, Section } from "../../ui/card";
import { More } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { usePages } from "../../use-pages";
import { Handled } from "./handled";

function Waiting({ actingAs }: { actingAs: string | null }) {
  const { load, more, busy } = usePages(
    async (cursor) => {
      const { cases, next, counts } = await call("listCases", { query: { waiting: "1", status: "recommend", limit: 20, cursor } });
      return { rows: cases, next, extra: counts };
    },
    [actingAs],
  );
  return (
    <Section title="等本单位核对" aside={load.data ? `${load.data.extra.recommend ?? load.data.rows.length} 件` : undefined}>
      <Loaded
        load={load}
        empty={(data) => data.rows.length === 0}
        none={<Empty title="现在没有待推荐的申请">本区企业提交申请并选本单位推荐后，会出现在这里。</Empty>}
      >
        {(data) => (
          <>
            <Card flush id="candidates">
              {data.rows.map((row) => (
                <CaseRow key={row.id} row={row} onTap={() => go("/recommender/adopt/index", { id: row.id })} />
              ))}
            </Card>
            {data.next ? <More shown={data.rows.length} more busy={busy} onMore={more} /> : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

export default function Candidates() {
  const now = useGuard();
  const scores = useLoad(() => (now ? call("recommendationScores", { query: {} }) : null), [now?.actingAs]);
  if (!now) return null;
  return (
    <Page title="待推荐企业" lead="企业的申请由推荐单位核对并推荐后，才进入下一环节。" wide onRefresh={scores.refresh}>
      <Columns
        main={
          <>
            <Waiting actingAs={now.actingAs} />
            <Handled actingAs={now.actingAs} />
          </>
        }
        side={
          <Section title="本季度推荐">
            <Loaded load={scores}>{(data) => <OwnScore scores={data} />}</Loaded>
          </Section>
        }
      />
    </Page>
  );
}
