export default definePageConfig({ navigationBarTitleText: "待推荐企业", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
