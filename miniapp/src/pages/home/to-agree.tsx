/** Proposals of other numbers that wait for the viewer as the second person; nothing where there are none. */
import { changers } from "../../../../shared/process/change";
import { call } from "../../api";
import { go } from "../../go";
import { schemeOf } from "../../scheme";
import type { Membership } from "../../session";
import { Card, ListRow, Section } from "../../ui/card";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { valueText } from "../policy/value-text";

export function ToAgree({ role }: { role: Membership }) {
  const scheme = schemeOf(role.schemeId);
  const sets = changers(scheme).includes(role.orgKind);
  const { data } = useLoad(() => (sets ? call("listAmendments") : null), [role.membershipId]);
  const waiting = data?.proposals.filter(({ status, own, mine }) => status === "waiting" && mine && !own) ?? [];
  if (!waiting.length) return null;
  return (
    <Section title="等我同意的数值和理解" aside={`${waiting.length} 项`}>
      <Card flush id="to-agree">
        {waiting.map((one) => {
          const parameter = scheme.parameters.find(({ key }) => key === one.key);
          return (
            <ListRow
              key={one.id}
              id={`amendment-${one.id}`}
              title={parameter?.says ?? one.key}
              status="等同意"
              tone="todo"
              meta={[parameter && `改为 ${valueText(parameter, one.value, scheme)}`, `${dayText(one.from)}起`, `${one.proposer}提议`]}
              onTap={() => go("/office/amendments/index", { id: one.id })}
            />
          );
        })}
      </Card>
    </Section>
  );
}
