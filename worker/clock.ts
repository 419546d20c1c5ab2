/** The only clock of the worker: an instant for records, a Shanghai day for rules. Tests set it through fake timers, the story by building the worker ahead of time. */
import { type LocalDate, shanghaiDay } from "../shared/local-date";

/** Milliseconds, put in by the bundler: wrangler.toml says 0, so that a build for use carries no other clock; no setting of a running worker changes it. */
declare const CLOCK_AHEAD: number;
const AHEAD = typeof CLOCK_AHEAD === "number" ? CLOCK_AHEAD : 0;

export const now = (): number => Date.now() + AHEAD;
export const today = (instant: number = now()): LocalDate => shanghaiDay(instant);
/** A random identifier of our own. */
export const newId = (): string => crypto.randomUUID();
