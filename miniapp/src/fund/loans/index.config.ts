export default definePageConfig({ navigationBarTitleText: "已放款", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
