/** The schemes that this build carries, by id. A further document is one folder and one line here. */
import { baotou } from "./baotou/scheme";
import { dongguan } from "./dongguan/scheme";
import { kezhou } from "./kezhou/scheme";
import type { Scheme } from "./scheme";
import { xinxiang } from "./xinxiang/scheme";
import { yanqing } from "./yanqing/scheme";

export const SCHEMES: Readonly<Record<string, Scheme>> = {
  [yanqing.id]: yanqing,
  [xinxiang.id]: xinxiang,
  [kezhou.id]: kezhou,
  [dongguan.id]: dongguan,
  [baotou.id]: baotou,
};

/** The scheme of a case; an id that is in the records but not in the build is a broken invariant. */
export function schemeOf(id: string): Scheme {
  const scheme = Object.hasOwn(SCHEMES, id) ? SCHEMES[id] : undefined;
  if (!scheme) throw new RangeError(`no scheme ${id}`);
  return scheme;
}
