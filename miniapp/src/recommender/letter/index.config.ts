export default definePageConfig({ navigationBarTitleText: "推荐函", enablePullDownRefresh: true });
