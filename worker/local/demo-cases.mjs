/** Walks invented firms of every demo district through the real API, so that each demo person finds something waiting. First run only; every step is a command that a screen would send. */
import * as baotou from "./demo/baotou.mjs";
import { Desk } from "./demo/desk.mjs";
import * as dongguan from "./demo/dongguan.mjs";
import * as kezhou from "./demo/kezhou.mjs";
import * as xinxiang from "./demo/xinxiang.mjs";
import * as yanqing from "./demo/yanqing.mjs";

/** The worker's clock for what happened before: loans of three months have fallen due since. */
export const DAYS_BEFORE = 200;

/** The first nine digits of the phones of each district's people, and what its people do, before and now. */
/** @type {Record<string, { stem: string, walk: { WAITS: Readonly<Record<number, string>>, before?: (desk: Desk) => Promise<Record<string, string>>, now: (desk: Desk, was: Record<string, string>) => Promise<void> } }>} */
const DISTRICTS = {
  yanqing: { stem: "138000000", walk: yanqing },
  xinxiang: { stem: "138000001", walk: xinxiang },
  kezhou: { stem: "138000002", walk: kezhou },
  dongguan: { stem: "138000003", walk: dongguan },
  baotou: { stem: "138000004", walk: baotou },
};

/** @param {readonly string[]} ids @param {(id: string, district: (typeof DISTRICTS)[string]) => Promise<unknown>} act */
const each = (ids, act) =>
  Promise.all(
    ids.map((id) => {
      const district = DISTRICTS[id];
      return district ? act(id, district) : undefined;
    }),
  );

/** What happened while the worker's clock stood `DAYS_BEFORE` back; answers what the second walk goes on with. @param {number} port @param {readonly string[]} ids */
export async function walkBefore(port, ids) {
  /** @type {Record<string, Record<string, string>>} */
  const was = {};
  await each(ids, async (id, { stem, walk }) => {
    was[id] = (await walk.before?.(new Desk(port, id, stem, -DAYS_BEFORE))) ?? {};
  });
  return was;
}

/** What has happened since, up to today. @param {number} port @param {readonly string[]} ids @param {Record<string, Record<string, string>>} was */
export const walkNow = (port, ids, was) => each(ids, (id, { stem, walk }) => walk.now(new Desk(port, id, stem), was[id] ?? {}));

/** What waited for somebody when the demo was told, in a few words. @param {string} id @param {string} phone */
export const waitsAtFirst = (id, phone) => DISTRICTS[id]?.walk.WAITS[Number(phone.slice(-2))] ?? "";
