export default definePageConfig({ navigationBarTitleText: "会议议程", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
