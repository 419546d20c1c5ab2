/** Numbers and readings that a district sets, through the API: one proposes, another agrees; when, on which paper and by whom is asked both times; an agreed one decides from its day on, on the worker and on every phone. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addDays, shanghaiDay } from "../../shared/local-date";
import { applied, type Cast, cast, idOf, must, newFirm } from "../story";
import { type Answer, call, env, tokenOf } from "../testing";

let who: Cast;
const dg = {} as Record<"office" | "office2" | "finance" | "finance2" | "bank", string>;
beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  must(await call("POST", "/demo/seed", {}, { scheme: "dongguan" }));
  for (const [name, place] of [
    ["office", 4],
    ["office2", 5],
    ["finance", 6],
    ["finance2", 7],
    ["bank", 11],
  ] as const)
    dg[name] = await tokenOf(`138000003${String(place).padStart(2, "0")}`);
}, 60_000);

const today = () => shanghaiDay(Date.now());
const later = (days = 1) => addDays(today(), days);
const proposes = (token: string, body: object, scheme = "yanqing") =>
  call("POST", "/amendments", { from: later(), reason: "区里研究确定", ...body }, { token, scheme });
const approves = (token: string, id: string, scheme = "yanqing") => call("POST", `/amendments/${id}/approve`, {}, { token, scheme });
const declines = (token: string, id: string, reason = "先不改") => call("POST", `/amendments/${id}/decline`, { reason }, { token });
const lists = (token: string, scheme = "yanqing") => call("GET", "/amendments", undefined, { token, scheme });
const refused = ({ status, body }: Answer) => [
  status,
  ...(body.refusals ?? []).map(({ code, field }: { code: string; field?: string }) => `${code} ${field ?? ""}`.trim()),
];

describe("one proposes, another agrees", () => {
  it("YQ-020 what is agreed is in force for everybody, and for nobody before", async () => {
    const proposal = must(await proposes(who.office, { key: "need.max", value: "4000000.00" })).body;
    expect(proposal).toMatchObject({ key: "need.max", value: 400_000_000, from: later(), own: true, mine: true, status: "waiting", decided: null });
    expect((await lists(who.firm)).body).toEqual({ inForce: [], proposals: [] });
    expect((await lists(who.office2)).body.proposals).toMatchObject([{ id: proposal.id, own: false, status: "waiting", proposer: "赵允" }]);
    expect(refused(await approves(who.office, proposal.id))).toEqual([422, "same_person"]);
    const done = must(await approves(who.office2, proposal.id)).body;
    expect(done).toMatchObject({ status: "approved", decided: { on: today(), by: "杨帆" } });
    expect((await lists(who.firm)).body).toEqual({
      inForce: [
        {
          id: proposal.id,
          key: "need.max",
          value: 400_000_000,
          from: later(),
          documentNo: "",
          proposer: "赵允",
          proposedOn: today(),
          agreedBy: "杨帆",
          agreedOn: today(),
        },
      ],
      proposals: [],
    });
    expect(refused(await approves(who.office2, proposal.id))).toEqual([409, "wrong_step"]);
  });

  it("YQ-020 today it is the old number that decides, tomorrow the new one", async () => {
    const department = (await idOf(who.department)).orgId;
    const before = await applied(await newFirm(701, "北京旧数有限公司"), 701, department, "4500000.00");
    expect(before).toMatch(/./);
    const firm = await newFirm(702, "北京新数有限公司");
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ["Date"] });
    try {
      await expect(applied(firm, 702, department, "4500000.00")).rejects.toThrow(/need_over_cap.*4000000.00/);
    } finally {
      vi.useRealTimers();
    }
  });

  it("declined, it is in force on no day, and says why; nobody declines or agrees twice", async () => {
    const { id } = must(await proposes(who.office, { key: "blacklist.years", value: "5" })).body;
    expect(refused(await declines(who.office, id))).toEqual([422, "same_person"]);
    expect(must(await declines(who.office2, id)).body).toMatchObject({ status: "declined", decided: { reason: "先不改" } });
    expect(refused(await approves(who.office2, id))).toEqual([409, "wrong_step"]);
    expect((await lists(who.firm)).body.inForce.map(({ key }: { key: string }) => key)).not.toContain("blacklist.years");
  });

  it("the second persons hear of a proposal, and whoever proposed hears what became of it", async () => {
    const heard = async (token: string) =>
      must(await call("GET", "/notices", undefined, { token }))
        .body.notices.filter(({ code }: { code: string }) => code.startsWith("amendment_"))
        .map(({ code, figures }: { code: string; figures: { amendment: string } }) => `${code} ${figures.amendment}`);
    const agreed = must(await proposes(who.office, { key: "blacklist.years", value: "4" })).body.id;
    const declined = must(await proposes(who.office, { key: "blacklist.years", value: "6" })).body.id;
    const told = await heard(who.office2);
    expect(told).toEqual(expect.arrayContaining([`amendment_proposed ${agreed}`, `amendment_proposed ${declined}`]));
    for (const one of [who.office, who.finance, who.firm]) expect((await heard(one)).join()).not.toContain(agreed);
    must(await approves(who.office2, agreed));
    must(await declines(who.office2, declined));
    expect(await heard(who.office)).toEqual(expect.arrayContaining([`amendment_approved ${agreed}`, `amendment_declined ${declined}`]));
    expect(await heard(who.office2)).toEqual(told);
  });

  it("whoever proposed takes it back until it is decided; nobody agrees to it then, and nobody else takes it back", async () => {
    const withdraws = (token: string, id: string) => call("POST", `/amendments/${id}/withdraw`, {}, { token });
    const { id } = must(await proposes(who.office, { key: "push.remindDays", value: "40" })).body;
    expect(refused(await withdraws(who.office2, id))).toEqual([403, "role_forbidden"]);
    expect(must(await withdraws(who.office, id)).body).toMatchObject({ status: "withdrawn", decided: { on: today(), by: "赵允" } });
    expect(refused(await withdraws(who.office, id))).toEqual([409, "wrong_step"]);
    expect(refused(await approves(who.office2, id))).toEqual([409, "wrong_step"]);
    expect((await lists(who.office2)).body.proposals.find((one: { id: string }) => one.id === id)).toMatchObject({ status: "withdrawn" });
    const { id: kept } = must(await proposes(who.office, { key: "recovery.deductCosts", value: "net_then_ratio" })).body;
    const both = await Promise.all([approves(who.office2, kept), withdraws(who.office, kept)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("two agree at the same time: it is agreed to once", async () => {
    const { id } = must(await proposes(who.office, { key: "push.remindDays", value: "45" })).body;
    const both = await Promise.all([approves(who.office2, id), approves(who.office2, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { results } = await env.DB.prepare("SELECT amendment_id FROM amendment_decision WHERE amendment_id = ?").bind(id).all();
    expect(results).toHaveLength(1);
  });

  it("two proposals of one number agreed to at the same time are asked one after the other, and neither is written over", async () => {
    const [sooner, further] = await Promise.all([
      proposes(who.office, { key: "dept.compCases.perYear", value: "3", from: later(3) }),
      proposes(who.office, { key: "dept.compCases.perYear", value: "4", from: later(9) }),
    ]);
    const both = await Promise.all([approves(who.office2, must(sooner).body.id), approves(who.office2, must(further).body.id)]);
    const agreed = both.filter(({ status }) => status === 200);
    // the further one first leaves no room for the sooner; the other way round there is room for both
    if (agreed.length === 1) expect(refused(both.find(({ status }) => status !== 200) as Answer)).toEqual([422, "param_history from"]);
    const { inForce } = (await lists(who.firm)).body;
    expect(inForce.filter(({ key }: { key: string }) => key === "dept.compCases.perYear")).toHaveLength(agreed.length);
  });
});

describe("what is asked of a change", () => {
  it.each([
    ["a day on which another number was in force", { key: "lookback.years", value: "3", from: "2026-01-01" }, "param_history from"],
    ["no such day", { key: "lookback.years", value: "3", from: "2026-13-01" }, "date_invalid from"],
    ["no such number", { key: "whatever", value: "3" }, "field_invalid key"],
    ["a word for a count", { key: "lookback.years", value: "三" }, "field_invalid value"],
    ["no known reading", { key: "pause.basis", value: "whatever" }, "field_invalid value"],
    ["more than one whole", { key: "tier.low.ratio", value: "1.2" }, "field_invalid value"],
    ["no amount", { key: "fund.total", value: "三千万" }, "amount_invalid value"],
    ["no value", { key: "fund.total", value: "" }, "field_required value"],
    ["no reason", { key: "fund.total", value: "1.00", reason: "" }, "field_required reason"],
  ])("%s", async (_, body, code) => {
    expect(refused(await proposes(who.office, body))).toEqual([expect.any(Number), code]);
  });

  it("only those propose whom the document lets, each the own numbers", async () => {
    for (const token of [who.firm, who.bankA, who.finance, who.government])
      expect(refused(await proposes(token, { key: "need.max", value: "1.00" }))).toEqual([403, "role_forbidden"]);
  });

  it("DG-007 DG-038 the yearly budget is finance's own number, both its persons", async () => {
    const budget = { key: "fund.annualBudget", value: "80000000.00" };
    expect(refused(await proposes(dg.office, budget, "dongguan"))).toEqual([403, "role_forbidden"]);
    const { id } = must(await proposes(dg.finance, budget, "dongguan")).body;
    expect(refused(await approves(dg.office, id, "dongguan"))).toEqual([403, "role_forbidden"]);
    expect(must(await approves(dg.finance2, id, "dongguan")).body).toMatchObject({ status: "approved", value: 8_000_000_000 });
    expect(refused(await proposes(dg.finance, { key: "bank.annualCap.ratio", value: "0.03" }, "dongguan"))).toEqual([403, "role_forbidden"]);
  });

  it("DG-027 what was in force is never written over", async () => {
    const answer = await proposes(dg.office, { key: "bank.annualCap.ratio", value: "0.03", from: "2025-01-01" }, "dongguan");
    expect(refused(answer)).toEqual([422, "param_history from"]);
    expect(answer.body.refusals[0]).toMatchObject({ article: "三（四）脚注2", clauses: ["DG-027"] });
  });

  it("DG-050 a major change stands on the higher authority's paper", async () => {
    const change = { key: "guarantee.ratio", value: "0.60" };
    const without = await proposes(dg.office, change, "dongguan");
    expect(refused(without)).toEqual([422, "major_change_unapproved documentNo"]);
    expect(without.body.refusals[0].clauses).toEqual(["DG-050"]);
    const { id } = must(await proposes(dg.office, { ...change, documentNo: "东府〔2026〕9号" }, "dongguan")).body;
    must(await approves(dg.office2, id, "dongguan"));
    expect((await lists(dg.bank, "dongguan")).body.inForce).toContainEqual({
      id,
      key: "guarantee.ratio",
      value: "0.60",
      from: later(),
      documentNo: "东府〔2026〕9号",
      proposer: expect.any(String),
      proposedOn: today(),
      agreedBy: expect.any(String),
      agreedOn: today(),
    });
  });

  it("DG-028 no band above the highest ratio", async () => {
    const bands = [{ upTo: "3000000.00", ratio: "0.85" }, { ratio: "0.60" }];
    expect(refused(await proposes(dg.office, { key: "bank.ratio.bands", value: bands }, "dongguan"))).toEqual([422, "ratio_over_80 value"]);
  });

  it("DG-022 kinds of loan are the conference's to decide: without its decision there is none", async () => {
    const types = { key: "bank.loanTypes", value: ["credit"] };
    expect(refused(await proposes(dg.office, types, "dongguan"))).toEqual([422, "decision_required documentNo"]);
    expect(refused(await proposes(dg.office, { ...types, documentNo: "没有这个决定" }, "dongguan"))).toEqual([422, "decision_required documentNo"]);
  });

  it("DG-022 DG-002 with the decision of the conference the kinds of loan are set from its day on", async () => {
    const { organisations } = must(await call("GET", "/organisations", undefined, { token: dg.office, scheme: "dongguan" })).body;
    const seats = ["office", "finance", "department", "regulator"];
    const roster = organisations.filter(({ kind }: { kind: string }) => seats.includes(kind)).map(({ orgId }: { orgId: string }) => orgId);
    const decision = { topic: "loan_types", documentNo: "联席〔2026〕3号", decidedOn: today(), from: today(), says: "增列供应链贷款", roster };
    must(await call("POST", "/conference/decisions", decision, { token: dg.office, scheme: "dongguan" }));
    const types = { key: "bank.loanTypes", value: ["credit", "supply_chain"], documentNo: "联席〔2026〕3号" };
    const { id } = must(await proposes(dg.office, types, "dongguan")).body;
    expect(must(await approves(dg.office2, id, "dongguan")).body).toMatchObject({ status: "approved", value: ["credit", "supply_chain"] });
  });

  it("DG-024 a rate that others publish is entered from its own day on, even a past one", async () => {
    const { id } = must(await proposes(dg.office, { key: "lpr.1y", value: "0.0290", from: addDays(today(), -5) }, "dongguan")).body;
    must(await approves(dg.office2, id, "dongguan"));
    expect(refused(await proposes(dg.office, { key: "lpr.1y", value: "0.0280", from: addDays(today(), -6) }, "dongguan"))).toEqual([
      422,
      "param_history from",
    ]);
  });

  it("another district's proposal is none", async () => {
    const { id } = must(await proposes(who.office, { key: "kpi.recommend.perQuarter", value: "6" })).body;
    expect(refused(await approves(dg.office2, id, "dongguan"))).toEqual([404, "not_found"]);
  });
});
