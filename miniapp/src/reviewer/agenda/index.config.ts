export default definePageConfig({ navigationBarTitleText: "联审议程", enablePullDownRefresh: true });
