/** The rows that the cases of an import are: firms, files with whom they wait for, loans, places, consents, and who is told. */
import { partsOf } from "../../shared/local-date";
import { replay } from "../../shared/process/case";
import { evolveFile, fileOf, type LoanFile } from "../../shared/process/loan-file";
import type { OpenedCase } from "../../shared/process/opening-import";
import { modesOf } from "../../shared/process/procedure";
import type { Scheme } from "../../shared/schemes/scheme";
import { insertUsedSlots } from "../approval/store";
import { type FundedCase, openFundedCases } from "../case/store";
import type { Append } from "../event";
import { insertFirms } from "../identity/store";
import { insertLoanFiles } from "../loan/file-store";
import { fileWaits, soonest } from "../loan/file-verb";
import { insertLoans } from "../loan/store";
import { insertNotices } from "../notice/store";
import { insertTransitions } from "../sanction/store";
import type { Ctx } from "../verb";

/** A case of an import as it will stand. */
export interface At extends OpenedCase {
  readonly file: OpenedCase["file"];
  readonly loanFile: LoanFile;
  readonly no: string;
  readonly serial: number;
  readonly waits: ReturnType<typeof fileWaits>;
}

/** The loan's file as its new history tells it, and whom it waits for. */
export function standingOf(ctx: Ctx, scheme: Scheme, opened: OpenedCase, serial: number): At {
  const { actor, now, today } = ctx;
  const { ids, admission, file, one } = opened;
  const who = { personId: actor.personId, name: actor.personName, org: { id: actor.orgId, kind: actor.orgKind, name: actor.orgName } };
  const state = replay(ids.caseId, [{ seq: 1, event: admission, actor: who, occurredOn: today, recordedAt: now }]);
  const begun = fileOf(state);
  if (!begun.ok) throw new Error("an imported case without its loan");
  const loanFile = file.reduce<LoanFile>((so, { event, occurredOn }) => evolveFile(so, { event, actor: who, occurredOn }), begun.value);
  const transition = { needed: one.transition, ...(one.transition ? { consent: { documentNo: one.consentNo ?? "", on: one.reviewedOn } } : {}) };
  const waits = fileWaits(scheme, loanFile, today, { instruction: undefined, transition, subsidies: [] });
  const { year } = partsOf(today);
  return { ...opened, loanFile, waits, serial, no: `${scheme.code}-${year}-${String(serial).padStart(6, "0")}` };
}

const fundedCase = ({ schemeId, today, now }: Ctx, { one, ids, admission, no, serial, waits }: At): FundedCase => ({
  id: ids.caseId,
  schemeId,
  year: partsOf(today).year,
  serial,
  no,
  orgId: ids.enterpriseId,
  name: one.firm,
  creditCode: one.creditCode,
  on: today,
  now,
  step: admission.next.step,
  tier: one.tier.choice,
  recommenderOrg: one.recommender.id,
  parties: [...(one.representative.key ? [one.representative.key] : []), ...one.uses.filter((code) => code !== one.creditCode)],
  roles: [
    { orgId: ids.enterpriseId, part: "enterprise" },
    { orgId: one.recommender.id, part: "recommender" },
    ...one.units.map(({ id }) => ({ orgId: id, part: "panel" as const })),
    ...[one.loan.lender, ...(one.loan.partner ? [one.loan.partner] : [])].map(({ id }) => ({ orgId: id, part: "lead" as const })),
  ],
  waits,
  found: [one.loan.contractNo],
});

const newLoan = ({ schemeId, now }: Ctx, { one, ids }: At) => ({
  id: ids.loanId,
  schemeId,
  caseId: ids.caseId,
  creditCode: one.creditCode,
  name: one.firm,
  lenderOrg: one.loan.lender.id,
  partnerOrg: one.loan.partner?.id ?? null,
  mode: one.loan.mode,
  contractNo: one.loan.contractNo,
  principal: one.loan.principal,
  rate: one.loan.rate,
  termMonths: one.loan.termMonths,
  disbursedOn: one.loan.disbursedOn,
  tier: one.tier.choice,
  ratio: one.tier.ratio,
  now,
  uses: one.uses,
  ties: one.ties,
});

/** The histories, each a chain of its own from its first event on. */
export const appendOf = (ctx: Ctx, scheme: Scheme, { ids, admission, file }: At): Append => {
  const ruleSet = `${scheme.id}@${scheme.ruleSet}`;
  const plain = <E extends { readonly type: string }>({ type, ...data }: E) => ({ type, data, ruleSet });
  return {
    caseId: ids.caseId,
    head: null,
    events: [{ ...plain(admission), occurredOn: ctx.today }, ...file.map(({ event, occurredOn }) => ({ ...plain(event), occurredOn }))],
  };
};

/** Whoever has a part in a loan hears that it is here now. */
const noticesOf = (cases: readonly At[]) =>
  cases.flatMap(({ one, ids, no }) =>
    [...new Set([one.recommender.id, one.loan.lender.id, ...(one.loan.partner ? [one.loan.partner.id] : [])])].map((toOrg) => ({
      toOrg,
      caseId: ids.caseId,
      code: "case_imported",
      figures: { no, enterprise: one.firm },
    })),
  );

export function rowsOf(ctx: Ctx, scheme: Scheme, cases: readonly At[], registered: ReadonlyMap<string, string>): D1PreparedStatement[] {
  const { db, schemeId, now, today, actor } = ctx;
  const modes = modesOf(scheme.admission);
  const files = cases.flatMap(({ loanFile, waits, one }) => {
    const mode = modes.find(({ id }) => id === one.loan.mode);
    return mode ? [{ file: loanFile, mode, schemeId, on: today, dueOn: soonest(waits), now }] : [];
  });
  const consents = cases.flatMap(({ one, ids }) =>
    one.transition ? [{ caseId: ids.caseId, documentNo: one.consentNo ?? "", on: one.reviewedOn }] : [],
  );
  const slots = cases.flatMap(({ one, ids }) =>
    one.slot ? [{ slotId: one.slot.id, year: one.slot.year, caseId: ids.caseId, on: one.reviewedOn, most: one.slot.max }] : [],
  );
  return [
    insertFirms(
      db,
      schemeId,
      cases
        .filter(({ one }) => !registered.has(one.creditCode))
        .map(({ one, ids }) => ({ id: ids.enterpriseId, name: one.firm, creditCode: one.creditCode })),
      now,
    ),
    ...openFundedCases(
      db,
      schemeId,
      cases.map((one) => fundedCase(ctx, one)),
    ),
    ...insertLoans(
      db,
      schemeId,
      cases.map((one) => newLoan(ctx, one)),
      now,
    ),
    insertLoanFiles(db, files),
    insertUsedSlots(db, schemeId, slots),
    insertTransitions(db, schemeId, consents, { personId: actor.personId, now }),
    ...insertNotices(db, noticesOf(cases), now),
  ];
}
