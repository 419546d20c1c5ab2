/** The application: its styles, and nothing between the pages. */
import type { PropsWithChildren } from "react";
import "./ui/theme.css";
import "./ui/ui.css";

export default function App({ children }: PropsWithChildren) {
  return <>{children}</>;
}
