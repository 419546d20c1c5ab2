export default definePageConfig({ navigationBarTitleText: "合作机构", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
