export default definePageConfig({ navigationBarTitleText: "联审会议", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
