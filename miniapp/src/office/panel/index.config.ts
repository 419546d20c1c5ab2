export default definePageConfig({ navigationBarTitleText: "联审单位", enablePullDownRefresh: true });
