/** What the first `npm start` tells: every district of the demo lives through its past and up to today by the real API, and its books are sound. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../../worker/local/demo/desk.mjs";
import { DAYS_BEFORE, waitsAtFirst, walkBefore, walkNow } from "../../worker/local/demo-cases.mjs";
import { type Server, startServer } from "../harness/server";

const DISTRICTS = ["yanqing", "xinxiang", "kezhou", "dongguan", "baotou"] as const;
/** Whoever reads the books, and desks at which a case has to wait. */
const DESKS: Readonly<Record<(typeof DISTRICTS)[number], { readonly office: number; readonly waits: readonly number[] }>> = {
  yanqing: { office: 4, waits: [3, 4, 5, 6, 7, 8] },
  xinxiang: { office: 4, waits: [2, 9] },
  kezhou: { office: 4, waits: [2, 3, 4, 6, 7, 11, 12] },
  dongguan: { office: 4, waits: [2, 4, 8] },
  baotou: { office: 4, waits: [2, 4, 9, 11] },
};
const STEM = { yanqing: "138000000", xinxiang: "138000001", kezhou: "138000002", dongguan: "138000003", baotou: "138000004" } as const;

let server: Server;
const port = () => Number(new URL(server.origin).port);

beforeAll(async () => {
  server = await startServer({ seed: false });
  await server.daysAhead(-DAYS_BEFORE);
  for (const id of DISTRICTS) await new Desk(port(), id, STEM[id]).send("POST", "/demo/seed", {});
  const was = await walkBefore(port(), DISTRICTS);
  await server.daysAhead(0);
  await walkNow(port(), DISTRICTS, was);
}, 240_000);
afterAll(async () => {
  await server?.stop();
});

describe.each(DISTRICTS)("%s", (id) => {
  const desk = () => new Desk(port(), id, STEM[id]);
  it("has opened books that are sound when they are counted again", async () => {
    const here = desk();
    const { office } = DESKS[id];
    await here.as(office, "POST", "/fund/checks", {});
    const fund = await here.as(office, "GET", "/fund");
    expect(fund).toMatchObject({ openedOn: expect.any(String), check: { ok: true, findings: [] } });
    expect(Number(fund.available)).toBeGreaterThan(0);
  });

  it("has a case waiting at each desk of which the list says so", async () => {
    const here = desk();
    for (const who of DESKS[id].waits) {
      const { cases } = await here.as(who, "GET", "/cases?waiting=1");
      expect(cases.length, String(who)).toBeGreaterThan(0);
      expect(waitsAtFirst(id, `${STEM[id]}${String(who).padStart(2, "0")}`)).not.toBe("");
    }
  });
});
