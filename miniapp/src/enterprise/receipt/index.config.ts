export default definePageConfig({ navigationBarTitleText: "提交回执", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
