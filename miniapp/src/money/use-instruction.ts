/** An instruction with the names of those who send it and who carry it out, for its page and its paper. */
import { type Answer, call } from "../api";
import { type Load, useLoad } from "../use-load";

export interface Told {
  instruction: Answer<"getInstruction">;
  office: string;
  bank: string;
}

export const useInstruction = (no: string, actingAs: string | null | undefined): Load<Told> =>
  useLoad(
    () =>
      actingAs && no
        ? Promise.all([call("getInstruction", { params: { no } }), call("listOrganisations", { query: {} })]).then(
            ([instruction, { organisations }]) => ({
              instruction,
              office: organisations.find((org) => org.kind === "office")?.name ?? "区发展和改革委员会",
              bank: organisations.find((org) => org.kind === "account_bank")?.name ?? "开户银行",
            }),
          )
        : null,
    [no, actingAs],
  );
