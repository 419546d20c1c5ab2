export default definePageConfig({ navigationBarTitleText: "合作机构审定" });
