/** The ledger as a spreadsheet: postings, their entries, and what every account had, moved and has, down to the trial balance; the same fen as on the screens. */
import { api } from "../../shared/contract/api";
import type { PostingRow } from "../../shared/contract/fund";
import type { Account, Chart } from "../../shared/fund/chart";
import { parseDate } from "../../shared/local-date";
import { type Fen, fen, minus, plus, yuan, ZERO } from "../../shared/money";
import { accept, type Refusal, refuse, refuseAll } from "../../shared/outcome";
import { type Cell, fileResponse, workbook } from "../spreadsheet";
import { verb } from "../verb";
import { balancesQuery, type HeldRow, postingsQuery, type TurnoverRow, turnoverQuery } from "./ledger-store";
import { shownPosting } from "./list-postings";

const MOST = 10_000;
const EVER = "9999-12-31";
const TYPES: Record<PostingRow["type"], string> = { reserved: "预留", posted: "入账", voided: "预留撤销", expired: "预留过期" };
const SIDES = { debit: "借", credit: "贷" } as const;

const POSTINGS = [
  "序号",
  "类型",
  "日期",
  "事由",
  "金额（元）",
  "案件编号",
  "文号",
  "冲正的流水",
  "已被冲正",
  "理由",
  "制单",
  "复核",
  "流水号",
  "条款",
];
const postingCells = (row: PostingRow): Cell[] => [
  String(row.seq),
  TYPES[row.type],
  row.on,
  row.reasonSays,
  { yuan: row.amount },
  row.caseNo ?? "",
  row.documentNo ?? "",
  row.reverses ?? "",
  row.reversed ? "是" : "",
  row.why ?? "",
  row.madeBy,
  row.checkedBy ?? "",
  row.transferId,
  row.clauses.join(" "),
];

const ENTRIES = ["序号", "日期", "事由", "科目", "明细", "方向", "金额（元）", "案件编号", "流水号"];
const entryCells = (row: PostingRow): Cell[][] =>
  row.type !== "posted"
    ? []
    : row.entries.map(({ says, of, side, amount }) => [
        String(row.seq),
        row.on,
        row.reasonSays,
        says,
        of ?? "",
        SIDES[side],
        { yuan: amount },
        row.caseNo ?? "",
        row.transferId,
      ]);

const BALANCES = ["科目", "明细", "案件编号", "余额方向", "期初余额（元）", "借方发生（元）", "贷方发生（元）", "期末余额（元）"];

interface Line {
  readonly cells: Cell[];
  readonly closing: Fen;
}

/** What an account had before the range, what moved in it, and what it had after: counted back from what it has now. */
function balanceLine(account: Account, held: HeldRow, inside: TurnoverRow | undefined, later: TurnoverRow | undefined): Line {
  const net = (row: TurnoverRow | undefined): Fen => {
    const moved = row ? minus(fen(row.debit), fen(row.credit)) : ZERO;
    return account.grows === "debit" ? moved : minus(ZERO, moved);
  };
  const closing = minus(fen(held.balance), net(later));
  const amounts = [minus(closing, net(inside)), fen(inside?.debit ?? 0), fen(inside?.credit ?? 0), closing];
  const cells: Cell[] = [account.says, held.of_id, held.case_no ?? "", SIDES[account.grows], ...amounts.map((amount) => ({ yuan: yuan(amount) }))];
  return { cells, closing };
}

function balanceCells(chart: Chart, held: readonly HeldRow[], inside: readonly TurnoverRow[], later: readonly TurnoverRow[]): Cell[][] {
  const key = (row: { account: string; of_id: string }) => `${row.account}/${row.of_id}`;
  const [moved, since] = [inside, later].map((rows) => new Map(rows.map((row) => [key(row), row])));
  const lineOf = (account: Account, row: HeldRow) => balanceLine(account, row, moved?.get(key(row)), since?.get(key(row)));
  const totals = chart.accounts.map((account) => {
    const total = held.find((row) => row.account === account.id && row.of_id === "");
    return { account, line: lineOf(account, total ?? { account: account.id, of_id: "", balance: 0, case_no: null }) };
  });
  const kept = totals.flatMap(({ account, line }) => [
    line.cells,
    ...held.filter((row) => row.account === account.id && row.of_id !== "").map((row) => lineOf(account, row).cells),
  ]);
  const side = (grows: Account["grows"]) => plus(...totals.filter(({ account }) => account.grows === grows).map(({ line }) => line.closing));
  const [debits, credits] = [side("debit"), side("credit")];
  const trial: Cell[] = [
    "试算平衡",
    "",
    "",
    "",
    "借方科目合计",
    { yuan: yuan(debits) },
    { yuan: yuan(credits) },
    { yuan: yuan(minus(debits, credits)) },
  ];
  return [...kept, trial];
}

export const exportLedger = verb(api.exportLedger, {
  load: ({ db, schemeId, query: { from, until } }) => ({
    found: postingsQuery(db, schemeId, { from, until, limit: MOST + 1 }),
    held: balancesQuery(db, schemeId),
    inside: turnoverQuery(db, schemeId, { from, until }),
    later: turnoverQuery(db, schemeId, { after: until ?? EVER }),
  }),
  decide: ({ scheme, today, query: { from, until } }, { found, held, inside, later }) => {
    const days = [from === undefined ? [] : parseDate(from, "from"), until === undefined ? [] : parseDate(until, "until")];
    const faults = days.flatMap((read): readonly Refusal[] => ("ok" in read && !read.ok ? read.refusals : []));
    if (faults.length > 0) return refuseAll(faults);
    if (found.length > MOST) return refuse("range_too_wide", { most: String(MOST) }, undefined, "from");
    const { chart } = scheme.fund;
    const shown = found.map((row) => shownPosting(chart, row)).reverse();
    const bytes = workbook([
      { name: "流水", rows: [POSTINGS, ...shown.map(postingCells)] },
      { name: "分录", rows: [ENTRIES, ...shown.flatMap(entryCells)] },
      { name: "余额", rows: [BALANCES, ...balanceCells(chart, held, inside, later)] },
    ]);
    const range = `${from ?? "开账"}至${until ?? today}`;
    return accept({ reply: "", response: fileResponse(bytes, `ledger-${until ?? today}`, `总账-${range}`) });
  },
});
