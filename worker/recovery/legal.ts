/** The way of law: forced by the office for a firm that was listed, started by the institution, and its end with the proof (三（七）1, 4; 四（三）). */
import { api } from "../../shared/contract/api";
import { parseDate } from "../../shared/local-date";
import { forceLegal as force, startLegal as start } from "../../shared/process/recovery";
import { endLegal as end } from "../../shared/process/write-off";
import { events, fileVerb } from "../loan/file-verb";

export const forceLegal = fileVerb(api.forceLegal, {
  decide: ({ body }, { scheme, loanFile, act }) => events(force(scheme.recovery, loanFile, body.reason, act)),
});

export const startLegal = fileVerb(api.startLegal, {
  decide: ({ body }, { scheme, loanFile, act }) => {
    const on = parseDate(body.on, "on");
    return on.ok ? events(start(scheme.recovery, loanFile, { ...body, on: on.value }, act)) : on;
  },
});

export const endLegal = fileVerb(api.endLegal, {
  decide: ({ body }, { scheme, loanFile, act }) => {
    const on = parseDate(body.on, "on");
    return on.ok ? events(end(scheme.recovery, loanFile, { ...body, on: on.value }, act)) : on;
  },
});
