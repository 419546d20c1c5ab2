/** The build of both targets. Each line that is not plain has its reason beside it. */
import path from "node:path";

const weapp = process.env.TARO_ENV === "weapp";
const here = path.resolve(process.cwd());
const a11yPlugin = path.resolve(here, "config/plugin-a11y.cjs");
// Files outside sourceRoot go through Babel only when they are named here.
const include = [(file: string) => file.startsWith(path.resolve(here, "../shared/"))];
// Sizes are CSS px times our own scale variables, so that large text and wide screens work; rpx and rem scale with the window instead.
const postcss = { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } };

// The calendar's package calls itself CommonJS and ships its ES module as .js: without this, webpack reads it as a script and fails.
// biome-ignore lint/suspicious/noExplicitAny: webpack-chain's own type is not a dependency of ours
const readCalendar = (chain: any) =>
  chain.module
    .rule("calendar")
    .test(/chinese-days[\\/]dist[\\/].*\.js$/)
    .type("javascript/auto");

export default {
  projectName: "gongdan",
  date: "2026-11-21",
  designWidth: 750,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: "src",
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [a11yPlugin],
  framework: "react",
  compiler: { type: "webpack5", prebundle: { enable: false } },
  cache: { enable: process.env.TARO_CACHE === "1" },
  defineConstants: {
    // The H5 pages and the API share one origin; the mini-program needs the whole address.
    __API__: JSON.stringify(weapp ? process.env.API_BASE || "http://localhost:8787/api" : process.env.API_BASE || "/api"),
    // WeChat's one-off subscription templates, set per deployment; none means that nothing is asked.
    __TEMPLATES__: JSON.stringify((process.env.WX_TEMPLATES || "").split(",").filter(Boolean)),
  },
  // Taro's default of quote_keys writes `#"x"` for private fields on H5: a blank page behind a successful build.
  terser: { enable: true, config: { keep_fnames: false, output: { comments: false, quote_keys: false, keep_quoted_props: false } } },
  csso: { enable: true, config: {} },
  // theme.json belongs to the mini-program alone: its @variables are invalid colours on H5.
  copy: { patterns: [], options: {} },
  mini: {
    compile: { include },
    // A library that only subpackage pages use stays out of the main package.
    optimizeMainPackage: { enable: true },
    postcss,
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain: readCalendar,
  },
  h5: {
    compile: { include },
    publicPath: "./",
    staticDirectory: "static",
    router: { mode: "hash" },
    esnextModules: [],
    output: { filename: "js/[name].[contenthash:8].js", chunkFilename: "js/[name].[contenthash:8].js" },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: "css/[name].[contenthash:8].css", chunkFilename: "css/[name].[contenthash:8].css" },
    postcss: { autoprefixer: { enable: true }, ...postcss },
    // biome-ignore lint/suspicious/noExplicitAny: webpack-chain's own type is not a dependency of ours
    webpackChain(chain: any) {
      readCalendar(chain);
      if (process.env.NODE_ENV !== "production") return;
      // Taro's default repeats shared modules in each page.
      chain.optimization.splitChunks({
        chunks: "all",
        maxInitialRequests: 6,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          vendor: { name: "vendor", test: /[\\/]node_modules[\\/]/, minChunks: 2, chunks: "all", priority: 10 },
          react: { name: "react", test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 20 },
          ours: {
            name: "ours",
            test: /[\\/](miniapp[\\/]src[\\/](ui|case|money|[a-z-]+\.tsx?$)|shared[\\/])/,
            minChunks: 2,
            chunks: "all",
            priority: 15,
            reuseExistingChunk: true,
          },
        },
      });
    },
  },
};
