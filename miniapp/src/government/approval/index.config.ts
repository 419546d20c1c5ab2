export default definePageConfig({ navigationBarTitleText: "审议", enablePullDownRefresh: true });
