export default definePageConfig({ navigationBarTitleText: "代偿申请", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
