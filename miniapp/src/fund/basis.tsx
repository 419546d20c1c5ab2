/** 依据: the article by which money moves for a reason, in the reader's district; nothing where its document knows no such reason. */
import { reasonArticle } from "../case/cites";
import { acting } from "../session";
import { Article } from "../ui/article";
import { Row } from "../ui/card";

export function Basis({ reason }: { reason: string }) {
  const schemeId = acting()?.schemeId;
  const article = schemeId ? reasonArticle(schemeId, reason) : undefined;
  return article ? (
    <Row label="依据">
      <Article article={article} bare />
    </Row>
  ) : null;
}
