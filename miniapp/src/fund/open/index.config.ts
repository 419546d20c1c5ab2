export default definePageConfig({ navigationBarTitleText: "建账" });
