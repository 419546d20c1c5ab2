export default definePageConfig({ navigationBarTitleText: "失信和处理", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
