export default definePageConfig({ navigationBarTitleText: "推送融资", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
