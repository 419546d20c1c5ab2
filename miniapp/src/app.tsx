/** The application: its styles, and nothing between the pages. */
import type { PropsWithChildren } from "react";
import "./ui/theme.css";
import "./ui/layout.css";
import "./ui/fields.css";
import "./ui/states.css";
import "./ui/case.css";
import "./ui/meter.css";
import "./ui/paper.css";
import "./ui/doc.css";
import "./ui/fund.css";

export default function App({ children }: PropsWithChildren) {
  return <>{children}</>;
}
