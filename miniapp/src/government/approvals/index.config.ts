export default definePageConfig({ navigationBarTitleText: "待审议", enablePullDownRefresh: true });
