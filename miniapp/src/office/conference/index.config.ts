export default definePageConfig({ navigationBarTitleText: "联席会议", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
