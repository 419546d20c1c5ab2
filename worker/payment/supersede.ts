/** An instruction under way ends with the act that changes what it pays, whoever acts, in the same batch (reading G-19): draw it up again. */

import { AMOUNT_CHANGED, supersede } from "../../shared/fund/instruction";
import type { LedgerEvent } from "../../shared/fund/ledger";
import { isOpen } from "../../shared/fund/payment";
import { accept, type Outcome } from "../../shared/outcome";
import type { FileNow } from "../loan/file-verb";
import { insertNotice } from "../notice/store";
import type { Ctx } from "../verb";
import { noticesOfPayment } from "./notify";
import { type InstructionRow, instructionOf, instructionUnmoved, moveInstruction } from "./store";
import { tillOf } from "./till";

export interface Superseded {
  readonly ledger: readonly LedgerEvent[];
  readonly statements: readonly D1PreparedStatement[];
}

/** What the end of an instruction writes; `seen` is the one that was read for the payable, if any. */
export function supersedes(
  ctx: Pick<Ctx, "db" | "now" | "actor">,
  now: FileNow,
  payableId: string,
  seen: InstructionRow | undefined,
): Outcome<Superseded> {
  const { scheme, books, act, desks, file, payers } = now;
  const guard = instructionUnmoved(ctx.db, scheme.id, payableId, seen);
  if (!seen || !isOpen(seen)) return accept({ ledger: [], statements: [guard] });
  const before = instructionOf(seen);
  const moved = supersede(tillOf(scheme, books), before, AMOUNT_CHANGED, act.on);
  if (!moved.ok) return moved;
  const by = { personId: ctx.actor.personId, orgId: ctx.actor.orgId, now: ctx.now, why: AMOUNT_CHANGED };
  const told = {
    caseId: file.id,
    enterprise: file.enterprise_name,
    rules: scheme.fund.payment,
    payee: now.loanFile.claim?.payee.id ?? "",
    desks,
    payers,
  };
  return accept({
    ledger: moved.value.ledger,
    statements: [
      guard,
      ...moveInstruction(ctx.db, scheme.id, before.status, moved.value.instruction, by),
      ...noticesOfPayment(told, before, moved.value.instruction, false).map((notice) => insertNotice(ctx.db, notice, ctx.now)),
    ],
  });
}
