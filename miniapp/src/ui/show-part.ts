/** Brings a part of the page into sight once it is drawn: the form under long facts, or what stays after an act. */
import Taro from "@tarojs/taro";
import { H5 } from "./native";

const PAINTED = 60;

export const showPart = (id: string): void => void setTimeout(() => bring(id), PAINTED);

function bring(id: string): void {
  if (!H5) return void Taro.pageScrollTo({ selector: `#${id}`, duration: 200, offsetTop: -16 });
  // Pages further down the stack stay in the document, hidden.
  const shown = Array.from(document.querySelectorAll<HTMLElement>(`#${id}`)).find((each) => each.offsetParent !== null);
  shown?.scrollIntoView({ block: "start" });
}
