export default definePageConfig({ navigationBarTitleText: "采纳推荐", enablePullDownRefresh: true });
