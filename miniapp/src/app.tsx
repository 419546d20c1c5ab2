/** The application: its styles, and between the pages only the numbers of the district for which somebody acts. */
import { useLaunch } from "@tarojs/taro";
import { type PropsWithChildren, useEffect } from "react";
import { followAmendments, recallAmendments } from "./amendments";
import { followLink } from "./district";
import { acting, session, useSession } from "./session";
import "./ui/theme.css";
import "./ui/layout.css";
import "./ui/fields.css";
import "./ui/states.css";
import "./ui/case.css";
import "./ui/meter.css";
import "./ui/paper.css";
import "./ui/doc.css";
import "./ui/fund.css";

const first = acting(session())?.schemeId;
if (first) recallAmendments(first);

export default function App({ children }: PropsWithChildren) {
  // the policy page has a `scheme` of its own: the document to be read
  useLaunch(({ path, query }) => path?.includes("pages/policy") || followLink(query?.scheme));
  const now = useSession();
  const schemeId = acting(now)?.schemeId;
  const who = now && `${now.person.personId} ${now.actingAs}`;
  useEffect(() => {
    if (!who || !schemeId) return;
    recallAmendments(schemeId);
    void followAmendments(schemeId);
  }, [who, schemeId]);
  return <>{children}</>;
}
