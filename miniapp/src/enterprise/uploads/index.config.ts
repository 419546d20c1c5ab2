export default definePageConfig({ navigationBarTitleText: "上传材料", enablePullDownRefresh: process.env.TARO_ENV === "weapp" });
