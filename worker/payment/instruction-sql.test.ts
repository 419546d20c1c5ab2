/** The wall around instructions and subsidies: raw SQL tries what no verb would, on the real schema. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, cast, idOf, must, openedFund } from "../story";
import { approved, covered, type Insured, refunds } from "../subsidy/subsidy-story";
import { call, env } from "../testing";
import { drawsUp, ordered, paid } from "./pay-story";

let who: Cast;
let one: Insured;
let office = "";
let office2 = "";
/** A paid instruction, one with the bank, one only drawn up; and their payables. */
const numbers: Record<"paid" | "ordered" | "drawn", string> = { paid: "", ordered: "", drawn: "" };
const ids: string[] = [];

const run = (text: string, ...values: unknown[]) =>
  env.DB.prepare(text)
    .bind(...values)
    .run();
/** What SQL says to a statement: nothing, or the word of what refused it. */
async function says(text: string, ...values: unknown[]): Promise<string> {
  try {
    await run(text, ...values);
    return "";
  } catch (thrown) {
    return /(?:D1_ERROR: )?([A-Z]+(?: [A-Z]+)* constraint failed|[a-z_]{3,})/.exec(String((thrown as Error).message))?.[1] ?? String(thrown);
  }
}

beforeAll(async () => {
  who = await cast();
  await openedFund(who);
  one = await covered(who, 897);
  for (const receipt of ["A", "B", "C", "D"]) ids.push(await approved(who, one, receipt, "100.00"));
  numbers.paid = (await paid(who, ids[0] ?? "")).body.no;
  numbers.ordered = await ordered(who, ids[1] ?? "");
  numbers.drawn = must(await drawsUp(who.office, ids[2] ?? "")).body.no;
  must(await refunds(who.insurer, ids[0] ?? "", { refunded: "10.00", on: "2026-01-05" }));
  [office, office2] = [(await idOf(who.office)).personId, (await idOf(who.office2)).personId];
}, 60_000);

const moves = (no: keyof typeof numbers, set: string) => says(`UPDATE fund_instruction SET ${set} WHERE no = ?`, numbers[no]);
const inserts = (
  verb: string,
  more: { no?: string; serial?: number; payable?: string; madeBy?: string; checkedBy?: string | null; status?: string },
) =>
  says(
    `${verb} INTO fund_instruction (scheme_id, no, year, serial, payable_id, case_id, on_day, plan, ratio, status, made_by, checked_by, moved_at)
      VALUES ('yanqing', ?, 2026, ?, ?, ?, '2026-01-01', '{}', '0.50', ?, ?, ?, 1)`,
    more.no ?? "YQF-2026-0900",
    more.serial ?? 900,
    more.payable ?? ids[3],
    one.caseId,
    more.status ?? "DRAWN_UP",
    more.madeBy ?? office,
    more.checkedBy ?? null,
  );

describe("an instruction", () => {
  it.each([
    ["drawn", "status = 'PAID', checked_by = 'x'", "quota_state"],
    ["drawn", "status = 'FIN_APPROVED'", "quota_state"],
    ["ordered", "status = 'DRAWN_UP'", "quota_state"],
    ["ordered", "status = 'APPLIED'", "quota_state"],
    ["ordered", "status = 'TRANSFERRED'", "quota_state"],
    ["paid", "status = 'INSTRUCTED'", "quota_state"],
    ["paid", "status = 'CANCELLED'", "quota_state"],
    ["ordered", "status = 'PAID', plan = '{}'", "quota_state"],
    ["ordered", "status = 'PAID', made_by = checked_by", "quota_state"],
    ["ordered", "status = 'PAID', checked_by = made_by", "quota_state"],
    ["ordered", "status = 'PAID', payable_id = 'x'", "quota_state"],
  ] as const)("YQ-034 the %s one does not become one of which %s", async (which, set, word) => {
    expect(await moves(which, set)).toBe(word);
  });

  it("is checked by somebody, and not by whoever drew it up", async () => {
    expect(await says("UPDATE fund_instruction SET status = 'INSTRUCTED' WHERE no = ?", numbers.drawn)).toBe("CHECK constraint failed");
    expect(await says("UPDATE fund_instruction SET status = 'INSTRUCTED', checked_by = made_by WHERE no = ?", numbers.drawn)).toBe(
      "CHECK constraint failed",
    );
    expect(await inserts("INSERT", { status: "INSTRUCTED", checkedBy: office })).toBe("CHECK constraint failed");
    expect(await inserts("INSERT", { status: "INSTRUCTED" })).toBe("CHECK constraint failed");
  });

  it("YQ-074 is the only one for its payable, and its number is its own", async () => {
    for (const verb of ["INSERT", "INSERT OR REPLACE"]) {
      for (const payable of ids.slice(0, 3)) expect(await inserts(verb, { payable })).toBe("already_exists");
      expect(await inserts(verb, { no: numbers.paid })).toBe("already_exists");
      expect(await inserts(verb, { serial: 1 })).toMatch(/already_exists|UNIQUE constraint failed/);
    }
  });

  it("is not deleted, nor is a step of it changed, deleted or replaced", async () => {
    expect(await says("DELETE FROM fund_instruction")).toBe("append_only");
    expect(await says("UPDATE instruction_step SET person_id = 'x'")).toBe("append_only");
    expect(await says("DELETE FROM instruction_step")).toBe("append_only");
    expect(
      await says(
        "INSERT OR REPLACE INTO instruction_step SELECT scheme_id, no, place, 'PAID', person_id, org_id, at, why FROM instruction_step LIMIT 1",
      ),
    ).toBe("stale");
    expect(await env.DB.prepare("SELECT COUNT(*) AS n FROM instruction_step WHERE no = ?").bind(numbers.paid).first("n")).toBe(3);
  });
});

describe("YQ-089 a subsidy", () => {
  it.each([
    "status = 'approved'",
    "status = 'filed'",
    "status = 'returned', reason = 'x'",
    "paid = paid + 1",
    "paid = 0, status = 'approved'",
    "premium = premium + 1",
    "refunded = 0",
    "receipt_no = 'Z'",
    "firm_org = insurer_org",
  ])("that was paid does not become one of which %s", async (set) => {
    expect(await says(`UPDATE subsidy SET ${set} WHERE id = ?`, ids[0])).toMatch(/append_only|CHECK constraint failed/);
  });

  it("is asked for once a receipt, whatever the verb", async () => {
    for (const verb of ["INSERT", "INSERT OR REPLACE"])
      expect(
        await says(
          `${verb} INTO subsidy (id, scheme_id, case_id, firm_org, insurer_org, policy_no, receipt_no, premium, filed_on, filed_by, moved_at)
            SELECT 'again', scheme_id, case_id, firm_org, insurer_org, policy_no, receipt_no, premium, filed_on, filed_by, moved_at FROM subsidy WHERE id = ?`,
          ids[0],
        ),
      ).toBe("subsidy_duplicate");
    expect(await says("DELETE FROM subsidy")).toBe("append_only");
  });

  it("YQ-104 stands on a policy that stays as its insurer registered it, and so do its refunds", async () => {
    expect(await says("UPDATE policy SET until_day = '2099-12-31'")).toBe("append_only");
    expect(await says("DELETE FROM policy")).toBe("append_only");
    expect(await says("INSERT OR REPLACE INTO policy SELECT * FROM policy LIMIT 1")).toBe("already_exists");
    expect(
      await says(
        `INSERT INTO subsidy (id, scheme_id, case_id, firm_org, insurer_org, policy_no, receipt_no, premium, filed_on, filed_by, moved_at)
          SELECT 'none', scheme_id, case_id, firm_org, insurer_org, 'BD-NONE', 'R', premium, filed_on, filed_by, moved_at FROM subsidy LIMIT 1`,
      ),
    ).toBe("FOREIGN KEY constraint failed");
    expect(await says("UPDATE subsidy_refund SET amount = 1")).toBe("append_only");
    expect(await says("DELETE FROM subsidy_refund")).toBe("append_only");
    expect(await says("INSERT OR REPLACE INTO subsidy_refund SELECT * FROM subsidy_refund LIMIT 1")).toBe("stale");
  });
});

it("YQ-006 YQ-029 the money of an instruction is set aside and paid by no raw row: not more, not again, not by one person, not for nothing", async () => {
  const posts = (
    type: string,
    transfer: string,
    reason: string,
    entries: unknown,
    payable: string | null,
    until: string | null,
    checked: string | null = office2,
  ) =>
    says(
      `INSERT INTO ledger_event (scheme_id, seq, type, transfer_id, reason, on_day, entries, made_by, checked_by, case_id, payable_id, until_day, clauses, recorded_at, prev_hash, hash)
        SELECT scheme_id, seq + 1, ?, ?, ?, '2026-01-05', ?, ?, ?, ?, ?, ?, 'x', 1, hash, 'h' FROM ledger_event WHERE scheme_id = 'yanqing' ORDER BY seq DESC LIMIT 1`,
      type,
      transfer,
      reason,
      JSON.stringify(entries),
      office,
      checked,
      one.caseId,
      payable,
      until,
    );
  const pays = (amount: number, of: string) => [
    { account: "subsidy", side: "debit", amount, of },
    { account: "account", side: "credit", amount },
  ];
  const draws = (amount: number) => [
    { account: "account", side: "debit", amount },
    { account: "quota", side: "credit", amount },
  ];
  const [first = "", , third = ""] = ids;
  const receipt = (name: string) => `${one.policyNo}#${name}`;
  expect(await posts("posted", "x1", "subsidy", pays(5000, receipt("A")), first, null)).toBe("paid_twice");
  expect(await posts("posted", "x2", "subsidy", pays(5001, receipt("C")), third, null)).toBe("quota_without_claim");
  expect(await posts("posted", "x3", "subsidy", pays(5000, receipt("C")), third, null, null)).toBe("second_person_missing");
  expect(await posts("posted", "x4", "subsidy", pays(5000, receipt("C")), third, null, office)).toBe("CHECK constraint failed");
  expect(await posts("posted", `${numbers.ordered}-pay`, "subsidy", pays(4999, receipt("B")), ids[1] ?? "", "2099-01-01")).toBe(
    "transfer_not_reserved",
  );
  expect(await posts("posted", "x5", "quota_draw", draws(1), null, null)).toBe("quota_without_claim");
  expect(await posts("posted", "x6", "quota_draw", draws(1), "none", null)).toBe("quota_without_claim");
  expect(await posts("posted", "x7", "quota_draw", draws(5001), third, null)).toBe("quota_without_claim");
  const { body } = await call("GET", "/fund", undefined, { token: who.office });
  expect(body.accounts.every(({ balance, held }: { balance: string; held: string }) => !balance.startsWith("-") && !held.startsWith("-"))).toBe(true);
});
