export default definePageConfig({ navigationBarTitleText: "审核意见书" });
