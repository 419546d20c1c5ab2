/** Which versions of a document's numbers are the reader's own district's, and who agreed to them. */
import type { Version } from "../../../../shared/rule/parameter";
import { call } from "../../api";
import { acting, useSession } from "../../session";
import { useLoad } from "../../use-load";
import { dayText } from "../../words/time";

/** Whose a version is, in words. */
export type AgreedOf = (key: string, version: Pick<Version<unknown>, "from">) => string;

/** Without an answer, and for the document of another district, nothing is known but the document's own. */
export function useAgreed(schemeId: string): AgreedOf {
  const role = acting(useSession());
  const own = role?.schemeId === schemeId;
  const { data } = useLoad(() => (own ? call("listAmendments") : null), [own, role?.membershipId]);
  return (key, { from }) => {
    const found = data?.inForce.filter((one) => one.key === key && one.from === from).at(-1);
    return found ? `本地区改定：${found.proposer}提议，${found.agreedBy} ${dayText(found.agreedOn)}同意` : "文件原定";
  };
}
