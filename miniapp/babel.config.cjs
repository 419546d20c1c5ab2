/** Babel for both targets; `.cjs` because the repository's only package.json says `"type": "module"`. */
module.exports = { presets: [["taro", { framework: "react", ts: true, compiler: "webpack5", hot: false }]] };
