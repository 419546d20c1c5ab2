export default definePageConfig({ navigationBarTitleText: "制单" });
