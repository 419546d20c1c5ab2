export default definePageConfig({ navigationBarTitleText: "联审单位", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
