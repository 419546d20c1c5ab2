/** `依据：三（八）` as a link to that article on the policy page; the document is the reader's own where no other is named. */
import { go } from "../go";
import { Tap } from "./tap";

interface ArticleProps {
  article: string;
  scheme?: string;
}

export const Article = ({ article, scheme }: ArticleProps) => (
  <Tap className="cite" role="link" label={`查看条文：${article}`} onTap={() => go("/pages/policy/index", { scheme, article })}>
    {`依据：${article}`}
  </Tap>
);
