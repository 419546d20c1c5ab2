/** A loan whose claim was consented to, put into the records of any district's demo as an import would: for tests of what comes after the consent. Imported by tests only. */

import { sql } from "drizzle-orm";
import { entriesFor } from "../../shared/fund/entries";
import { commitmentOf } from "../../shared/fund/exposure";
import type { LedgerEvent } from "../../shared/fund/ledger";
import { post } from "../../shared/fund/posting";
import { addDays, type LocalDate, shanghaiDay } from "../../shared/local-date";
import { type Fen, fen, type Ratio } from "../../shared/money";
import { payableOf } from "../../shared/process/claim";
import { claimAmount } from "../../shared/process/claim-amount";
import type { Filing } from "../../shared/process/claim-state";
import type { LoanRecord } from "../../shared/process/event";
import { evolveFile, type FileEvent, type LoanFile } from "../../shared/process/loan-file";
import type { OrgKind, OrgRef } from "../../shared/process/party";
import { modesOf } from "../../shared/process/procedure";
import type { Scheme } from "../../shared/schemes/scheme";
import { inForceQuery, schemeWith } from "../amendment/in-force";
import { load, rows } from "../database";
import { eventRows, insertEvents } from "../event";
import { booksOf, booksQueries } from "../fund/books";
import { type At, appendOf, rowsOf, standingOf } from "../fund/opening-rows";
import { taken } from "../fund/testing-books";
import { writeBooks } from "../fund/write-books";
import { call, env, tokenOf } from "../testing";
import type { Ctx } from "../verb";

export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly org: OrgRef;
}

/** A district of the demo with the tokens of its people and its document as amended. */
export class District {
  private constructor(
    readonly schemeId: string,
    readonly scheme: Scheme,
    private readonly people: ReadonlyMap<string, Person & { readonly token: string }>,
  ) {}

  /** Builds the demo and signs in those whose phones are named. */
  static async of(schemeId: string, phones: Readonly<Record<string, string>>): Promise<District> {
    await call("POST", "/demo/seed", {}, { scheme: schemeId });
    const { amendments } = await load(env.DB, { amendments: inForceQuery(env.DB, schemeId) });
    const people = new Map<string, Person & { token: string }>();
    for (const [as, phone] of Object.entries(phones)) {
      const token = await tokenOf(phone);
      const { found } = await load(env.DB, {
        found: rows<{ person: string; name: string; org: string; kind: OrgKind; org_name: string }>(
          env.DB,
          sql`SELECT p.id AS person, p.name, o.id AS org, o.kind, o.name AS org_name FROM person p JOIN membership m ON m.person_id = p.id
            JOIN organisation o ON o.id = m.org_id WHERE p.phone = ${phone}`,
        ),
      });
      const [one] = found;
      if (!one) throw new Error(`nobody has ${phone}`);
      people.set(as, { personId: one.person, name: one.name, org: { id: one.org, kind: one.kind, name: one.org_name }, token });
    }
    return new District(schemeId, schemeWith(schemeId, amendments), people);
  }

  who(as: string): Person & { readonly token: string } {
    const one = this.people.get(as);
    if (!one) throw new Error(`nobody is ${as}`);
    return one;
  }

  /** A request as somebody of the district. */
  as = (as: string, method: string, path: string, body?: unknown) => call(method, path, body, { token: this.who(as).token, scheme: this.schemeId });

  async balance(account: string, of = ""): Promise<number> {
    const row = await env.DB.prepare("SELECT balance - held AS free FROM ledger_balance WHERE scheme_id = ? AND account = ? AND of_id = ?")
      .bind(this.schemeId, account, of)
      .first<number>("free");
    return row ?? 0;
  }

  /** Ledger events that a decision makes of the books as they stand. */
  async books(decide: (books: ReturnType<typeof booksOf>) => readonly LedgerEvent[], caseId = ""): Promise<void> {
    const books = booksOf(await load(env.DB, booksQueries(env.DB, this.schemeId, { caseId })));
    const written = taken(await writeBooks({ db: env.DB, now: Date.now() }, this.scheme, books, decide(books)));
    await env.DB.batch([...written.statements]);
  }
}

export interface Failed {
  readonly lender: string;
  readonly partner?: string;
  readonly mode: string;
  readonly principal: number;
  readonly ratio?: Ratio;
  readonly choice?: string;
  readonly tiers?: LoanRecord["tiers"];
  readonly filing?: Partial<Filing>;
  readonly sums?: Readonly<Record<string, Fen>>;
  /** Where the claim stands; consented and payable where absent. */
  readonly step?: string;
  readonly filedOn?: LocalDate;
  readonly batch?: string;
  /** Guaranteed as one of a batch. */
  readonly batched?: true;
}

let serial = 0;

/** Puts it into the records; answers the case, its claim and what was consented to. */
export async function failed(district: District, one: Failed): Promise<{ readonly caseId: string; readonly claimId: string; readonly amount: Fen }> {
  serial += 1;
  const n = serial;
  const { scheme, schemeId } = district;
  const on = shanghaiDay(Date.now());
  const filedOn = one.filedOn ?? on;
  const actor = district.who(one.lender);
  const ids = { caseId: `${schemeId}-case-${n}`, loanId: `${schemeId}-loan-${n}`, claimId: `${schemeId}-claim-${n}` };
  const more = { reviewId: `r${n}`, voucherId: `v${n}`, enterpriseId: `${schemeId}-firm-${n}` };
  const lender = district.who(one.lender).org;
  const partner = one.partner === undefined ? undefined : district.who(one.partner).org;
  const loan: LoanRecord = {
    loanId: ids.loanId,
    leadId: "",
    contractNo: `合同-${n}`,
    principal: fen(one.principal),
    rate: "0.04",
    termMonths: 12,
    disbursedOn: addDays(filedOn, -300),
    mode: one.mode,
    lender,
    ...(partner ? { partner } : {}),
    ...(one.tiers ? { tiers: one.tiers } : {}),
    ...(one.batched ? { batch: true as const } : {}),
  };
  const tier = { choice: one.choice ?? "", ratio: one.ratio ?? "0.5" };
  const firm: OrgRef = { id: more.enterpriseId, kind: "enterprise", name: `欠款${schemeId}${n}有限公司` };
  const mode = modesOf(scheme.admission).find(({ id }) => id === one.mode);
  const payee = mode?.payee === "guarantor" && partner ? partner : lender;
  const filing: Filing = {
    claimId: ids.claimId,
    evidence: { grade: "doubtful", overdueDays: 95, letterNo: `不良-${n}` },
    principal: fen(one.principal),
    interest: fen(0),
    covered: fen(0),
    papers: [],
    ...one.filing,
  };
  const first = scheme.claim.steps[0]?.id ?? "";
  const pays = one.step ?? scheme.claim.steps.at(-1)?.id ?? "";
  const told: FileEvent[] = [
    { type: "graded", grade: "doubtful", on: filedOn },
    { type: "claim_filed", next: first, filing, payee, ratio: tier.ratio },
    { type: "claim_checked", next: pays, summary: "属实", ...(one.batch ? { batch: one.batch } : {}) },
  ];
  const admission = {
    type: "case_imported" as const,
    next: { step: scheme.admission.steps.find(({ kind }) => kind === "loan")?.id ?? "loan", status: "funded" as const },
    voucherId: more.voucherId,
    enterprise: firm,
    representative: "某人",
    recommender: lender,
    review: { id: more.reviewId, heldOn: loan.disbursedOn, seats: [] },
    tier: { ...tier, recoveryOwner: payee },
    loan,
  };
  const opened = {
    ids: { ...ids, ...more },
    admission,
    file: told.map((event) => ({ event, occurredOn: filedOn })),
    one: {
      firm: firm.name,
      creditCode: `CODE-${schemeId}-${n}`,
      representative: { name: "某人" },
      recommender: lender,
      recoveryOwner: payee,
      reviewedOn: loan.disbursedOn,
      units: [],
      tier,
      transition: false,
      loan,
      outstanding: loan.principal,
      grade: "doubtful" as const,
      ties: [],
      uses: [`CODE-${schemeId}-${n}`],
    },
  } as unknown as Parameters<typeof standingOf>[2];
  const now = Date.now();
  const ctx = {
    db: env.DB,
    schemeId,
    scheme,
    today: on,
    now,
    actor: { personId: actor.personId, personName: actor.name, orgId: actor.org.id, orgKind: actor.org.kind, orgName: actor.org.name },
  } as unknown as Ctx;
  const before: At = standingOf(ctx, scheme, opened, 900 + n);
  const claim = before.loanFile.claim;
  if (!claim) throw new Error("no claim");
  const amount = one.step ? fen(0) : taken(claimAmount(scheme, before.loanFile, claim, on, undefined, one.sums)).amount;
  const consent: FileEvent[] = one.step ? [] : [{ type: "claim_consented", documentNo: `批复-${n}`, next: pays, amount }];
  const at = standingOf(ctx, scheme, { ...opened, file: [...opened.file, ...consent.map((event) => ({ event, occurredOn: on }))] }, 900 + n);
  const events = await eventRows(appendOf(ctx, scheme, at), { personId: actor.personId, orgId: actor.org.id, orgKind: actor.org.kind }, now);
  await env.DB.batch([...insertEvents(env.DB, events), ...rowsOf(ctx, scheme, [at], new Map())]);
  const act = { personId: actor.personId, name: actor.name, org: actor.org };
  const file: LoanFile = consent.reduce<LoanFile>((so, event) => evolveFile(so, { event, actor: act, occurredOn: on }), before.loanFile);
  await district.books(({ view }) => {
    const { chart } = scheme.fund;
    const entries = entriesFor(chart, "commit", commitmentOf({ ratio: tier.ratio, outstanding: loan.principal }), ids.loanId);
    const persons = { madeBy: actor.personId };
    return taken(post(chart, view, { id: `${ids.loanId}-c`, reason: "commit", on, entries, persons, caseId: ids.caseId }));
  }, ids.caseId);
  if (!one.step) await district.books(() => [{ type: "payable_approved", payable: taken(payableOf(scheme, file)) }], ids.caseId);
  return { caseId: ids.caseId, claimId: ids.claimId, amount };
}
