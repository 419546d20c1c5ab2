/** 办理追偿 by office and finance; `id` is the case: coordination, law at once, returns seen on the account, the loss approved. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import type { CaseView } from "../../../../shared/contract/case";
import { call } from "../../api";
import type { RecoveryView } from "../../case/file/file-of";
import { FileHead } from "../../case/file/head";
import { RecoveryCard } from "../../case/file/recovery";
import { CaseHistory } from "../../case/history";
import { OtherDoors } from "../../case/other-doors";
import { CasePapers } from "../../case/papers";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Columns, ListRow, Section } from "../../ui/card";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";
import { ApproveLoss } from "./approve";
import { Coordinate } from "./coordinate";
import { ForceLegal } from "./force";
import { ReceiveReturns } from "./receive";

/** What concerns money that was paid and the institution that got it. */
function More({ view, recovery, office }: { view: CaseView; recovery: RecoveryView; office: boolean }) {
  const id = view.id;
  const { clawback } = recovery;
  const { sanctions, fund } = schemeOf(view.scheme.id);
  const takesBack = fund.chart.reasons.some((reason) => reason.id === "clawback");
  return (
    <Section title="其他办理">
      <Card flush>
        {sanctions.breach ? (
          <ListRow
            id="to-breach"
            title="机构违规的认定和处理"
            meta={[`降低比例、收回${payTerm()}、终止合作`]}
            onTap={() => go("/fund/breach/index", { id })}
          />
        ) : null}
        {office && takesBack && recovery.figures && !clawback ? (
          <ListRow
            id="to-clawback"
            title={`登记决定收回的${payTerm()}`}
            meta={["采取全额收回措施时已自动制单；被退回的在这里重制"]}
            onTap={() => go("/fund/draw/index", { kind: "clawback", case: id })}
          />
        ) : null}
        {office && clawback ? (
          <ListRow
            id="to-clawback-received"
            title={`登记收到收回的${payTerm()}`}
            meta={["到账后制单，另一人复核"]}
            onTap={() => go("/fund/draw/index", { kind: "clawback_received", case: id })}
          />
        ) : null}
        <ListRow id="to-ledger" title="本案流水" meta={["总账里这件案件的每一笔"]} onTap={() => go("/fund/ledger/index", { case: id })} />
      </Card>
    </Section>
  );
}

export default function RecoveryDesk() {
  const now = useGuard();
  const role = acting(now);
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now || !role) return null;
  const body = (view: CaseView) => {
    const { file } = view;
    const recovery = file?.recovery;
    if (!file || !recovery) return <Empty title="还没有追偿">机构提出{payTerm()}申请后，追偿同时开始。</Empty>;
    const may = (name: string) => view.actions.includes(name);
    const props = { view, recovery, onMoved: load.refresh };
    return (
      <Columns
        main={
          <>
            <FileHead view={view} file={file} />
            {may("receiveReturn") ? <ReceiveReturns {...props} /> : null}
            {may("approveLoss") ? <ApproveLoss {...props} /> : null}
            {may("coordinate") ? <Coordinate view={view} role={role} onMoved={load.refresh} /> : null}
            <RecoveryCard recovery={recovery} />
          </>
        }
        side={
          <>
            <OtherDoors view={view} shown={["/fund/recovery/index", "/fund/breach/index"]} />
            {may("forceLegal") ? <ForceLegal view={view} onMoved={load.refresh} /> : null}
            <More view={view} recovery={recovery} office={role.orgKind === "office"} />
            <View>
              <Button id="to-case" kind="secondary" onTap={() => openCase(view.id)}>
                查看案件全貌
              </Button>
            </View>
            <Section title="材料" aside={`${view.statements.length} 份`}>
              <CasePapers papers={view.statements} />
            </Section>
            <Section title="经过">
              <CaseHistory events={view.timeline} />
            </Section>
          </>
        }
      />
    );
  };
  return (
    <Page title="办理追偿" wide onRefresh={load.refresh}>
      {caseId ? (
        <Loaded load={load}>{body}</Loaded>
      ) : (
        <Empty title="没有选案件" action="打开追偿台账" onAction={() => go("/fund/recoveries/index")}>
          请从追偿台账里选一件。
        </Empty>
      )}
    </Page>
  );
}
