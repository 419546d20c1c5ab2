export default definePageConfig({ navigationBarTitleText: "系统对接", enablePullDownRefresh: true });
