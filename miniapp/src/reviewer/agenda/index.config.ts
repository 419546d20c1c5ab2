export default definePageConfig({ navigationBarTitleText: "联审议程", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
