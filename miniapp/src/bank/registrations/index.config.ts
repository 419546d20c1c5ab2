export default definePageConfig({ navigationBarTitleText: "我的备案", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
