export default definePageConfig({ navigationBarTitleText: "风险初筛", enablePullDownRefresh: true });
