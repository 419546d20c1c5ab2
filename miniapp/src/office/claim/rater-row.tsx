/** One unit that rated the firm: whom it sends now, or which unit follows it and by which paper. */
import { View } from "@tarojs/components";
import { errorAt } from "../../failure";
import { CheckField } from "../../ui/choices";
import type { FieldError } from "../../ui/errors";
import { Field } from "../../ui/field";
import { PickerField } from "../../ui/pickers";
import { ballotStepOf, delegatesOf, type Plan, type Rater, type SeatPlan, type Unit } from "./panel-plan";
import "../office.css";

interface RaterRowProps {
  schemeId: string;
  rater: Rater;
  raters: readonly Rater[];
  plan: Plan;
  units: readonly Unit[];
  errors: readonly FieldError[];
  onChange: (part: Partial<SeatPlan>) => void;
}

export function RaterRow({ schemeId, rater, raters, plan, units, errors, onChange }: RaterRowProps) {
  const { id, name } = rater.unit;
  const seat = plan[id];
  if (!seat) return null;
  const people = delegatesOf(
    schemeId,
    units.find((unit) => unit.id === seat.unitId),
  );
  const others = units.filter((unit) => !raters.some((each) => each.unit.id === unit.id));
  const step = ballotStepOf(schemeId);
  const sit = (unitId: string) => {
    const [first] = delegatesOf(
      schemeId,
      units.find((unit) => unit.id === unitId),
    );
    return { unitId, personId: first?.personId ?? "" };
  };
  return (
    <View className="panel-row" id={`rater-${id}`}>
      <View className="strong">{name}</View>
      <View className="small muted">{`评级时委派：${rater.delegate.name} ${rater.delegate.title}`}</View>
      <CheckField
        name={`followed.${id}`}
        label="这个单位已经合并或更名"
        checked={seat.followed}
        onChange={(followed) => onChange(followed ? { followed, unitId: "", personId: "" } : { followed, documentNo: "", ...sit(id) })}
      />
      {seat.followed ? (
        <View className="mt">
          <PickerField
            name={`successor.${id}`}
            label="承接单位"
            value={seat.unitId}
            options={others.map((unit) => ({ value: unit.id, label: unit.name }))}
            onChange={(unitId) => onChange(sit(unitId))}
            error={errorAt(errors, `successor.${id}`)}
          />
          <Field
            name={`document.${id}`}
            label="合并或更名的文号"
            maxLength={60}
            value={seat.documentNo}
            onChange={(documentNo) => onChange({ documentNo })}
            error={errorAt(errors, `document.${id}`)}
          />
        </View>
      ) : null}
      {seat.unitId && people.length ? (
        <View className="mt">
          <PickerField
            name={`delegate.${id}`}
            label={`${units.find((unit) => unit.id === seat.unitId)?.name ?? name}的委派人`}
            value={seat.personId}
            options={people.map((person) => ({ value: person.personId, label: `${person.name} ${person.title}` }))}
            onChange={(personId) => onChange({ personId })}
            error={errorAt(errors, `delegate.${id}`)}
          />
        </View>
      ) : seat.unitId ? (
        <View className="danger-text">{`没有可委派的人。要有${step?.delegate.titles.join("或") ?? ""}，请先在“人员”里登记。`}</View>
      ) : null}
    </View>
  );
}
