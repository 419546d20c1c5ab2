/** The desks that see every case of their district once it was handed in: those of every district, and the supervisors that its document names. */
import type { OrgKind } from "../../shared/process/party";
import type { Scheme } from "../../shared/schemes/scheme";

const EVERYWHERE: readonly OrgKind[] = ["office", "finance", "auditor"];

export const desksOf = ({ disclosure }: Pick<Scheme, "disclosure">): readonly OrgKind[] => [
  ...new Set([...EVERYWHERE, ...(disclosure?.readers ?? [])]),
];

/** Those, and the government, which reads the district's figures everywhere. */
export const figureDesksOf = (scheme: Pick<Scheme, "disclosure">): readonly OrgKind[] => [...new Set([...desksOf(scheme), "government" as const])];
