export default definePageConfig({ navigationBarTitleText: "合作机构", enablePullDownRefresh: true });
