/** Who may read what under 克州, 东莞 and 包头: every route that reads, walked by one person of every organisation, with the loans, money, papers and findings of others. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addDays } from "../shared/local-date";
import { fen } from "../shared/money";
import { BAOTOU, DONGGUAN, KEZHOU } from "./application/district-story";
import { today } from "./loan/registration-story";
import type { Failed } from "./payment/testing-file";
import { GUARANTOR_B, World } from "./secrecy-world";
import { must } from "./story";
import { env } from "./testing";

const [A, B, GUARANTOR, TELLER] = [11, 12, 13, 14];
const cast = { bankA: A, bankB: B, guarantor: GUARANTOR, office: 4 };
const kezhou = new World({ ...cast, place: KEZHOU, recommenderKind: "township" });
const dongguan = new World({ ...cast, place: DONGGUAN, recommenderKind: "department" });
const baotou = new World({ ...cast, place: BAOTOU, recommenderKind: "township" });

/** What the records of 东莞 would tell of a firm and a bank. */
const SUMS = Object.fromEntries(["enterprisePaid", "enterprisePaidYear", "enterprisePaidBank", "bankPaidYear"].map((name) => [name, fen(0)]));
const OWN = { mode: "bank", ratio: "0.80", sums: { ...SUMS, bankYearPrincipal: fen(100_000_000_000) } } as const;

interface Turn {
  /** Who draws up, checks and executes, and who else is told of an order. */
  readonly turn: readonly [number, number, number];
  readonly payer: readonly number[];
  /** The guarantors beside the two banks, where the mode has one. */
  readonly beside: boolean;
}

/** One loss of each bank that waits, and one of the first that was paid and of which something came back. */
async function losses(world: World, more: Pick<Failed, "mode"> & Partial<Failed>, { turn, payer, beside }: Turn): Promise<void> {
  const of = (lender: string, partner: string, principal: number): Failed => ({ lender, ...(beside ? { partner } : {}), ...more, principal });
  const ours = beside ? [A, GUARANTOR] : [A];
  await world.loses("the loss of one bank", of("bankA", "guarantor", 123_456_789), ours);
  await world.loses("the loss of the other bank", of("bankB", "guarantorB", 198_765_432), beside ? [B, GUARANTOR_B] : [B]);
  const one = await world.loses("a loss that was paid", of("bankA", "guarantor", 111_222_333), ours, payer);
  const no = await world.paid(one, turn, A);
  world.keeps("the order of a payment", [...ours, ...payer], `"${no}"`);
  world.keeps("what came back", ours, "密收回单一号", "3210.98");
}

/** Recommended, checked, decided on and pushed: the first bank asks and offers. */
async function pushed(world: World, mode: string, walks: () => Promise<void>): Promise<void> {
  await walks();
  const lead = must(await world.as(A, "GET", "/leads")).body.leads[0].id as string;
  must(await world.on(A, `leads/${lead}/ask`, { question: "密问抵押物何在" }));
  const terms = { amount: "3000000.00", ratePercent: "4.35", termMonths: "12", mode, remark: "密报附言一条" };
  must(await world.on(A, `leads/${lead}/offer`, terms));
  world.keeps("what a bank asks and offers", [1, A], "密问抵押物何在", "密报附言一条");
}

async function buildKezhou(): Promise<void> {
  await kezhou.build();
  // the prefecture checks it, and the list goes to both banks
  await kezhou.applications(3, A, B);
  await kezhou.holds("deposit", 500_000_000);
  await pushed(kezhou, "guaranteed", async () => {
    must(await kezhou.on(2, "adopt", {}));
    must(await kezhou.checked(3, ["credit", "tax", "criminal"]));
    must(await kezhou.on(4, "approve", { documentNo: "名单〔2026〕1号" }));
    must(await kezhou.on(4, "publish"));
    must(await kezhou.on(4, "push", {}));
  });
  await losses(kezhou, { mode: "guaranteed" }, { turn: [7, 8, TELLER], payer: [TELLER], beside: true });
  const said = { profile: "密呈的银行简介", expected_volume: "5000万元", preferential_measures: "免收费用" };
  must(await kezhou.as(A, "POST", "/candidacies", { said }));
  kezhou.keeps("the candidacy of a bank", [A], "密呈的银行简介");
}

async function buildDongguan(): Promise<void> {
  await dongguan.build();
  await dongguan.applications();
  await dongguan.holds("deposit", 10_000_000_000);
  await dongguan.loses("what makes the room of the year", { lender: "bankA", ...OWN, principal: 10_000_000_000, step: "trustee_review" }, [A]);
  await losses(dongguan, OWN, { turn: [8, 9, TELLER], payer: [TELLER], beside: false });
  must(await dongguan.as(1, "POST", "/consents", { institutionId: await dongguan.orgOf(A), from: today(), until: addDays(today(), 30) }));
  must(await dongguan.as(A, "POST", "/looks", { creditCode: "91441900MADEMB003W", purpose: "密查贷前情况" }));
  dongguan.keeps("who looks at a firm's data", [1, A], "密查贷前情况");
}

async function buildBaotou(): Promise<void> {
  await baotou.build();
  await baotou.applications(A);
  await baotou.holds("deposit", 800_000_000);
  for (const bank of [A, B]) await baotou.holds("placement", 100_000_000, await baotou.orgOf(bank));
  await pushed(baotou, "helped", async () => {
    must(await baotou.on(2, "adopt", {}));
    must(await baotou.checked(4, ["operations"]));
    must(await baotou.on(4, "approve", { documentNo: "推荐表1号" }));
    must(await baotou.on(4, "push", { institutions: [await baotou.orgOf(A)] }));
  });
  await losses(baotou, { mode: "helped" }, { turn: [A, 16, A], payer: [], beside: true });
  must(await baotou.as(A, "POST", "/candidacies", { said: { department: "密设普惠部", staff: "周密", green_channel: "五日办结" } }));
  baotou.keeps("the candidacy of a bank", [A], "密设普惠部");
}

beforeAll(async () => {
  // letters stay where they are written
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  await buildKezhou();
  await buildDongguan();
  await buildBaotou();
}, 120_000);

describe.each([
  ["KZ-026 克州", kezhou],
  ["DG-045 东莞", dongguan],
  ["BT-062 包头", baotou],
] as const)("%s", (_, world) => {
  it.each(world.people())("%s (%s) reads by every route what is its own, and nothing else", async (_name, kind, place) => {
    const told = await world.told(place);
    const strange = [...told].filter(([what]) => !world.mayBeTold(place, kind).includes(what));
    expect(strange).toEqual([]);
    expect([...told.keys()].sort()).toEqual(world.mayBeTold(place, kind).sort());
  });
});

describe("the walk itself", () => {
  it("would see a leak: it reads every route of the contract that somebody there may call, with the ids of others", async () => {
    const paths = await baotou.paths();
    for (const part of ["/payables", "/instructions/", "/cases/baotou-case-", "/liability", "/fund/ledger", "/statements/", "/loans?q=", "/notices"])
      expect(paths.filter((path) => path.includes(part)).length, part).toBeGreaterThan(0);
    expect(paths.length).toBeGreaterThan(100);
  });
});
