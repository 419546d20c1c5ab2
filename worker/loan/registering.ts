/** What entering a loan loads and decides, whether it is tried, entered, or entered again after it was sent back. */
import { type SQL, sql } from "drizzle-orm";
import type { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { normalizeCreditCode } from "../../shared/enterprise/credit-code";
import { partsOf } from "../../shared/local-date";
import { ZERO } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { CaseEvent } from "../../shared/process/event";
import type { OrgRef } from "../../shared/process/party";
import { type RegisterStep, stepOf } from "../../shared/process/procedure";
import { registerLoan as decide, listedBy } from "../../shared/process/registration";
import { partiesOf, type RegistrationRead, readRegistration } from "../../shared/process/registration-text";
import type { Facts } from "../../shared/rule/facts";
import { barred } from "../ban/standing";
import { firmStandQuery } from "../ban/store";
import { type CaseNow, factsOfCase, type HistoryRows, historyQueries, nowOf } from "../case/case-verb";
import { type CaseFileRow, nextSerialQuery, papersQuery } from "../case/store";
import { newId } from "../clock";
import type { Rows } from "../database";
import { booksOf, booksQueries } from "../fund/books";
import { organisationByCodeQuery, organisationByNameQuery } from "../identity/store";
import { measuresQuery } from "../sanction/store";
import type { Ctx, LoadCtx } from "../verb";
import { partnerFacts, partnerStandQueries, sumFacts } from "./lending-facts";
import { agreementsOfQuery, lentLoanOf, lentQuery, owedQuery, type PartnerRow, partnersQuery } from "./lending-store";
import { contractRegisteredQuery, listedCaseOf } from "./registration-store";
import { contractUsedQuery } from "./store";
import { transitionQueries } from "./transition";

export type Entered = Body<typeof api.registerLoan>;

type Loading = Pick<
  LoadCtx,
  "db" | "schemeId" | "document" | "mine" | "today" | "env" | "settings" | "requestId" | "now" | "params" | "query" | "body"
>;

/** `caseId`: the case that it was sent back in; else the one by which the firm is listed, if there is one. */
export function registeringQueries(ctx: Loading, given: Entered, caseId: string | SQL) {
  const { db, schemeId, mine, today } = ctx;
  const ids = [given.lenderOrgId, given.partnerOrgId].flatMap((id) => (id ? [id] : []));
  const lender = given.lenderOrgId ? sql`${given.lenderOrgId}` : mine.orgId;
  const code = normalizeCreditCode(given.creditCode);
  return {
    ...historyQueries(ctx as unknown as LoadCtx, caseId),
    ...booksQueries(db, schemeId, {
      caseId,
      of: sql`SELECT ${lender} AS value UNION SELECT id FROM organisation WHERE scheme_id = ${schemeId} AND credit_code = ${code}`,
    }),
    ...transitionQueries(db, schemeId, caseId),
    papers: papersQuery(db, caseId),
    firm: organisationByCodeQuery(db, code, schemeId),
    sameName: organisationByNameQuery(db, "enterprise", given.name, schemeId),
    partners: partnersQuery(db, schemeId, ids, mine.orgId),
    agreements: agreementsOfQuery(db, schemeId, ids, mine.orgId),
    measures: measuresQuery(db, schemeId),
    ...partnerStandQueries(ctx),
    firmStand: firmStandQuery(db, schemeId, code),
    lent: lentQuery(db, schemeId, code),
    owed: owedQuery(db, schemeId, lender, lender),
    used: contractUsedQuery(db, lender, given.contractNo),
    entered: contractRegisteredQuery(db, lender, given.contractNo),
    serial: nextSerialQuery(db, schemeId, partsOf(today).year),
  };
}
export type RegisteringRows = Rows<ReturnType<typeof registeringQueries>>;

/** Where a loan of this mode may be entered into the firm's own listed case; a mode that needs no list leaves that case to those that do. */
export const listedCaseFor = ({ schemeId, document }: Pick<LoadCtx, "schemeId" | "document">, given: Entered): SQL => {
  const step = stepOf(document.admission, "register");
  const lists = document.admission.steps[0] !== step && !step?.opensFor?.includes(given.mode);
  return listedCaseOf(schemeId, lists ? normalizeCreditCode(given.creditCode) : "");
};

export interface Registering {
  readonly now: CaseNow;
  /** The case is new. */
  readonly fresh: boolean;
  /** The firm has no row yet. */
  readonly newFirm: boolean;
  readonly enterprise: OrgRef;
  readonly read: RegistrationRead;
  readonly events: readonly CaseEvent[];
}

const refOf = ({ id, kind, name }: PartnerRow): OrgRef => ({ id, kind, name });

/** A case that begins with its loan. */
function freshCase(ctx: Ctx, found: RegisteringRows, enterprise: OrgRef, creditCode: string): CaseNow {
  const { year } = partsOf(ctx.today);
  const serial = found.serial[0]?.serial ?? 1;
  const file: CaseFileRow = {
    id: newId(),
    no: `${ctx.scheme.code}-${year}-${String(serial).padStart(6, "0")}`,
    scheme_id: ctx.schemeId,
    enterprise_org: enterprise.id,
    enterprise_name: enterprise.name,
    credit_code: creditCode,
    status: "draft",
    step: "draft",
    draft: "{}",
    draft_fields: "{}",
    draft_revision: 0,
    draft_saved_at: null,
    parts: "",
    visible: 1,
  };
  const nothing: HistoryRows = { ...found, file: [file], events: [], names: [], listings: [], instructions: [] };
  return nowOf(ctx, file, nothing);
}

/** What the firm's own application says, where it has one; else what the institution told. */
function firmFacts(ctx: Ctx, listed: CaseNow | undefined, { firm, creditCode, loan }: RegistrationRead): Outcome<Facts> {
  const told = { appliedOn: loan.disbursedOn, creditCode, ...firm };
  if (!listed?.state.application) return accept(told);
  const own = factsOfCase({ ...listed, state: { ...listed.state, registered: undefined } as CaseNow["state"] });
  return own.ok ? accept({ ...own.value, ...firm, ...listedBy(ctx.scheme, listed.state) }) : own;
}

/** The step, the listed case, and what was typed, read. */
function readOf(ctx: Ctx, given: Entered, found: RegisteringRows, again: CaseNow | undefined) {
  const step = stepOf(ctx.scheme.admission, "register") as RegisterStep;
  const file = found.file[0];
  const listed = again ?? (file ? nowOf(ctx, file, found as unknown as HistoryRows) : undefined);
  const read = readRegistration(step, given, listed?.state.application !== undefined);
  return read.ok ? accept({ step, listed, read: read.value }) : read;
}

/** Judges the loan by its document, on the facts that the records hold. `again`: the case that it was sent back in. */
export function registering(ctx: Ctx, given: Entered, found: RegisteringRows, again?: CaseNow): Outcome<Registering> {
  const { actor, scheme, today } = ctx;
  const opened = readOf(ctx, given, found, again);
  if (!opened.ok) return opened;
  const { step, listed, read } = opened.value;
  if (again && again.file.credit_code !== read.creditCode) return refuse("field_invalid", { given: read.creditCode }, undefined, "creditCode");
  if (found.used.length > 0 || found.entered.some(({ case_id }) => case_id !== again?.file.id))
    return refuse("already_exists", { contractNo: given.contractNo }, undefined, "contractNo");
  const free = barred(scheme, found.firmStand, today);
  if (!free.ok) return free;
  const known = found.firm[0];
  if (!known && found.sameName.length > 0) return refuse("already_exists", { name: read.name }, undefined, "name");
  if (known && known.kind !== "enterprise") return refuse("field_invalid", { given: read.creditCode }, undefined, "creditCode");
  const enterprise: OrgRef = { id: known?.orgId ?? newId(), kind: "enterprise", name: known?.name ?? read.name };
  const partner = (id: string | undefined) => found.partners.find((row) => row.id === id && row.status === "active");
  const by = { id: actor.orgId, kind: actor.orgKind, name: actor.orgName };
  const [named, beside] = [partner(given.lenderOrgId), partner(given.partnerOrgId)];
  const parties = partiesOf(by, named && refOf(named), beside && refOf(beside), step, given.mode);
  const firm = firmFacts(ctx, listed, read);
  if (!firm.ok) return firm;
  const standing = (org: OrgRef | undefined) => {
    const row = found.partners.find(({ id }) => id === org?.id);
    return row && partnerFacts(scheme, row, { on: read.loan.disbursedOn, today }, found);
  };
  const [lender, guarantor] = [standing(parties.lender), standing(parties.partner)];
  const sums = { lent: found.lent.map(lentLoanOf), owed: found.owed[0] ?? { fund: 0, lender: 0, area: 0 }, view: booksOf(found).view };
  const facts: Facts = {
    ...firm.value,
    ...sumFacts(scheme, sums, { disbursedOn: read.loan.disbursedOn, lenderId: parties.lender.id, enterpriseId: enterprise.id }),
    ...(read.attested ? { attested: { ...firm.value.attested, ...read.attested } } : {}),
    ...(lender ? { lender } : {}),
    ...(guarantor ? { guarantor } : {}),
    loan: { ...read.told, mode: given.mode, principal: ZERO, disbursedOn: read.loan.disbursedOn },
  };
  const waits = again ?? (listed?.state.status === "register" && !listed.state.registered ? listed : undefined);
  const now = waits ?? freshCase(ctx, found, enterprise, read.creditCode);
  const act = { actor: { personId: actor.personId, name: actor.personName, org: by }, on: today };
  const loan = { ...read.loan, ...parties, loanId: again?.state.loan?.loanId ?? newId() };
  const events = decide(scheme, now.state, { loan, enterprise }, facts, act);
  if (!events.ok) return events;
  return accept({ now, fresh: now !== waits, newFirm: !known, enterprise, read, events: events.value });
}
