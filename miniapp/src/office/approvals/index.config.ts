export default definePageConfig({ navigationBarTitleText: "区政府审议", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
