/** The recommender's desk for one application: its standing, what the firm declared, its papers, and the letter's form. */
import type { CaseView } from "../../../../shared/contract/case";
import type { previewOf } from "../../case/application";
import { FirmFacts } from "../../case/firm-facts";
import { CaseBanners, CaseFigures, CaseHead } from "../../case/head";
import { CaseHistory } from "../../case/history";
import { CasePapers } from "../../case/papers";
import { PreviewCard } from "../../case/preview-card";
import { Columns, Section } from "../../ui/card";
import type { Act } from "../../use-act";
import { askedOf, LetterForm, type LetterText } from "./form";

interface DeskProps {
  view: CaseView;
  form: LetterText;
  onChange: (part: Partial<LetterText>) => void;
  reasonNeeded: boolean;
  reasonArticle: string | undefined;
  preview: ReturnType<typeof previewOf> | undefined;
  act: Act;
}

export const Desk = ({ view, form, onChange, reasonNeeded, reasonArticle, preview, act }: DeskProps) => (
  <Columns
    main={
      <>
        <CaseBanners view={view} />
        <CaseHead view={view} />
        <CaseFigures view={view} />
        {preview ? (
          <Section title="推荐条件核对">
            <PreviewCard preview={preview} step="推荐" />
          </Section>
        ) : null}
        <FirmFacts view={view} />
        <Section title="材料" aside={`${view.statements.length} 份，点开核对`}>
          <CasePapers papers={view.statements} />
        </Section>
        <Section title={askedOf(view.scheme.id).letter ? "推荐函内容" : "推荐的内容"}>
          <LetterForm view={view} form={form} onChange={onChange} reasonNeeded={reasonNeeded} reasonArticle={reasonArticle} errors={act.errors} />
        </Section>
      </>
    }
    side={
      <Section title="经过">
        <CaseHistory events={view.timeline} />
      </Section>
    }
  />
);
