/** Taro's weapp templates leave out aria-*; this puts them into the templates and into the runtime's list of attributes. */
const path = require("node:path");
const aria = { "aria-label": "", "aria-role": "", "aria-hidden": "", "aria-checked": "", "aria-disabled": "" };
const names = ["View", "Text", "Button", "Image", "Input", "Textarea", "Switch", "Picker"];

module.exports = (ctx) =>
  ctx.registerMethod({
    name: "onSetupClose",
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, Object.fromEntries(names.map((name) => [name, aria])));
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, "a11y-runtime.mjs"));
    },
  });
