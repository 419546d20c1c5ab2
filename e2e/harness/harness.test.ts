/** The harness itself: a browser that draws Chinese, and a receiver that tells true signatures from false ones. */
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { launch, person, shot } from "./browser";
import { type Receiver, startReceiver } from "./receiver";

/** Runs in the page: what a character looks like, as text. */
function inkOf(character: string): string {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.font = "40px sans-serif";
  pen.fillText(character, 10, 60);
  return canvas.toDataURL();
}

describe("the browser", () => {
  it("draws Chinese at phone size, twice as dense", async () => {
    const browser = await launch();
    try {
      const { page, faults } = await person(browser, "http://localhost");
      await page.setContent(`<meta name="viewport" content="width=device-width"><body style="font:32px sans-serif"><b id="zh">贷款风险补偿金</b>`);
      const png = readFileSync(await shot(page, "harness"));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([780, 1688]);
      // Where a font is missing, every character is the same empty box.
      expect(await page.evaluate(inkOf, "贷")).not.toBe(await page.evaluate(inkOf, "款"));
      expect(await page.evaluate(() => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone])).toEqual(["zh-CN", "Asia/Shanghai"]);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe("the receiver", () => {
  const secret = `whsec_${Buffer.from("a secret of the receiver's own test").toString("base64")}`;
  let receiver: Receiver;
  afterEach(() => receiver.stop());

  async function send(id: string, key = secret, at = new Date()) {
    const body = JSON.stringify({ type: "push.opened", timestamp: at.toISOString(), data: { id } });
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(key).sign(id, at, body),
    };
    return (await fetch(receiver.url, { method: "POST", headers, body })).status;
  }

  it("accepts each id once and counts what comes again", async () => {
    receiver = await startReceiver();
    receiver.secrets = [secret];
    expect([await send("m1"), await send("m1"), await send("m2")]).toEqual([204, 204, 204]);
    expect((await receiver.waitFor(2)).map(({ id, times }) => [id, times])).toEqual([
      ["m1", 2],
      ["m2", 1],
    ]);
    expect(receiver.duplicates).toBe(1);
  });

  it("refuses another's signature and one that is ten minutes old", async () => {
    receiver = await startReceiver();
    receiver.secrets = [secret];
    const other = `whsec_${Buffer.from("not the secret that was told").toString("base64")}`;
    expect([await send("m1", other), await send("m2", secret, new Date(Date.now() - 600_000))]).toEqual([401, 401]);
    expect([receiver.refused, receiver.accepted.length]).toEqual([2, 0]);
  });

  it("fails once and then takes it, fails always, is gone, or drops the line", async () => {
    receiver = await startReceiver("flaky");
    receiver.secrets = [secret];
    expect([await send("m1"), await send("m1")]).toEqual([500, 204]);
    receiver.mode = "failing";
    expect([await send("m2"), await send("m2")]).toEqual([500, 500]);
    receiver.mode = "gone";
    expect(await send("m3")).toBe(410);
    receiver.mode = "dead";
    await expect(send("m4")).rejects.toThrow();
    expect([receiver.accepted.map(({ id }) => id), receiver.attempts]).toEqual([["m1"], 6]);
  });
});
