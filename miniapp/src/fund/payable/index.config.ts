export default definePageConfig({ navigationBarTitleText: "制作付款指令", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
