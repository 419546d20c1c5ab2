/** The fields for another value of a number, by the form that the value has. */
import { View } from "@tarojs/components";
import type { Parameter } from "../../../../shared/rule/parameter";
import { type Row, type Typed, wordOf } from "../../../../shared/rule/typed-value";
import type { Column, RowsShape, Shape, Single } from "../../../../shared/rule/value-shape";
import type { Scheme } from "../../../../shared/schemes/scheme";
import { PART_WORDS } from "../../pages/policy/part-words";
import { valueText, wordText } from "../../pages/policy/value-text";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { ChecksField, ChoiceField } from "../../ui/choices";
import { AmountField, type Fault, Field } from "../../ui/field";
import { DateField } from "../../ui/pickers";

interface FieldsProps {
  parameter: Parameter<unknown>;
  scheme: Scheme;
  shape: Shape;
  typed: Typed;
  onChange: (typed: Typed) => void;
  at: (field: string) => Fault;
  name?: string;
  label?: string;
}

interface OneProps {
  is: Single;
  name: string;
  label: string;
  value: string;
  error: Fault;
  onChange: (value: string) => void;
  optional?: boolean;
}

function One({ is, ...field }: OneProps) {
  if (is === "amount") return <AmountField {...field} />;
  if (is === "day") return <DateField {...field} />;
  if (is === "ratio") return <Field {...field} kind="decimal" unit="%" maxLength={9} />;
  return <Field {...field} kind={is === "text" ? "text" : is === "count" ? "digits" : "decimal"} maxLength={120} />;
}

const cellLabel = ({ name }: Column) => PART_WORDS[name] ?? name;

function Rows({ shape, rows, ...rest }: FieldsProps & { shape: RowsShape; rows: readonly Row[]; name: string }) {
  const { scheme, onChange, at, name } = rest;
  const put = (place: number, part: Row) => onChange(rows.map((row, now) => (now === place ? { ...row, ...part } : row)));
  // rows are told apart by nothing but their place
  const places = rows.map((row, place) => ({ row, place, id: `row-${place + 1}` }));
  const blank = Object.fromEntries(shape.columns.map((column) => [column.name, ""]));
  return (
    <>
      {places.map(({ row, place, id }) => (
        <Card key={id}>
          {shape.columns.map((column) =>
            column.is === "fixed" ? (
              <View key={column.name} className="strong">
                {wordText(row[column.name] ?? "", scheme) ?? ""}
              </View>
            ) : (
              <One
                key={column.name}
                is={column.is}
                name={`${name}.${place}.${column.name}`}
                label={cellLabel(column)}
                value={row[column.name] ?? ""}
                optional={column.open && place === rows.length - 1}
                error={at(`${name}.${place}.${column.name}`)}
                onChange={(text) => put(place, { [column.name]: text })}
              />
            ),
          )}
          {shape.fixed || rows.length < 2 ? null : (
            <Button kind="plain" inline onTap={() => onChange(rows.filter((_, now) => now !== place))}>
              去掉这一行
            </Button>
          )}
        </Card>
      ))}
      {shape.fixed ? null : (
        <Button id="add-row" kind="secondary" onTap={() => onChange([...rows, blank])}>
          再加一行
        </Button>
      )}
    </>
  );
}

export function ValueFields(props: FieldsProps) {
  const { parameter, scheme, shape, typed, onChange, at, name = "value", label = "改为" } = props;
  switch (shape.kind) {
    case "one_of":
      return (
        <ChoiceField
          name={name}
          label={label}
          value={String(typed)}
          options={shape.options.map((option) => ({ value: wordOf(option), label: valueText(parameter, option, scheme) }))}
          onChange={onChange}
          error={at(name)}
        />
      );
    case "some_of":
      return (
        <ChecksField
          name={name}
          label={label}
          values={[...(typed as readonly string[])]}
          options={shape.words.map((word) => ({ value: word, label: wordText(word, scheme) ?? word }))}
          onChange={onChange}
          error={at(name)}
        />
      );
    case "names":
      return (
        <Field
          name={name}
          label={label}
          hint="一行写一个"
          area
          maxLength={1000}
          value={(typed as readonly string[]).join("\n")}
          onChange={(text) => onChange(text.split("\n"))}
          error={at(name)}
        />
      );
    case "rows":
      return <Rows {...props} name={name} shape={shape} rows={typed as readonly Row[]} />;
    case "record":
      return (
        <>
          {Object.entries(shape.parts).map(([part, form]) => {
            const whole = typed as Readonly<Record<string, string | readonly string[]>>;
            return (
              <ValueFields
                key={part}
                {...props}
                shape={form}
                name={`${name}.${part}`}
                label={PART_WORDS[part] ?? part}
                typed={whole[part] ?? ""}
                onChange={(given) => onChange({ ...whole, [part]: given as string | readonly string[] })}
              />
            );
          })}
        </>
      );
    default:
      return <One is={shape.kind} name={name} label={label} value={String(typed)} error={at(name)} onChange={onChange} />;
  }
}
