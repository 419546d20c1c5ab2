/** Which district this device works in, and the one place that names it to the worker. */
import { SCHEMES } from "../../shared/schemes/registry";
import { acting, chooseDistrict, chosenDistrict, parkSession, type Session, session } from "./session";

/** What the worker tells of a district that may be chosen. */
export interface District {
  readonly id: string;
  readonly district: string;
  readonly name: string;
  readonly open: boolean;
  /** Its people and sessions lie in a database of their own. */
  readonly apart: boolean;
}

/** The acting organisation's district, else the one chosen on this device; null leaves it to the server. */
export const districtOf = (now: Session | null = session()): string | null => acting(now)?.schemeId ?? chosenDistrict();

/** The short name of a district, e.g. beside an organisation of somebody who has several. */
export const districtName = (id: string): string => SCHEMES[id]?.district ?? "";

/** Works in that district from now on. Answers whether somebody is signed in there: a database of its own keeps its own sessions. */
export function enterDistrict({ id, apart }: Pick<District, "id" | "apart">): boolean {
  chooseDistrict(id);
  return parkSession(apart ? id : "", id);
}

/** A link may name its district: `?scheme=` on the way in. Whoever is signed in stays where they are. */
export function followLink(named: string | undefined): void {
  if (named && Object.hasOwn(SCHEMES, named) && !session()) chooseDistrict(named);
}
