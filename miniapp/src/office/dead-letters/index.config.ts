export default definePageConfig({ navigationBarTitleText: "未送达的通知", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
