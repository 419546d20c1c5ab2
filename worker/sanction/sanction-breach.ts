/** The office takes a measure against an institution whose breach the rating units determined; a clawback is drawn up as a voucher for a second person (四（二）). */
import { api } from "../../shared/contract/api";
import { isOpen } from "../../shared/fund/payment";
import { parseDate } from "../../shared/local-date";
import { type Fen, yuan, ZERO } from "../../shared/money";
import { accept, type Outcome } from "../../shared/outcome";
import { answerable, sanctionBreach as decide, ratersOf } from "../../shared/process/breach";
import { returnedSoFar } from "../../shared/process/recovery-state";
import { newId } from "../clock";
import type { Rows } from "../database";
import { type FileNow, type FileRows, fileNow, fileQueries, writeFile } from "../loan/file-verb";
import { insertNotice } from "../notice/store";
import { caseUnmoved } from "../payment/store";
import { type Superseded, supersedes } from "../payment/supersede";
import { type Ctx, type LoadCtx, verb } from "../verb";
import { clawbackVoucher } from "./clawback";
import { shownMeasure } from "./shown";
import { determinationsQuery, insertMeasure, type MeasureRow, measuresQuery, sanctionOf } from "./store";

type Route = typeof api.sanctionBreach;

const queries = (ctx: LoadCtx<Route>) => ({
  ...fileQueries(ctx as unknown as LoadCtx, ctx.params.caseId),
  determinations: determinationsQuery(ctx.db, ctx.params.caseId),
  measures: measuresQuery(ctx.db, ctx.schemeId),
});
type Found = Rows<ReturnType<typeof queries>>;

interface Measured {
  readonly row: MeasureRow;
  readonly institution: string;
  readonly clawback: Fen;
  readonly documentNo: string;
}

/** The measure by the rules, against the institution that the determination is about. */
function measureOf({ body, now: at }: Ctx<Route>, now: FileNow, { determinations, measures }: Found): Outcome<Measured> {
  const { scheme, loanFile, mode, act } = now;
  const against = answerable(loanFile, mode, body.orgId);
  const until = body.until === undefined ? accept(undefined) : parseDate(body.until, "until");
  if (!against.ok) return against;
  if (!until.ok) return until;
  const found = determinations.filter((one) => one.type === body.type && one.against_org === against.value.id);
  const documentNo = found.at(-1)?.document_no ?? "";
  const units = found.map(({ org_id: id, org_kind: kind, org_name: name }) => ({ id, kind, name }));
  const { claim, recovery } = loanFile;
  const decided = decide(
    scheme.sanctions.breach,
    {
      determination: units.length > 0 ? { type: body.type, units, documentNo } : undefined,
      raters: ratersOf(loanFile),
      loanId: loanFile.loan.loanId,
      ratio: loanFile.tier.ratio,
      paid: claim?.paid?.amount ?? ZERO,
      returned: recovery ? returnedSoFar(recovery) : ZERO,
      before: measures.filter((one) => one.org_id === against.value.id).map(sanctionOf),
    },
    {
      measure: body.measure,
      reason: body.reason,
      on: act.on,
      ...(body.ratio === undefined ? {} : { ratio: body.ratio }),
      ...(until.value === undefined ? {} : { until: until.value }),
    },
  );
  if (!decided.ok) return decided;
  const { sanction, clawback } = decided.value;
  const row: MeasureRow = {
    id: newId(),
    org_id: against.value.id,
    kind: "measure",
    what: body.measure,
    on_day: sanction.on,
    until_day: sanction.until ?? null,
    reason: sanction.reason,
    case_id: loanFile.caseId,
    loan_id: loanFile.loan.loanId,
    ratio: "ratio" in sanction ? (sanction.ratio ?? null) : null,
    article: scheme.sanctions.breach?.cites.article ?? "",
    recorded_at: at,
  };
  return accept({ row, institution: against.value.name, clawback, documentNo });
}

/** A lower ratio ends an instruction that was drawn up by the old one. */
function endedBy(ctx: Ctx<Route>, now: FileNow, { row }: Measured): Outcome<Superseded | undefined> {
  const { claim } = now.loanFile;
  const open = now.instruction !== undefined && isOpen(now.instruction);
  return row.what === "lower_ratio" && claim && open ? supersedes(ctx, now, claim.id, now.instruction) : accept(undefined);
}

export const sanctionBreach = verb(api.sanctionBreach, {
  load: queries,
  decide: async (ctx, found) => {
    const now = fileNow(ctx, found as unknown as FileRows);
    if (!now.ok) return now;
    const measured = measureOf(ctx, now.value, found);
    if (!measured.ok) return measured;
    const { row, institution, clawback } = measured.value;
    const voucher = clawback > ZERO ? clawbackVoucher(ctx as unknown as Ctx, now.value, found.measures, measured.value) : accept(undefined);
    if (!voucher.ok) return voucher;
    const ended = endedBy(ctx, now.value, measured.value);
    if (!ended.ok) return ended;
    const { file, desks, head } = now.value;
    const figures = { no: file.no, enterprise: file.enterprise_name, institution, what: row.what };
    const readers = [row.org_id, ...desks.filter(({ kind }) => kind !== "office").map(({ id }) => id)];
    const statements = [
      caseUnmoved(ctx.db, file.id, head?.seq ?? 0),
      insertMeasure(ctx.db, ctx.schemeId, { ...row, made_by: ctx.actor.personId }),
      ...(voucher.value?.statements ?? []),
      ...(ended.value?.statements ?? []),
      ...readers.map((toOrg) => insertNotice(ctx.db, { toOrg, caseId: file.id, code: "measure_taken", figures }, ctx.now)),
    ];
    const shown = shownMeasure(row, { institution, caseNo: file.no, today: ctx.today });
    const reply = { ...shown, clawback: yuan(clawback), voucherId: voucher.value?.id ?? null };
    if (!ended.value) return accept({ statements, reply });
    return writeFile(ctx, now.value, { events: [], ledger: ended.value.ledger, statements, instruction: null }, () => reply);
  },
});
