export default definePageConfig({ navigationBarTitleText: "登记放款", enablePullDownRefresh: true });
