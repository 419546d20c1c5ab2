/** What waits for a second person, then what is in force beside the document, then what was declined. */
import { useMemo } from "react";
import { call } from "../../api";
import { go } from "../../go";
import { valueText } from "../../pages/policy/value-text";
import { schemeOf } from "../../scheme";
import type { Membership } from "../../session";
import { Button } from "../../ui/button";
import { Card, ListRow, Section } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";
import { numberOf, type Proposal } from "./number";

export function ProposalRows({ proposals, schemeId }: { proposals: readonly Proposal[]; schemeId: string }) {
  const scheme = schemeOf(schemeId);
  return (
    <Card flush>
      {proposals.map((one) => {
        const parameter = numberOf(scheme, one.key);
        return (
          <ListRow
            key={one.id}
            id={`amendment-${one.id}`}
            title={parameter?.says ?? one.key}
            status={
              one.status === "waiting"
                ? one.own
                  ? "等另一人"
                  : "等您同意"
                : one.status === "approved"
                  ? "已同意"
                  : one.status === "declined"
                    ? "不同意"
                    : "已撤回"
            }
            tone={one.status === "waiting" ? "todo" : one.status === "approved" ? "done" : "plain"}
            meta={[
              parameter ? valueText(parameter, one.value, scheme) : null,
              `${dayText(one.from)}起`,
              `${one.proposer}提议`,
              one.documentNo || null,
            ]}
            onTap={() => go("/office/amendments/index", { id: one.id })}
          />
        );
      })}
    </Card>
  );
}

export function AmendmentList({ role }: { role: Membership }) {
  const load = useLoad(() => call("listAmendments"), [role.membershipId]);
  const { schemeId } = role;
  const groups = useMemo(
    () =>
      [
        ["waiting", "等第二人同意"],
        ["approved", "已同意"],
        ["declined", "没有同意"],
        ["withdrawn", "已撤回"],
      ] as const,
    [],
  );
  return (
    <Page
      title="数值和理解"
      lead="一人提议，另一人同意，从写明的日子起生效。以前的决定不变。"
      wide
      onRefresh={load.refresh}
      bar={
        <Button id="to-policy" onTap={() => go("/pages/policy/index")}>
          到政策条文里选一项提议
        </Button>
      }
    >
      <Loaded
        load={load}
        empty={({ proposals }) => proposals.length === 0}
        none={<Empty title="还没有提议">在政策条文里，每个数值和理解旁边都可以提议改变。</Empty>}
      >
        {({ proposals }) =>
          groups.map(([status, title]) => {
            const own = proposals.filter((one) => one.status === status);
            return own.length ? (
              <Section key={status} title={title} aside={`${own.length} 项`}>
                <ProposalRows proposals={own} schemeId={schemeId} />
              </Section>
            ) : null;
          })
        }
      </Loaded>
    </Page>
  );
}
