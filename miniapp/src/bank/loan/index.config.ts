export default definePageConfig({ navigationBarTitleText: "登记放款", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
