/** `依据：三（八）` as a link to that article on the policy page, in the document of the case that is shown, else in the reader's own. */
import { createContext, type ReactNode, useContext } from "react";
import { go } from "../go";
import { Tap } from "./tap";

const Scheme = createContext<string | undefined>(undefined);

/** Everything below is cited from this document. */
export const UnderScheme = ({ id, children }: { id: string | undefined; children: ReactNode }) => (
  <Scheme.Provider value={id}>{children}</Scheme.Provider>
);

/** The document of what is shown around, where that is a case. */
export const useSchemeAround = (): string | undefined => useContext(Scheme);

interface ArticleProps {
  article: string;
  /** Where it is not the document of what is shown around it. */
  scheme?: string;
  /** The number alone, where the words before it say that it is an article. */
  bare?: boolean;
  /** On the policy page itself, which shows it in its own place. */
  onOpen?: (article: string) => void;
}

export function Article({ article, scheme, bare, onOpen }: ArticleProps) {
  const around = useSchemeAround();
  return (
    <Tap
      className="cite"
      role="link"
      label={`查看条文：${article}`}
      onTap={() => (onOpen ? onOpen(article) : go("/pages/policy/index", { scheme: scheme ?? around, article }))}
    >
      {bare ? article : `依据：${article}`}
    </Tap>
  );
}

/** Words, and behind them the article by which they hold. */
export const Cited = ({ children, article, scheme }: { children?: ReactNode; article: string | undefined; scheme?: string }) => (
  <>
    {children}
    {/* The space stands outside, or the line could not break before the article. */}
    {children && article ? " " : null}
    {article ? <Article article={article} scheme={scheme} /> : null}
  </>
);
