/** The only clock of the worker: an instant for records, a Shanghai day for rules. Tests set it through fake timers. */
import { type LocalDate, shanghaiDay } from "../shared/local-date";

export const now = (): number => Date.now();
export const today = (instant: number = now()): LocalDate => shanghaiDay(instant);
/** A random identifier of our own. */
export const newId = (): string => crypto.randomUUID();
