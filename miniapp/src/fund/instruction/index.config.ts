export default definePageConfig({ navigationBarTitleText: "付款指令", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
