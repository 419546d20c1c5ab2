export default definePageConfig({ navigationBarTitleText: "重大事项", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
