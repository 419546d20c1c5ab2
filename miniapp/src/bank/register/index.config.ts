export default definePageConfig({ navigationBarTitleText: "贷款备案", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
