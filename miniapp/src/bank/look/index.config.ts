export default definePageConfig({ navigationBarTitleText: "查看企业数据" });
