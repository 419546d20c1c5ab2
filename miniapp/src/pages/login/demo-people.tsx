/** Only where the demo setting is on: the demo district's people, a tap fills in the phone. */

import { call } from "../../api";
import { kindName } from "../../party-name";
import { Card, ListRow } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { useLoad } from "../../use-load";

export function DemoPeople({ onPick }: { onPick: (phone: string) => void }) {
  const load = useLoad(() => call("demoPeople").catch(() => ({ people: [] })), []);
  const people = load.data?.people ?? [];
  if (!people.length) return null;
  return (
    <Fold id="demo" label="演示区：选一个人登录" open>
      <Card flush id="demo-people">
        {people.map((person) => (
          <ListRow
            key={`${person.phone}${person.orgName}`}
            id={`demo-${person.phone}`}
            title={`${person.name} · ${person.title}`}
            meta={[person.orgName, kindName(person.orgKind), person.phone]}
            onTap={() => onPick(person.phone)}
          />
        ))}
      </Card>
    </Fold>
  );
}
