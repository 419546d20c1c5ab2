export default definePageConfig({ navigationBarTitleText: "参加单位", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
