/** The schemes that this build carries, by id. Written by worker/local/registry.mjs from the folders; a further document is one folder. */
import { baotou } from "./baotou/scheme";
import { dongguan } from "./dongguan/scheme";
import { kezhou } from "./kezhou/scheme";
import type { Scheme } from "./scheme";
import { xinxiang } from "./xinxiang/scheme";
import { yanqing } from "./yanqing/scheme";

export const SCHEMES: Readonly<Record<string, Scheme>> = {
  [baotou.id]: baotou,
  [dongguan.id]: dongguan,
  [kezhou.id]: kezhou,
  [xinxiang.id]: xinxiang,
  [yanqing.id]: yanqing,
};

/** The scheme of a case; an id that is in the records but not in the build is a broken invariant. */
export function schemeOf(id: string): Scheme {
  const scheme = Object.hasOwn(SCHEMES, id) ? SCHEMES[id] : undefined;
  if (!scheme) throw new RangeError(`no scheme ${id}`);
  return scheme;
}
