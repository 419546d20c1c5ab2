/** The document's own words for what may be answered to it: of loans, and of firms in its focus. */
import { modesOf, stepOf } from "../../shared/process/procedure";
import { districtOf } from "./district";
import { schemeOf } from "./scheme";

export function askedWord(id: string, schemeId: string | null = districtOf()): string | undefined {
  if (schemeId === null) return undefined;
  const { admission, focus } = schemeOf(schemeId);
  const asks = [stepOf(admission, "register"), stepOf(admission, "loan")].flatMap((step) => step?.asks ?? []);
  const options = asks.flatMap((ask) => ("options" in ask ? ask.options : []));
  return [...options, ...focus.fields, ...focus.profiles].find((one) => one.id === id)?.says;
}

/** A mode of lending as the document says it; the mode itself where no document around has it. */
export const modeText = (mode: string, schemeId: string | null = districtOf()): string =>
  (schemeId === null ? undefined : modesOf(schemeOf(schemeId).admission).find(({ id }) => id === mode)?.says) ?? mode;
