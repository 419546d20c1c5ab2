/** Figures read from the spreadsheets on file: offered to fill in the year's answers, and checked against each other. */
import { View } from "@tarojs/components";
import { checkStatements, type StatementFigures } from "../../../shared/enterprise/statements";
import { parseYuan } from "../../../shared/money";
import { refusalSentence } from "../failure";
import { Button } from "../ui/button";
import { Banner } from "../ui/errors";
import { yuanText } from "../ui/money-text";
import { toast } from "../ui/toast";
import { figureText } from "../words/figure";
import { PAPER_WORDS } from "../words/paper";
import type { ApplicationView, Draft } from "./draft-keeper";
import { yearsOf } from "./judge";

type Statement = ApplicationView["statements"][number];
const WANTED = [
  { figure: "revenue", answer: "revenue", kind: "income_statement" },
  { figure: "assetsClosing", answer: "assets", kind: "balance_sheet" },
] as const;

/** Where a figure stands: `资产负债表 第 31 行`. */
function placeOf(paper: Statement, figure: string): string {
  const place = paper.at?.find((one) => one.figure === figure);
  return `${PAPER_WORDS[paper.kind as keyof typeof PAPER_WORDS]}${place ? ` 第 ${place.row + 1} 行` : ""}`;
}

/** `30000000` and `30,000,000.00` are one amount. */
function sameYuan(a: string, b: string | undefined): boolean {
  const [left, right] = [parseYuan(a), parseYuan(b ?? "")];
  return left.ok && right.ok && left.value === right.value;
}

function figuresOf(papers: readonly Statement[]): StatementFigures {
  const entries = papers.flatMap((paper) => Object.entries(paper.figures ?? {}));
  return Object.fromEntries(
    entries.flatMap(([name, text]) => {
      const read = parseYuan(text);
      return read.ok ? [[name, read.value]] : [];
    }),
  );
}

interface ReadFiguresProps {
  view: ApplicationView;
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
}

export function ReadFigures({ view, draft, change }: ReadFiguresProps) {
  const years = yearsOf(view, draft);
  const read = years.map((year) => ({ year, papers: view.statements.filter((paper) => paper.fiscalYear === year.fiscalYear && paper.figures) }));
  const offers = read.flatMap(({ year, papers }) => {
    const found = WANTED.flatMap(({ figure, answer, kind }) => {
      const paper = papers.find((one) => one.kind === kind && one.figures?.[figure]) ?? papers.find((one) => one.figures?.[figure]);
      const value = paper?.figures?.[figure];
      return paper && value && !sameYuan(value, year[answer]) ? [{ answer, value, place: placeOf(paper, figure), given: year[answer] ?? "" }] : [];
    });
    return found.length ? [{ year, found }] : [];
  });
  const doubts = checkStatements(read.map(({ year, papers }) => ({ year: year.fiscalYear ?? 0, figures: figuresOf(papers) })));
  const fill = (fiscalYear: number | undefined, values: Record<string, string>) => {
    change({ years: years.map((year) => (year.fiscalYear === fiscalYear ? { ...year, ...values } : year)) });
    toast(`已填入 ${fiscalYear} 年度数据`);
  };
  return (
    <>
      {offers.map(({ year, found }) => (
        <Banner key={year.fiscalYear} title={`读到了 ${year.fiscalYear} 年度的数据`}>
          {found.map(({ answer, value, place, given }) => (
            <View key={answer} className="num">
              {`${figureText("missing", answer)} ${yuanText(value)} 元（${place}）${given ? `；您填的是 ${yuanText(given)} 元` : ""}`}
            </View>
          ))}
          <Button
            id={`prefill-${year.fiscalYear}`}
            kind="plain"
            inline
            onTap={() => fill(year.fiscalYear, Object.fromEntries(found.map(({ answer, value }) => [answer, value])))}
          >
            {`填入 ${year.fiscalYear} 年度`}
          </Button>
        </Banner>
      ))}
      {doubts.length ? (
        <Banner tone="warn" title="报表里的数字对不上，请核对">
          {doubts.map((doubt) => (
            <View key={`${doubt.year}${doubt.code}${doubt.field}`} className="ref num">
              {refusalSentence({ code: doubt.code, figures: { ...doubt.figures } })}
            </View>
          ))}
        </Banner>
      ) : null}
    </>
  );
}
