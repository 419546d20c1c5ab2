export default definePageConfig({ navigationBarTitleText: "期初导入" });
