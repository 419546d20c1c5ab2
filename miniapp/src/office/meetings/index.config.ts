export default definePageConfig({ navigationBarTitleText: "联审会议", enablePullDownRefresh: true });
