export default definePageConfig({ navigationBarTitleText: "推送融资", enablePullDownRefresh: true });
