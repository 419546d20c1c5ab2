/** A case in a list: the same row on every list. */
import type { CaseRow as Row } from "../../../shared/contract/case";
import { openCase } from "../go";
import { ListRow } from "../ui/card";
import { wanText } from "../ui/money-text";
import { STALE_WORDS, STATUS_WORDS } from "../words/status";
import { dueWords } from "./due";

interface CaseRowProps {
  row: Row;
  /** What the viewer is to do with it, e.g. `去表决`. */
  todo?: string;
  onTap?: () => void;
}

export function CaseRow({ row, todo, onTap }: CaseRowProps) {
  const due = row.dueOn ? dueWords(row.dueOn) : null;
  const status = STATUS_WORDS[row.status];
  return (
    <ListRow
      id={`case-${row.id}`}
      title={row.enterprise}
      status={status.says}
      tone={status.tone}
      amount={row.need ? wanText(row.need) : undefined}
      meta={[todo && `要办：${todo}`, row.no, row.recommender, row.stale && STALE_WORDS]}
      due={due?.says}
      late={due?.late}
      onTap={onTap ?? (() => openCase(row.id))}
    />
  );
}
