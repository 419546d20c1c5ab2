/** The page of a case, the same for everybody who may see it; what may be done now stands at the bottom. */
import type { ReactNode } from "react";
import type { CaseView } from "../../../shared/contract/case";
import { go } from "../go";
import { Button } from "../ui/button";
import { Columns, Section } from "../ui/card";
import { Page } from "../ui/page";
import { Loaded } from "../ui/states";
import type { Load } from "../use-load";
import { actionDoors } from "./actions";
import { Checks, Leads, Recommendation } from "./facts";
import { FileBody } from "./file/body";
import { FirmFacts } from "./firm-facts";
import { CaseBanners, CaseFigures, CaseHead } from "./head";
import { CaseHistory } from "./history";
import { CasePapers } from "./papers";
import { Reviews } from "./reviews";
import { RuleTrace } from "./trace";

/** All of a case, for pages that put their own form above or below it. */
export const CaseBody = ({ view, onMoved }: { view: CaseView; onMoved?: () => unknown }) => (
  <Columns
    main={
      <>
        <CaseBanners view={view} />
        <CaseHead view={view} />
        <FileBody view={view} {...(onMoved ? { onMoved } : {})} />
        <CaseFigures view={view} />
        <Leads view={view} />
        <Reviews view={view} />
        <Checks view={view} />
        <Recommendation view={view} />
        <RuleTrace view={view} />
        <FirmFacts view={view} />
      </>
    }
    side={
      <>
        <Section title="经过">
          <CaseHistory events={view.timeline} />
        </Section>
        <Section title="材料" aside={`${view.statements.length} 份`}>
          <CasePapers papers={view.statements} />
        </Section>
      </>
    }
  />
);

interface CasePageProps {
  load: Load<CaseView>;
  title?: string;
  /** Above the case: what waits for the viewer. */
  extra?: (view: CaseView) => ReactNode;
  /** Below it: what is seldom done. */
  after?: (view: CaseView) => ReactNode;
}

export function CasePage({ load, title = "案件", extra, after }: CasePageProps) {
  const doors = load.data ? actionDoors(load.data) : [];
  const id = load.data?.id;
  const bar = doors.length
    ? doors.slice(0, 2).map((door, at) => (
        <Button key={door.url} id={`action-${at}`} kind={at === 0 ? "primary" : "secondary"} onTap={() => go(door.url, { id })}>
          {door.says}
        </Button>
      ))
    : undefined;
  return (
    <Page title={title} wide bar={bar} onRefresh={load.refresh}>
      <Loaded load={load}>
        {(view) => (
          <>
            {extra?.(view)}
            <CaseBody view={view} onMoved={load.refresh} />
            {after?.(view)}
          </>
        )}
      </Loaded>
    </Page>
  );
}
