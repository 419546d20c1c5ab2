/** A push to institutions whose systems fail, dawdle or are gone: each letter arrives in the end, and what does not is seen by the office and sent again. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type Person } from "../harness/browser";
import { type Receiver, startReceiver } from "../harness/receiver";
import { type Server, startServer } from "../harness/server";
import { look } from "./look";
import { enter, open, seesText, tap, tokenOf } from "./people";
import { codeOf, type Desk, desk, deskOf, pushed, type Staff, screened, voted } from "./walk";

const MODES = ["flaky", "slow", "dead"] as const;
const FIRM = { n: 5, name: "北京柳沟豆制品有限公司", representative: "苏平", identity: 5, need: "900000.00", project: "豆制品冷链包装线" };

let server: Server;
let browser: Browser;
let office: Person;
let receivers: Receiver[];
let institutions: Desk[];

const until = async (what: string, met: () => boolean, seconds = 30) => {
  const end = Date.now() + seconds * 1000;
  while (!met()) {
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

async function listenWith(one: Desk, receiver: Receiver): Promise<void> {
  const { secret } = await one.call("PUT", "/webhook", { url: receiver.url });
  receiver.secrets = [secret];
}

beforeAll(async () => {
  [server, browser, ...receivers] = await Promise.all([startServer(), launch(), ...MODES.map((mode) => startReceiver(mode))]);
  office = await enter(browser, server.origin, "13800000004");
  institutions = await Promise.all(["13800000007", "13800000008", "13800000009"].map((phone) => desk(server.origin, phone)));
  await Promise.all(institutions.map((one, at) => listenWith(one, receivers[at] as Receiver)));
  const [department, finance, owner] = await Promise.all(["13800000003", "13800000005", "13911110005"].map((phone) => desk(server.origin, phone)));
  await owner?.call("POST", "/identity/enterprises", { creditCode: codeOf(FIRM.n), name: FIRM.name });
  const staff = { department, finance, bankA: institutions[0], office: await deskOf(server.origin, await tokenOf(office.page)) } as Staff;
  const caseId = await screened(staff, await deskOf(server.origin, owner?.token ?? ""), FIRM);
  await voted(staff, caseId, "medium");
  await pushed(
    staff,
    caseId,
    institutions.map((one) => one.orgId),
  );
});

afterAll(async () => {
  await browser?.close();
  await Promise.all((receivers ?? []).map((receiver) => receiver.stop()));
  await server?.stop();
});

describe("webhooks lose nothing", () => {
  it("one that answers 500 at first takes the second attempt", async () => {
    const [flaky] = receivers as [Receiver];
    await flaky.waitFor(1);
    expect([flaky.accepted.length, flaky.attempts, flaky.refused]).toEqual([1, 2, 0]);
  });

  it("one that answers too late gets the same id again and knows it by that", async () => {
    const [, slow] = receivers as [Receiver, Receiver];
    await slow.waitFor(1);
    slow.mode = "ok";
    await until("the same letter again", () => slow.duplicates === 1);
    expect([slow.accepted.length, slow.accepted[0]?.times]).toEqual([1, 2]);
  });

  it("a dead one's letter is seen by the office, sent again, and arrives once", async () => {
    const [, , dead] = receivers as [Receiver, Receiver, Receiver];
    const { page } = office;
    await until("four attempts", () => dead.attempts >= 4);
    const letter = page.locator("[id^=letter-]").filter({ visible: true, hasText: "永宁融资担保有限公司" });
    await expect
      .poll(
        async () => {
          await open(page, "/office/dead-letters/index");
          await page.locator("[id^=letter-], .none").filter({ visible: true }).first().waitFor();
          return letter.count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    await seesText(page, "连不上对方系统");
    await look(page, "70-dead-letter");
    expect(dead.accepted).toEqual([]);
    dead.mode = "ok";
    await tap(page, (await letter.getAttribute("id"))?.replace("letter-", "replay-") ?? "");
    await seesText(page, "已重新发给永宁融资担保有限公司");
    await look(page, "71-sent-again");
    await dead.waitFor(1);
    expect([dead.accepted.length, dead.duplicates]).toEqual([1, 0]);
    const told = receivers.map((receiver) => receiver.accepted[0]?.payload);
    expect(told).toMatchObject(told.map(() => ({ data: { tier: "medium" } })));
    expect(office.faults).toEqual([]);
  });
});
