export default definePageConfig({ navigationBarTitleText: "保费补贴", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
