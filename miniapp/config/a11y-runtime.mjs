/** The same attributes as plugin-a11y.cjs, told to the runtime that writes them into the page's data. */
import { mergeInternalComponents } from "@tarojs/shared";

const aria = { "aria-label": "", "aria-role": "", "aria-hidden": "", "aria-checked": "", "aria-disabled": "" };
const names = ["View", "Text", "Button", "Image", "Input", "Textarea", "Switch", "Picker"];
mergeInternalComponents(Object.fromEntries(names.map((name) => [name, aria])));
