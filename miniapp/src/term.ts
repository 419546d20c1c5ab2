/** What the document of a district calls its own things, for sentences that say the same under every document. */
import { districtOf } from "./district";
import { schemeOf } from "./scheme";

/** What the fund pays for a loan that went bad; before a district is chosen, the word that all of them share. */
export const payTerm = (schemeId: string | null = districtOf()): string => (schemeId === null ? "补偿" : schemeOf(schemeId).terms.payment.says);

/** Letting a firm in, as the document calls it; a plain word where it lets nobody in or no district is chosen. */
export const approvalTerm = (schemeId: string | null = districtOf()): string =>
  (schemeId === null ? undefined : schemeOf(schemeId).terms.approval?.says) ?? "审定";

/** The meeting at which units vote on a firm or on a claim, as the document calls it. */
export const panelTerm = (schemeId: string | null = districtOf()): string =>
  (schemeId === null ? undefined : schemeOf(schemeId).terms.panel?.says) ?? "评审";

/** What a guarantor pays for its firm, which the whole trade calls so, whatever the fund's own payment is called. */
export const GUARANTOR_PAYS = "代偿";
