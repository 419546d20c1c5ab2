/** The group of a firm: whoever hangs together with it by legal representative, controller, equity or declaration, over any number of links (reading YQ-A19). */
import { Decimal } from "decimal.js";
import type { Ratio } from "../money";

/** A firm by its credit code (an opaque key where a foreign holder has none), a person by an opaque key, never an identity number. */
export interface Party {
  readonly kind: "firm" | "person";
  readonly id: string;
  readonly name: string;
}

/** Declared by the firm, found in a register, or only suspected: the last never joins a group but is shown for review. */
export type Basis = "declared" | "found" | "suspected";

interface TieOf<Kind extends string> {
  readonly kind: Kind;
  /** Who represents, controls, holds or declares. */
  readonly from: Party;
  /** The firm that is represented, controlled, held or named. */
  readonly to: Party;
  readonly basis: Basis;
}
export type Tie = TieOf<"legal_rep"> | TieOf<"controller"> | (TieOf<"equity"> & { readonly share: Ratio }) | TieOf<"declared">;

/** One step of a chain in walking order. `holder` is the end that represents, controls or holds; a declaration has none. */
export interface Link {
  readonly from: Party;
  readonly to: Party;
  readonly kind: Tie["kind"];
  readonly share?: Ratio;
  readonly basis: Basis;
  readonly holder?: "from" | "to";
}

export interface Member {
  readonly id: string;
  readonly name: string;
}

export interface Group {
  /** The other firms of the group, by id; the firm itself is not among them. */
  readonly members: readonly Member[];
  /** The shortest chain from the firm to a member, or to one of `suspected`; empty for itself, undefined for a stranger. */
  pathTo(firmId: string): readonly Link[] | undefined;
  /** Firms that would belong if the suspected ties were true, by id: for manual review. */
  readonly suspected: readonly Member[];
}

interface Step {
  readonly key: string;
  readonly link: Link;
}
type Graph = (key: string) => readonly Step[];

const keyOf = (party: Party) => `${party.kind}:${party.id}`;
const KINDS: readonly Tie["kind"][] = ["legal_rep", "controller", "equity", "declared"];
const BASES: readonly Basis[] = ["found", "declared", "suspected"];
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** An order that does not depend on the order of the ties, so that the same facts always show the same chain. */
const compareSteps = (a: Step, b: Step) =>
  compareText(a.key, b.key) ||
  KINDS.indexOf(a.link.kind) - KINDS.indexOf(b.link.kind) ||
  BASES.indexOf(a.link.basis) - BASES.indexOf(b.link.basis) ||
  (a.link.share !== undefined && b.link.share !== undefined ? new Decimal(b.link.share).cmp(a.link.share) : 0) ||
  compareText(a.link.holder ?? "", b.link.holder ?? "");

/** Both directions of every tie, each party's steps in order when first asked for: most of a large register is never walked. */
function graphOf(ties: readonly Tie[], parties: ReadonlyMap<string, Party>): Graph {
  const unsorted = new Map<string, Step[]>();
  const add = (key: string, step: Step) => {
    const steps = unsorted.get(key);
    if (steps) steps.push(step);
    else unsorted.set(key, [step]);
  };
  for (const tie of ties) {
    const [holder, held] = [keyOf(tie.from), keyOf(tie.to)];
    const [from, to] = [parties.get(holder) as Party, parties.get(held) as Party];
    const facts = { kind: tie.kind, basis: tie.basis, ...(tie.kind === "equity" ? { share: tie.share } : {}) };
    const mutual = tie.kind === "declared";
    add(holder, { key: held, link: { from, to, ...facts, ...(mutual ? {} : { holder: "from" }) } });
    add(held, { key: holder, link: { from: to, to: from, ...facts, ...(mutual ? {} : { holder: "to" }) } });
  }
  const sorted = new Map<string, readonly Step[]>();
  return (key) => {
    const steps = sorted.get(key) ?? (unsorted.get(key) ?? []).sort(compareSteps);
    sorted.set(key, steps);
    return steps;
  };
}

/** Each party under one name, the first in text order where sources differ. */
function partiesOf(ties: readonly Tie[]): Map<string, Party> {
  const parties = new Map<string, Party>();
  const add = (party: Party) => {
    const known = parties.get(keyOf(party));
    if (!known || party.name < known.name) parties.set(keyOf(party), party);
  };
  for (const { from, to } of ties) {
    add(from);
    add(to);
  }
  return parties;
}

/** Breadth first from the firm over the ties of these bases: the step by which each party was first reached. */
function reach(start: string, graph: Graph, bases: readonly Basis[]): Map<string, Step & { readonly before: string }> {
  const reached = new Map<string, Step & { readonly before: string }>();
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    const here = queue[at] as string;
    for (const step of graph(here)) {
      if (step.key === start || reached.has(step.key) || !bases.includes(step.link.basis)) continue;
      reached.set(step.key, { ...step, before: here });
      queue.push(step.key);
    }
  }
  return reached;
}

/** Whether a share reaches the threshold; each share as written is compared once, for registers repeat a few. */
function reaches(threshold: Ratio): (share: Ratio) => boolean {
  const limit = new Decimal(threshold);
  const known = new Map<Ratio, boolean>();
  return (share) => {
    const answer = known.get(share) ?? limit.lte(share);
    known.set(share, answer);
    return answer;
  };
}

/**
 * The group of `firmId`. An equity tie counts from `equityThreshold` on, included; each link of a chain must reach it by itself.
 * Linear in the ties but for sorting; cycles are harmless.
 */
export function groupOf(firmId: string, ties: readonly Tie[], options: { equityThreshold: Ratio }): Group {
  const atLeast = reaches(options.equityThreshold);
  const counting = ties.filter((tie) => tie.kind !== "equity" || atLeast(tie.share));
  const parties = partiesOf(counting);
  const graph = graphOf(counting, parties);
  const start = `firm:${firmId}`;
  const sure = reach(start, graph, ["found", "declared"]);
  const possible = reach(start, graph, BASES);

  const firms = (keys: Iterable<string>): Member[] =>
    Array.from(keys, (key) => parties.get(key) as Party)
      .filter((party) => party.kind === "firm")
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => compareText(a.id, b.id));
  return {
    members: firms(sure.keys()),
    suspected: firms(Array.from(possible.keys()).filter((key) => !sure.has(key))),
    pathTo: (target) => {
      const tree = sure.has(`firm:${target}`) ? sure : possible;
      const links: Link[] = [];
      for (let key = `firm:${target}`; key !== start; ) {
        const step = tree.get(key);
        if (!step) return undefined;
        links.unshift(step.link);
        key = step.before;
      }
      return links;
    },
  };
}
