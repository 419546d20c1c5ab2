export default definePageConfig({ navigationBarTitleText: "机构违规", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
