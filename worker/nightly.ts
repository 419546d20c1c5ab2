/** Once a day for each scheme: what is late is told, what is past its day let go, and the books are counted again. The check is the mark that the night is done. */
import type { LocalDate } from "../shared/local-date";
import { SCHEMES } from "../shared/schemes/registry";
import type { Scheme } from "../shared/schemes/scheme";
import { inForceQuery, schemeWith } from "./amendment/in-force";
import { today } from "./clock";
import { constraintOf, databaseFor, load } from "./database";
import { nightlyCheck } from "./fund/check-books";
import { checkedOnQuery } from "./fund/report-store";
import { fundFlagsTold } from "./fund/watch";
import { loanFlagsTold } from "./loan/watch";
import { errorName, log, logError } from "./log";
import { obligationsTold } from "./obligation/watch";
import { expireReservations } from "./payment/expire-reservations";
import { recoveryFlagsTold } from "./recovery/watch";
import { reportsTold } from "./report/nightly";
import type { Bindings } from "./settings";
import { watchTold } from "./watch/nightly";

/** One task's rows, written in a batch of its own, so that what goes wrong in one leaves the others done. */
type Task = (db: D1Database, scheme: Scheme, on: LocalDate, at: number) => Promise<readonly D1PreparedStatement[]>;
const TASKS: Readonly<Record<string, Task>> = {
  loans: loanFlagsTold,
  obligations: obligationsTold,
  recoveries: recoveryFlagsTold,
  reports: fundFlagsTold,
  periodic: reportsTold,
  watch: watchTold,
};

async function worked(name: string, scheme: Scheme, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // another sweep was faster: the rows that it wrote are the same
    if (constraintOf(error) !== null) log("nightly_done", { task: name, scheme: scheme.id });
    else logError("nightly_failed", { task: name, scheme: scheme.id, error: errorName(error) });
  }
}

export async function nightly(env: Bindings, instant: number): Promise<void> {
  const on = today(instant);
  for (const { id } of Object.values(SCHEMES)) {
    const db = databaseFor(env, id);
    const { done, amendments } = await load(db, { done: checkedOnQuery(db, id, on), amendments: inForceQuery(db, id) });
    if (done.length > 0) continue;
    const scheme = schemeWith(id, amendments);
    for (const [name, task] of Object.entries(TASKS))
      await worked(name, scheme, async () => {
        const statements = await task(db, scheme, on, instant);
        if (statements.length > 0) await db.batch([...statements]);
      });
    await worked("reservations", scheme, async () => {
      await expireReservations(db, scheme, instant);
    });
    await worked("check", scheme, async () => {
      const found = await nightlyCheck(db, scheme, instant, on);
      if (found) log("books_checked", { scheme: scheme.id, events: found.events, findings: found.findings.length });
    });
  }
}
