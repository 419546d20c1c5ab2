/** 核对并提交: every answer, whom it goes to, the consents, what the rules say; then it is handed in. `id` is the case. */

import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import { stepOf } from "../../../../shared/process/procedure";
import { call } from "../../api";
import { errorAt, failureWords } from "../../failure";
import { partyName } from "../../party-name";
import { askSubscribe } from "../../platform";
import { Problem } from "../../problem";
import { schemeOf } from "../../scheme";
import { acting } from "../../session";
import { Button } from "../../ui/button";
import { Card, Section } from "../../ui/card";
import { CheckField, ChoiceField } from "../../ui/choices";
import { Banner, ErrorSummary, type FieldError, jumpTo } from "../../ui/errors";
import type { Fault } from "../../ui/field";
import { wanText } from "../../ui/money-text";
import { Page } from "../../ui/page";
import { PickerField } from "../../ui/pickers";
import { Empty, Loaded } from "../../ui/states";
import { TASK_WORDS } from "../../words/draft";
import type { ApplicationView, Draft } from "../draft-keeper";
import { faultOf, formFaults, taskOf } from "../judge";
import { openTask, Preview } from "../preview";
import { OtherDevice, SaveLine } from "../save-line";
import { type OnDesk, useApplication } from "../use-application";
import { Answers } from "./answers";

/** Who sees it and when it is passed on follow the steps of the document. */
function consentsOf(schemeId: string) {
  const { admission } = schemeOf(schemeId);
  const ballot = stepOf(admission, "ballot");
  const lookers = [partyName("office", schemeId), "推荐单位", ...(ballot ? [`${ballot.says}的参加单位`] : [])];
  const before = ballot ?? stepOf(admission, "approve") ?? stepOf(admission, "check");
  return [
    { name: "consentTruth", label: "以上内容和材料真实、完整，如有隐瞒愿意承担失信后果" },
    { name: "consentPrivacy", label: `同意${lookers.join("、")}为办理本申请查看和核查这些信息` },
    { name: "consentBanks", label: `同意在${before ? `“${before.says}”通过后` : "推荐后"}，把本申请和材料推送给签有协议的金融机构` },
  ] as const;
}

/** Above it, a list to pick from is shorter than a row for each. */
const MANY = 8;

function Recommender({ view, draft, change, error }: Pick<OnForm, "view" | "draft" | "change" | "error">) {
  const frame = {
    name: "addressedTo",
    label: "提交给哪个推荐单位",
    hint: "选企业所在地或主管您这一行的单位；由它核对后推荐",
    error: error("addressedTo"),
    value: draft.addressedTo ?? "",
    onChange: (addressedTo: string) => change({ addressedTo }),
  };
  if (!view.recommenders.length)
    return (
      <Banner tone="warn" title="还没有可选的推荐单位">
        请联系{partyName("office")}登记推荐单位后再提交。
      </Banner>
    );
  const kindOf = (kind: string) => partyName(kind);
  if (view.recommenders.length > MANY)
    return <PickerField {...frame} options={view.recommenders.map(({ id, kind, name }) => ({ value: id, label: `${name}（${kindOf(kind)}）` }))} />;
  return <ChoiceField {...frame} options={view.recommenders.map(({ id, kind, name }) => ({ value: id, label: name, hint: kindOf(kind) }))} />;
}

interface OnForm {
  view: ApplicationView;
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  error: (field: string) => Fault;
}

function Sheet({ view, desk, errors }: { view: ApplicationView; desk: OnDesk; errors: readonly FieldError[] }) {
  const { draft } = desk.kept;
  const change = (patch: Partial<Draft>) => desk.keeper.change(patch);
  const open = view.tasks.filter((task) => task.id !== "submit" && task.status !== "done");
  // an answer that has been given is not reproached any more
  const answered = (field: string) => Boolean(draft[field as keyof Draft]);
  const left = errors.filter(({ field }) => taskOf(field) !== "submit" || !answered(field ?? ""));
  const error = (field: string) => errorAt(left, field);
  const jump = (field: string) => {
    const task = taskOf(field);
    if (task && task !== "submit") openTask(view.caseId, task, field);
    else jumpTo(field);
  };
  const to = view.recommenders.find((one) => one.id === draft.addressedTo)?.name;
  return (
    <>
      <OtherDevice keeper={desk.keeper} kept={desk.kept} />
      <ErrorSummary errors={left} title={`还不能提交，有 ${left.length} 处要处理`} onField={jump} />
      {open.length ? (
        <Banner tone="warn" title="还有没完成的部分">
          {open.map((task) => (
            <View key={task.id}>
              <Button id={`open-${task.id}`} kind="plain" inline onTap={() => openTask(view.caseId, task.id)}>
                {`${TASK_WORDS[task.id]}，还缺 ${task.missing} 项`}
              </Button>
            </View>
          ))}
        </Banner>
      ) : null}
      <Answers view={view} draft={draft} />
      <Preview caseId={view.caseId} decision={view.decision as never} title="现在提交会怎样" />
      <Section title="提交给谁">
        <Card>
          <Recommender view={view} draft={draft} change={change} error={error} />
        </Card>
      </Section>
      <Section title="承诺和同意">
        <Card>
          {consentsOf(acting()?.schemeId ?? "").map(({ name, label }) => (
            <CheckField
              key={name}
              name={name}
              label={label}
              checked={draft[name] === true}
              onChange={(checked) => change({ [name]: checked })}
              error={error(name)}
            />
          ))}
        </Card>
      </Section>
      <Banner title="提交以后">
        {`${draft.needAmount ? `${wanText(draft.needAmount)}的融资申请` : "申请"}交给${to ?? "您选的推荐单位"}核对。提交后内容不能再改；推荐单位退回时可以修改后重新提交，推送前也可以撤回。`}
      </Banner>
    </>
  );
}

export default function Check() {
  const desk = useApplication();
  const [errors, setErrors] = useState<FieldError[]>([]);
  if (!desk.now) return null;
  const view = desk.load.data;
  const fail = (found: FieldError[]) => {
    setErrors(found);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
  };
  const submit = async () => {
    if (!view) return;
    // WeChat takes the question only straight from the tap
    const asked = askSubscribe();
    const { draft } = desk.keeper.snapshot();
    const faults = formFaults(view, draft, "submit");
    if (!draft.addressedTo) faults.unshift({ field: "addressedTo", message: "还没有选推荐单位。请选择提交给谁。" });
    if (faults.length) return fail(faults);
    await asked;
    if (!(await desk.keeper.flush())) return fail([{ message: "刚填的内容还没有保存到服务器。请检查网络后再提交。" }]);
    try {
      await call("submitApplication", { params: { caseId: view.caseId }, body: { revision: desk.keeper.revision } });
      await Taro.redirectTo({ url: `/enterprise/receipt/index?id=${view.caseId}` });
    } catch (error) {
      const refusals = error instanceof Problem ? error.refusals : [];
      fail(refusals.length ? refusals.map((refusal) => faultOf(refusal, draft)) : [{ message: failureWords(error).advice }]);
      void desk.load.refresh();
    }
  };
  return (
    <Page
      title={TASK_WORDS.submit}
      lead={<SaveLine kept={desk.kept} />}
      onRefresh={desk.load.refresh}
      bar={
        view?.status === "draft" ? (
          <Button id="submit" onTap={submit} busyText="正在提交…">
            提交申请
          </Button>
        ) : undefined
      }
    >
      {desk.caseId ? (
        <Loaded load={desk.load}>
          {(data) =>
            data.status === "draft" ? <Sheet view={data} desk={desk} errors={errors} /> : <Banner title="这份申请已经提交">不用再提交一次。</Banner>
          }
        </Loaded>
      ) : (
        <Empty title="没有找到这份申请">请从“我的融资申请”里打开。</Empty>
      )}
    </Page>
  );
}
