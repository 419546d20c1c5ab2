/** All of a funded loan, what goes on now first: claim or recovery, the loan itself, what was noted about the firm. */
import type { CaseView } from "../../../../shared/contract/case";
import { ClaimCard } from "./claim";
import { Flags } from "./flags";
import { FollowUps } from "./follow-ups";
import { LiabilityCard } from "./liability";
import { LoanCard } from "./loan";
import { Obligations } from "./obligations";
import { LossParts } from "./parts";
import { RecoveryCard } from "./recovery";

export const FileBody = ({ view, onMoved }: { view: CaseView; onMoved?: () => unknown }) => {
  const { file, loan } = view;
  if (!file || !loan) return null;
  const paid = file.claim?.step === "paid";
  const recovery = file.recovery ? <RecoveryCard recovery={file.recovery} /> : null;
  return (
    <>
      <Flags flags={file.flags} />
      {paid ? recovery : null}
      {file.claim ? <ClaimCard claim={file.claim} caseId={view.id} /> : null}
      {paid ? null : recovery}
      <Obligations view={view} onMoved={onMoved} />
      <LossParts parts={file.parts} paid={paid} />
      <LiabilityCard view={view} />
      <LoanCard loan={loan} life={file.life} />
      <FollowUps notes={file.life.followUps} />
    </>
  );
};
