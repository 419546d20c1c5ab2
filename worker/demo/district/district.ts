/** What the demo invents for a district: its people, and the amendments by which its document is in force today. */
import type { OrgKind } from "../../../shared/process/party";
import type { Amendment } from "../../../shared/schemes/amendment";

export interface DemoPerson {
  readonly phone: string;
  readonly name: string;
  readonly title: string;
  readonly orgKind: OrgKind;
  readonly orgName: string;
  /** Enterprises only: an invented code that holds by GB 32100. */
  readonly creditCode?: string;
  /** Partners only, by the document's words: where it is established and what it is certified as. */
  readonly region?: string;
  readonly marks?: readonly string[];
}

export interface DemoDistrict {
  readonly people: readonly DemoPerson[];
  readonly amendments: readonly (Amendment & { readonly reason: string })[];
}

export const phonesFrom =
  (stem: string) =>
  (place: number): string =>
    `${stem}${String(place).padStart(2, "0")}`;
