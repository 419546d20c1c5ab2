/** One district of the demo on the stage: its people by the last digits of their phones, each in a browser context of their own, over a worker of its own. */
import type { Browser, Page } from "playwright-core";
import { launch, type Person, shot } from "../harness/browser";
import { type Server, startServer } from "../harness/server";
import { pdf } from "./files";
import { enter, login, part, sees, tap, tokenOf } from "./people";
import { type Call, caller } from "./walk";

export interface Place {
  /** As in worker/demo/district: the number behind the district's stem. */
  readonly phone: string;
  readonly wide?: boolean;
}

export interface DistrictPeople<P extends string> {
  readonly scheme: string;
  readonly places: Readonly<Record<P, Place>>;
}

const DAY = 86_400_000;

/** Runs in the page before its own scripts: the browser's day is the worker's, counted from the real one however often time was moved. */
function runAhead(ahead: number): void {
  const kept = globalThis as { RealDate?: DateConstructor };
  kept.RealDate ??= Date;
  const Real = kept.RealDate;
  class Ahead extends Real {
    constructor(...given: [] | [number | string]) {
      if (given.length === 0) super(Real.now() + ahead);
      else super(...given);
    }
    static override now = () => Real.now() + ahead;
  }
  globalThis.Date = Ahead as DateConstructor;
}

export class District<P extends string> {
  private constructor(
    readonly server: Server,
    readonly browser: Browser,
    readonly scheme: string,
    readonly who: Readonly<Record<P, Person>>,
    private readonly places: Readonly<Record<P, Place>>,
  ) {}

  /** An empty database with the demo's people of the district, all of them logged in. */
  static async open<P extends string>({ scheme, places }: DistrictPeople<P>): Promise<District<P>> {
    const [server, browser] = await Promise.all([startServer({ scheme }), launch()]);
    try {
      const names = Object.keys(places) as P[];
      const entered: [P, Person][] = [];
      // two at a time: the machine of a test run has few cores
      for (let at = 0; at < names.length; at += 2)
        entered.push(
          ...(await Promise.all(
            names.slice(at, at + 2).map(async (name): Promise<[P, Person]> => {
              const { phone, wide } = places[name];
              return [name, await enter(browser, server.origin, phone, { scheme, ...(wide ? { wide } : {}) })];
            }),
          )),
        );
      return new District(server, browser, scheme, Object.fromEntries(entered) as Record<P, Person>, places);
    } catch (error) {
      await Promise.all([browser.close(), server.stop()]);
      throw error;
    }
  }

  page = (name: P): Page => this.who[name].page;

  /** By the API, for what is looked up and for steps that have been shown on a screen already. */
  call = async (name: P, ...[method, path, body]: Parameters<Call>) =>
    caller(this.server.origin, await tokenOf(this.page(name)), this.scheme)(method, path, body);

  /** So many days from now, for the worker and for every phone. Sessions have run out by then, so that those who are named log in once more, everybody where nobody is. */
  async daysAhead(days: number, names: readonly P[] = Object.keys(this.who) as P[]): Promise<void> {
    await this.server.daysAhead(days);
    for (const { context } of Object.values<Person>(this.who)) await context.addInitScript(runAhead, days * DAY);
    for (const name of names) {
      const page = this.page(name);
      await page.evaluate(() => localStorage.removeItem("gongdan.session"));
      await page.goto("about:blank");
      await login(page, this.places[name].phone, this.scheme);
    }
  }

  /** What each saw when a step failed says more than the step's own words. */
  async failed(): Promise<void> {
    for (const [name, { page }] of Object.entries<Person>(this.who)) await shot(page, `failed-${this.scheme}-${name}`, true).catch(() => undefined);
  }

  /** What went wrong behind the screens of everybody. */
  faults = (): string[] => Object.values<Person>(this.who).flatMap(({ faults }) => faults);

  async close(): Promise<void> {
    await Promise.all([this.browser.close(), this.server.stop()]);
  }
}

/** A small whole PDF for the paper of a kind, by the button that picks a file. */
export async function upload(page: Page, kind: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tap(page, `pick-${kind}`)]);
  await chooser.setFiles(pdf(kind));
  await sees(page, `f-${kind}-field`, "已上传 1 份");
}

/** The case that an address names. */
export const caseIdOf = (page: Page): string => /[?&]id=([^&]+)/.exec(page.url())?.[1] ?? "";

/** Says yes to the question from the bottom edge, and waits until it has gone. */
export async function settle(page: Page): Promise<void> {
  await tap(page, "confirm");
  await part(page, "confirm").waitFor({ state: "hidden" });
}
