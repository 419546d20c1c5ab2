export default definePageConfig({ navigationBarTitleText: "批量导入", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
