/** One unit on the plan: in or out, and whom it sends. */
import { View } from "@tarojs/components";
import type { BallotStep } from "../../../../shared/process/procedure";
import { errorAt } from "../../failure";
import { Cited } from "../../ui/article";
import { CheckField } from "../../ui/choices";
import type { FieldError } from "../../ui/errors";
import { PickerField } from "../../ui/pickers";
import { delegatesOf, type Plan, type Review, type Unit } from "./plan";

interface SeatRowProps {
  unit: Unit;
  /** The place it fills, in words. */
  place?: string;
  plan: Plan;
  step: BallotStep;
  review: Review | undefined;
  onPut: (unitId: string, personId: string | null) => void;
  errors: readonly FieldError[];
}

export function SeatRow({ unit, place, plan, step, review, onPut, errors }: SeatRowProps) {
  const people = delegatesOf(step, unit);
  const chosen = plan[unit.id];
  const on = chosen !== undefined;
  const recused = review?.seats.find((seat) => seat.unit.id === unit.id && seat.delegate.personId === chosen)?.recused;
  return (
    <View className="panel-row">
      <CheckField
        name={`seat.${unit.id}`}
        label={unit.name}
        hint={place}
        checked={on}
        onChange={(checked) => onPut(unit.id, checked ? (people[0]?.personId ?? "") : null)}
      />
      {on && recused !== undefined ? (
        <View className="danger-text">{`已回避：${recused || "未写理由"}。请换委派人，或去掉这家单位、另加一家。`}</View>
      ) : null}
      {on && people.length ? (
        <View className="mt">
          <PickerField
            name={`delegate.${unit.id}`}
            label={`${unit.name}的委派人`}
            value={chosen}
            options={people.map((person) => ({ value: person.personId, label: `${person.name} ${person.title}` }))}
            onChange={(personId) => onPut(unit.id, personId)}
            error={errorAt(errors, `delegate.${unit.id}`)}
          />
        </View>
      ) : null}
      {on && !people.length ? (
        <View className="danger-text">
          <Cited article={step.delegate.cites.article}>{`没有可委派的人。要有${step.delegate.titles.join("或")}，请先在“人员”里登记。`}</Cited>
        </View>
      ) : null}
    </View>
  );
}
