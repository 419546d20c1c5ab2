export default definePageConfig({ navigationBarTitleText: "融资线索", enablePullDownRefresh: true });
