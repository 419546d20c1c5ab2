/** Keeps a draft: on this device at once, on the worker soon after, and never loses what another device or a lost connection had to say. */
import Taro from "@tarojs/taro";
import { parseCreditCode } from "../../../shared/enterprise/credit-code";
import { isIdentityNumber, isMaskedIdentityNumber, normalizeIdentityNumber } from "../../../shared/enterprise/identity-number";
import { type Answer, call } from "../api";
import { NetworkFailure } from "../http";
import { Problem } from "../problem";
import { DRAFT_KEY } from "../session";

export type ApplicationView = Answer<"getApplication">;
export type Draft = ApplicationView["draft"];
export type Field = keyof Draft;

/** Well under the 300 ms and 2 s that are promised, so that slow phones keep the promise too. */
const LOCAL_MS = 150;
const WORKER_MS = 1000;
const AGAIN_MS = 5000;

export interface Kept {
  readonly draft: Draft;
  readonly state: "saved" | "waiting" | "saving" | "offline" | "refused";
  /** When the worker last took something; null before the first time. */
  readonly savedAt: number | null;
  /** Answers of this device that replaced another device's newer ones. */
  readonly overwritten: readonly string[];
  /** What was typed before this device lost it has come back. */
  readonly restored: boolean;
  readonly refusal: unknown;
}

const plainOr = (text: string | undefined) => normalizeIdentityNumber(text ?? "");
/** An identity number that may leave the device: empty, whole, or already a mask. */
export const identitySettled = (text: string | undefined): boolean => {
  const plain = plainOr(text);
  return plain === "" || isIdentityNumber(plain) || isMaskedIdentityNumber(plain);
};
export const holderIdSettled = (text: string | undefined): boolean => identitySettled(text) || parseCreditCode(text ?? "").ok;

/** What of an answer may be sent now: half an identity number stays on the device, for the worker would have to keep it in plain. */
function sendable(field: Field, value: Draft[Field]): Draft[Field] {
  if (field === "representativeId" || field === "controllerId") return identitySettled(value as string) ? value : undefined;
  if (field !== "holders") return value;
  return (value as NonNullable<Draft["holders"]>).map((holder) => (holderIdSettled(holder.id) ? holder : { ...holder, id: "" }));
}

/** Answers to put in, or how they follow from those that are there: a row of a list must not be built on a list that was shown a moment ago. */
export type Change = Partial<Draft> | ((now: Draft) => Partial<Draft>);

export class DraftKeeper {
  private server: Draft = {};
  private latest = 0;
  /** The revision that this device had seen when it began to type. */
  private base = 0;
  private dirty: Draft = {};
  /** As last sent, for answers of which only a part may leave or which the worker refused. */
  private readonly sent = new Map<string, string>();
  private timers: { local?: ReturnType<typeof setTimeout>; worker?: ReturnType<typeof setTimeout> } = {};
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  private shown: Kept = { draft: {}, state: "saved", savedAt: null, overwritten: [], restored: false, refusal: null };

  constructor(
    private readonly caseId: string,
    private readonly key: string,
  ) {
    try {
      const stored = JSON.parse(Taro.getStorageSync(key) || "null") as { base: number; changes: Draft } | null;
      if (!stored) return;
      this.base = stored.base;
      this.dirty = stored.changes;
      this.show({ restored: true, state: "waiting" });
      this.soon(WORKER_MS);
    } catch {
      Taro.removeStorageSync(key);
    }
  }

  readonly subscribe = (tell: () => void) => {
    this.listeners.add(tell);
    return () => void this.listeners.delete(tell);
  };
  readonly snapshot = (): Kept => this.shown;
  get revision(): number {
    return this.latest;
  }

  private show(patch: Partial<Kept> = {}): void {
    this.shown = { ...this.shown, ...patch, draft: { ...this.server, ...this.dirty } };
    for (const tell of this.listeners) tell();
  }

  /** What the worker has; an answer that a later save has overtaken is left alone. */
  take(view: ApplicationView): void {
    if (view.revision < this.latest) return;
    this.server = view.draft;
    this.latest = view.revision;
    // while something is unsaved the base stays, so that the worker can tell what it replaces
    if (!Object.keys(this.dirty).length) this.base = view.revision;
    this.show({ savedAt: view.savedAt });
  }

  change(patch: Change): void {
    this.dirty = { ...this.dirty, ...(typeof patch === "function" ? patch(this.shown.draft) : patch) };
    this.show({ state: "waiting", refusal: null });
    this.timers.local ??= setTimeout(() => this.keepHere(), LOCAL_MS);
    this.soon(WORKER_MS);
  }

  settle(): void {
    this.show({ overwritten: [], restored: false });
  }

  private soon(ms: number): void {
    clearTimeout(this.timers.worker);
    this.timers.worker = setTimeout(() => void this.flush(), ms);
  }

  private keepHere(): void {
    clearTimeout(this.timers.local);
    this.timers.local = undefined;
    if (Object.keys(this.dirty).length) Taro.setStorageSync(this.key, JSON.stringify({ base: this.base, changes: this.dirty }));
    else Taro.removeStorageSync(this.key);
  }

  /** Everything that may leave goes now. True when the worker has it all. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timers.worker);
    this.keepHere();
    this.running ??= this.send().finally(() => {
      this.running = null;
    });
    await this.running;
    return this.shown.state === "saved";
  }

  private outgoing(): Draft {
    const out: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(this.dirty)) {
      const part = sendable(field as Field, value as Draft[Field]);
      if (part !== undefined && this.sent.get(field) !== JSON.stringify(part)) out[field] = part;
    }
    return out as Draft;
  }

  private async send(): Promise<void> {
    for (let out = this.outgoing(); Object.keys(out).length; out = this.outgoing()) {
      const typed = this.dirty;
      this.show({ state: "saving" });
      try {
        const reply = await call("saveDraft", { params: { caseId: this.caseId }, body: { revision: this.base, changes: out } });
        this.took(out, typed, reply);
      } catch (error) {
        if (!this.refused(out, error)) return;
      }
    }
    this.keepHere();
    this.show({ state: "saved" });
  }

  private took(out: Draft, typed: Draft, reply: Answer<"saveDraft">): void {
    const left: Record<string, unknown> = { ...this.dirty };
    for (const field of Object.keys(out) as Field[]) {
      if (this.dirty[field] !== typed[field]) this.sent.delete(field);
      else if (JSON.stringify(out[field]) === JSON.stringify(typed[field])) delete left[field];
      else this.sent.set(field, JSON.stringify(out[field]));
    }
    this.dirty = left as Draft;
    this.server = reply.draft;
    this.latest = reply.revision;
    this.base = reply.revision;
    this.keepHere();
    this.show({ savedAt: reply.savedAt, restored: false, overwritten: [...new Set([...this.shown.overwritten, ...reply.overwritten])] });
  }

  /** True when the rest may still go: only the refused answers wait until they are changed. */
  private refused(out: Draft, error: unknown): boolean {
    if (error instanceof NetworkFailure) {
      this.show({ state: "offline" });
      this.soon(AGAIN_MS);
      return false;
    }
    this.show({ state: "refused", refusal: error });
    const fields = error instanceof Problem ? error.refusals.map((refusal) => refusal.field?.split(".")[0] as Field | undefined) : [];
    const named = fields.filter((field): field is Field => field !== undefined && field in out);
    for (const field of named) this.sent.set(field, JSON.stringify(out[field]));
    return named.length > 0;
  }
}

const keepers = new Map<string, DraftKeeper>();

/** The same keeper for every page of the case, and only for the person who typed. */
export function keeperOf(personId: string, caseId: string): DraftKeeper {
  const key = `${DRAFT_KEY}${personId}.${caseId}`;
  const found = keepers.get(key) ?? new DraftKeeper(caseId, key);
  keepers.set(key, found);
  return found;
}
