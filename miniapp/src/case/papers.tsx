/** The papers of a case, each a row that opens the file. */
import { useState } from "react";
import type { CaseView } from "../../../shared/contract/case";
import { openStatement } from "../open-file";
import { Card, ListRow } from "../ui/card";
import { Banner } from "../ui/errors";
import { WentWrong } from "../ui/states";
import { sizeText } from "../ui/upload-row";
import { PAPER_WORDS } from "../words/paper";

export function CasePapers({ papers }: { papers: CaseView["statements"] }) {
  const [failed, setFailed] = useState<unknown>(null);
  const open = async (paper: CaseView["statements"][number]) => {
    setFailed(null);
    try {
      await openStatement(paper.id, paper.name, paper.mediaType);
    } catch (error) {
      setFailed(error);
    }
  };
  if (!papers.length) return <Card>还没有上传材料。</Card>;
  return (
    <>
      {failed ? (
        <Banner tone="danger">
          <WentWrong error={failed} />
        </Banner>
      ) : null}
      <Card flush>
        {papers.map((paper) => (
          <ListRow
            key={paper.id}
            title={`${PAPER_WORDS[paper.kind as keyof typeof PAPER_WORDS] ?? "材料"}${paper.fiscalYear ? `（${paper.fiscalYear} 年度）` : ""}`}
            meta={[paper.name, sizeText(paper.bytes)]}
            onTap={() => void open(paper)}
          />
        ))}
      </Card>
    </>
  );
}
