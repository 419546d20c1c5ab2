/** 新乡: an institution that cheated gives back all that the fund paid it for the loan, through the API: drawn up with the finding, checked by another person, received in parts, booked to the fen. */
import { beforeAll, describe, expect, it } from "vitest";
import { entriesFor } from "../../shared/fund/entries";
import { post } from "../../shared/fund/posting";
import { shanghaiDay } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { recountBooks } from "../fund/recount";
import { taken } from "../fund/testing-books";
import { District, failed } from "../payment/testing-file";
import { must } from "../story";
import { env } from "../testing";

const TODAY = shanghaiDay(Date.now());

describe("新乡: the whole comes back", () => {
  let xinxiang: District;
  let caseId = "";
  let claimId = "";
  let voucherId = "";
  const finds = (as: string, documentNo: string) =>
    xinxiang.as(as, "POST", "/bans", {
      ...{ rule: "institution_fraud", conduct: "colluded", orgId: xinxiang.who("bank").org.id, caseId },
      ...{ verifiedOn: TODAY, documentNo, reason: "经查实" },
    });
  const check = (as: string, id: string) => xinxiang.as(as, "POST", `/fund/vouchers/${id}/check`, {});

  beforeAll(async () => {
    const phones = { office: "04", second: "05", government: "06", finance: "07", finance2: "08", bank: "09", accountBank: "12" };
    xinxiang = await District.of("xinxiang", Object.fromEntries(Object.entries(phones).map(([as, end]) => [as, `138000001${end}`])));
    const { chart } = xinxiang.scheme.fund;
    const persons = { madeBy: "a", checkedBy: "b" };
    const deposit = { id: "budget", reason: "deposit", on: TODAY, entries: entriesFor(chart, "deposit", fen(500_000_000)), persons } as const;
    await xinxiang.books(({ view }) => taken(post(chart, view, deposit)));
    ({ caseId, claimId } = await failed(xinxiang, { lender: "bank", mode: "credit", principal: 100_000_000 }));
    const { no } = must(await xinxiang.as("finance", "POST", `/payables/${claimId}/instruction`, {})).body;
    must(await xinxiang.as("finance2", "POST", `/instructions/${no}/countersign`, {}));
    must(await xinxiang.as("accountBank", "POST", `/instructions/${no}/paid`, {}));
    // 101,000.00 came back, and 30,300.00 of it to the treasury
    must(
      await xinxiang.as("bank", "POST", `/cases/${caseId}/recovery/receipts`, {
        ...{ receiptNo: "SK-1", receivedOn: TODAY, amount: "101000.00", costs: "0.00" },
      }),
    );
    const back = { receiptNo: "SK-1", amount: "30300.00", on: TODAY, voucherNo: "回单-1" };
    must(await xinxiang.as("bank", "POST", `/cases/${caseId}/recovery/returns`, back));
    must(await xinxiang.as("office", "POST", `/cases/${caseId}/recovery/returns/receive`, { receiptNo: "SK-1" }));
  });

  it("XX-059 the finding draws it up: all that is still out, once though two find it at once", async () => {
    const both = await Promise.all([finds("office", "认定1号"), finds("second", "认定1号")]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    const found = both.find(({ status }) => status === 201)?.body;
    expect(found).toMatchObject({ clawback: "269700.00", active: true, article: "第十六条" });
    voucherId = found.voucherId;
    expect((await finds("office", "认定2号")).status).toBeGreaterThanOrEqual(400);
  });

  it("XX-059 another person checks it, and the bank owes it from then on", async () => {
    const maker = must(await xinxiang.as("finance", "GET", "/fund/vouchers?status=drawn_up")).body.vouchers.find(
      ({ id }: { id: string }) => id === voucherId,
    );
    expect(maker).toMatchObject({ kind: "clawback" });
    expect((await check("bank", voucherId)).body.code).toBe("role_forbidden");
    must(await check("finance", voucherId));
    expect((await check("finance2", voucherId)).status).toBe(409);
    expect(await xinxiang.balance("compensation", claimId)).toBe(0);
    expect(await xinxiang.balance("clawback_due", claimId)).toBe(26_970_000);
    expect((await recountBooks(env.DB, xinxiang.scheme, TODAY)).findings).toEqual([]);
  });

  it("XX-059 what it pays back is booked by two persons, never more than it owes", async () => {
    const received = (amount: string, documentNo: string) =>
      xinxiang.as("office", "POST", "/fund/vouchers", { kind: "clawback_received", caseId, amount, documentNo });
    expect((await received("269700.01", "回单8")).status).toBeGreaterThanOrEqual(400);
    const { id } = must(await received("100000.00", "回单9")).body;
    must(await check("finance", id));
    const { id: rest } = must(await received("169700.00", "回单10")).body;
    must(await check("finance", rest));
    expect(await xinxiang.balance("clawback_due", claimId)).toBe(0);
    expect((await recountBooks(env.DB, xinxiang.scheme, TODAY)).findings).toEqual([]);
  });
});
