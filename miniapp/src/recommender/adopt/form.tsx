/** The text of a letter of recommendation: its number, the firm's profile, the loan need, a reason where one is asked. */

import { View } from "@tarojs/components";
import type { CaseView } from "../../../../shared/contract/case";
import { INDUSTRIES } from "../../../../shared/enterprise/size-class";
import { stepOf } from "../../../../shared/process/procedure";
import { applicationOf } from "../../case/application";
import { errorAt } from "../../failure";
import { schemeOf } from "../../scheme";
import { panelTerm } from "../../term";
import { Article, Cited } from "../../ui/article";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Banner, ErrorSummary, type FieldError } from "../../ui/errors";
import { Field } from "../../ui/field";
import { wanText } from "../../ui/money-text";
import { needed } from "../../use-act";
import { dayText } from "../../words/time";

export interface LetterText {
  letterNo: string;
  profile: string;
  loanNeed: string;
  justification: string;
}
export const EMPTY: LetterText = { letterNo: "", profile: "", loanNeed: "", justification: "" };

const stepFor = (schemeId: string) => stepOf(schemeOf(schemeId).admission, "recommend");
/** Whether the document has a numbered letter go with it, which papers the recommender writes, and whether it says by what it chose. */
export const askedOf = (schemeId: string) => {
  const step = stepFor(schemeId);
  const papers = step?.papers.map(({ kind }) => kind) ?? [];
  return { letter: step?.letter.required ?? true, profile: papers.includes("profile"), loanNeed: papers.includes("loan_need"), basis: step?.basis };
};

export const faultsOf = (schemeId: string, form: LetterText, reasonNeeded: boolean): FieldError[] => {
  const { letter, profile, loanNeed, basis } = askedOf(schemeId);
  return [
    ...(letter ? needed(form.letterNo, "letterNo", "还没有填推荐函编号。请填本单位的发文字号。") : []),
    ...(profile ? needed(form.profile, "profile", "还没有写企业情况。请用几句话写明企业做什么、经营得怎样。") : []),
    ...(loanNeed ? needed(form.loanNeed, "loanNeed", "还没有写贷款需求。请写明要多少、做什么用、用多久。") : []),
    ...(basis ? needed(form.justification, "justification", "还没有写评选依据。请写明按什么选出这家企业。") : []),
    ...(reasonNeeded && !basis ? needed(form.justification, "justification", "企业不在重点领域，还没有写推荐理由。") : []),
  ];
};

/** Ends as a sentence does. */
const sentence = (text: string): string => (/[。！？.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`);

/** Opening sentences from what the firm declared, for the recommender to go on from. */
export function draftOf(view: CaseView): Pick<LetterText, "profile" | "loanNeed"> {
  const app = applicationOf(view);
  if (!app) return { profile: "", loanNeed: "" };
  const last = [...app.years].sort((a, b) => b.fiscalYear - a.fiscalYear)[0];
  const figures = last?.revenue
    ? `${last.fiscalYear} 年营业收入 ${wanText(last.revenue)}${last.headcount ? `，从业 ${last.headcount} 人` : ""}。`
    : "";
  const { amount, purpose, termMonths } = app.need;
  return {
    profile: `${view.enterprise.name}成立于${dayText(app.establishedOn)}，在${app.registeredDistrict}登记注册，属${INDUSTRIES[app.industry].name}。${sentence(app.project)}${figures}`,
    loanNeed: `企业需融资 ${wanText(amount)}，期限 ${termMonths} 个月，用于${sentence(purpose)}`,
  };
}

interface LetterFormProps {
  view: CaseView;
  form: LetterText;
  onChange: (part: Partial<LetterText>) => void;
  reasonNeeded: boolean;
  /** That asks for it. */
  reasonArticle: string | undefined;
  errors: readonly FieldError[];
}

export function LetterForm({ view, form, onChange, reasonNeeded, reasonArticle, errors }: LetterFormProps) {
  const draft = draftOf(view);
  const asked = askedOf(view.scheme.id);
  const fill = () => onChange({ profile: form.profile.trim() || draft.profile, loanNeed: form.loanNeed.trim() || draft.loanNeed });
  return (
    <>
      <ErrorSummary errors={errors} />
      <Card id="letter-form">
        <Button id="fill-letter" kind="secondary" inline onTap={fill}>
          从申请里带入开头
        </Button>
        <View className="small muted">只填空着的两项，带入后请按核实的情况修改。</View>
        <View className="mt" />
        <Field
          name="letterNo"
          label="推荐函编号"
          optional={!asked.letter}
          hint="本单位的发文字号，每份只用一次"
          maxLength={60}
          value={form.letterNo}
          onChange={(letterNo) => onChange({ letterNo })}
          error={errorAt(errors, "letterNo")}
        />
        <Field
          name="profile"
          label="企业情况"
          optional={!asked.profile}
          hint={`核实过的经营情况，银行和${panelTerm()}单位会看到`}
          area
          maxLength={4000}
          value={form.profile}
          onChange={(profile) => onChange({ profile })}
          error={errorAt(errors, "profile")}
        />
        <Field
          name="loanNeed"
          label="贷款需求"
          optional={!asked.loanNeed}
          hint="金额、用途、期限"
          area
          maxLength={2000}
          value={form.loanNeed}
          onChange={(loanNeed) => onChange({ loanNeed })}
          error={errorAt(errors, "loanNeed")}
        />
        {reasonNeeded ? (
          <View className="mt">
            <Banner tone="warn" title="企业不在重点领域">
              <Cited article={reasonArticle}>可以推荐，但要写明推荐理由；同等条件下重点领域优先。</Cited>
            </Banner>
          </View>
        ) : null}
        <View className="mt">
          <Field
            name="justification"
            label={asked.basis ? "评选依据" : "推荐理由"}
            hint={asked.basis ? <Article article={asked.basis.cites.article} /> : undefined}
            optional={!reasonNeeded && !asked.basis}
            area
            maxLength={1000}
            value={form.justification}
            onChange={(justification) => onChange({ justification })}
            error={errorAt(errors, "justification")}
          />
        </View>
      </Card>
    </>
  );
}
