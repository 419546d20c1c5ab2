/** What of an unfinished draft can already be judged: the phone's preview and the worker's read the same facts. */
import { INDUSTRY_IDS } from "../enterprise/size-class";
import { type LocalDate, parseDate } from "../local-date";
import { parseYuan } from "../money";
import type { ConductRecord, Facts, PaperFact, YearFigures } from "../rule/facts";
import { ACTIVITIES, type Draft, REGISTRATIONS } from "./draft";
import { answersSoFar } from "./entry-ask";

/** What of a draft can already be judged: a preview on the phone and the worker's decision read the same facts. */
export function draftFacts(draft: Draft, papers: readonly PaperFact[], appliedOn: LocalDate): Facts {
  const need = parseYuan(draft.needAmount ?? "");
  const establishedOn = parseDate(draft.establishedOn ?? "");
  const industry = INDUSTRY_IDS.find((candidate) => candidate === draft.industry);
  const registration = REGISTRATIONS.find((candidate) => candidate === draft.registration);
  const activity = ACTIVITIES.find((candidate) => candidate === draft.activity);
  const money = (text?: string) => {
    const read = parseYuan(text ?? "");
    return read.ok ? read.value : undefined;
  };
  const count = (text?: string) => (/^\d{1,9}$/.test((text ?? "").trim()) ? Number.parseInt((text ?? "").trim(), 10) : undefined);
  const answer = (value?: string) => (value === "yes" ? true : value === "no" ? false : undefined);
  const conduct = (draft.conduct ?? []).flatMap((record): ConductRecord[] => {
    const on = parseDate(record.occurredOn ?? "");
    return on.ok
      ? [
          {
            subject: record.subject === "representative" ? "representative" : "enterprise",
            occurredOn: on.value,
            detail: record.detail ?? "",
            major: true,
          },
        ]
      : [];
  });
  const years = (draft.years ?? []).map((year): YearFigures => {
    const [headcount, revenue, assets] = [count(year.headcount), money(year.revenue), money(year.assets)];
    return {
      fiscalYear: year.fiscalYear ?? 0,
      ...(headcount === undefined ? {} : { headcount }),
      ...(revenue === undefined ? {} : { revenue }),
      ...(assets === undefined ? {} : { assets }),
    };
  });
  const dishonestEnterprise = answer(draft.dishonestEnterprise);
  const dishonestRepresentative = answer(draft.dishonestRepresentative);
  const listedProcess = answer(draft.listedProcess);
  return {
    appliedOn,
    papers,
    years,
    conduct,
    focusField: draft.focusField ?? "",
    focusProfiles: draft.focusProfiles ?? [],
    ...(draft.registeredDistrict ? { registeredDistrict: draft.registeredDistrict } : {}),
    ...(registration ? { registration } : {}),
    ...(establishedOn.ok ? { establishedOn: establishedOn.value } : {}),
    ...(draft.projectDescription?.trim() ? { projectDescription: draft.projectDescription.trim() } : {}),
    ...(industry ? { industry } : {}),
    ...(activity ? { activity } : {}),
    ...(listedProcess === undefined ? {} : { listedProcess }),
    ...(dishonestEnterprise === undefined ? {} : { dishonestEnterprise }),
    ...(dishonestRepresentative === undefined ? {} : { dishonestRepresentative }),
    ...(need.ok ? { need: need.value } : {}),
    ...answersSoFar(draft),
  };
}
