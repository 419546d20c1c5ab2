/** A document's random lives as a test asks for them, and one life from its picks, held to every promise. */
import type { Scheme } from "./scheme";
import { Auditor } from "./testing-auditor";
import type { Life, Pick } from "./testing-life";
import type { Plant } from "./testing-life-ledger";
import { strays } from "./testing-strays";

export interface District {
  readonly scheme: Scheme;
  /** Requirements that its promises hold. */
  readonly proves: readonly string[];
  readonly begins: (size: number, plant?: Plant) => Life;
  /** A small district goes deep into claims and recoveries, a large one crowds the fund. */
  readonly sizes: readonly [number, ...number[]];
  /** How often each thing has to have happened in all its lives, so that a promise kept is not one never tested. */
  readonly least: Readonly<Record<string, number>>;
  /** Words that have to have refused somebody. */
  readonly refuses: readonly string[];
  /** Faults that this document's lives must find, and the promise that each breaks; with the size of the district where it shows. */
  readonly plants: Readonly<Partial<Record<Plant, RegExp>>>;
  readonly plantSize: number;
}

/** One command: time passes, a matter takes its next step, the district acts, or somebody tries something that he may not. */
function does(life: Life, [what, who, how]: Pick): void {
  life.commands += 1;
  const found = life.matters[who % life.matters.length];
  if (!found) return;
  const at = what % 100;
  if (at < 3) life.passes(1 + (how % life.ground.pace));
  else if (at < 84) life.next(found, how);
  else if (at < 88) life.governs(how);
  else strays(life, found, how);
}

export function live(district: District, picks: readonly Pick[], size: number, plant?: Plant): { readonly life: Life; readonly asked: number } {
  const life = district.begins(size, plant);
  const auditor = new Auditor(life);
  for (const pick of picks) {
    does(life, pick);
    auditor.follow();
    if (life.commands % 500 === 0) auditor.inspect();
  }
  auditor.inspect();
  return { life, asked: auditor.asked };
}
