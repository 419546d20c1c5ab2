/** Which of the institutions behind a loan a finding or a measure is about. */
import type { CaseView } from "../../../../shared/contract/case";
import { PickerField } from "../../ui/pickers";

/** Those who stand behind the loan. */
export const behind = ({ loan }: CaseView) => (loan ? [loan.lender, ...(loan.partner ? [loan.partner] : [])] : []);

interface AgainstProps {
  view: CaseView;
  name: string;
  value: string;
  onChange: (orgId: string) => void;
}

export const Against = ({ view, name, value, onChange }: AgainstProps) => (
  <PickerField
    name={name}
    label="哪家机构"
    value={value}
    options={behind(view).map((org) => ({ value: org.id, label: org.name }))}
    onChange={onChange}
  />
);
