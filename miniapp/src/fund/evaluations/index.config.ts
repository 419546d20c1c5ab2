export default definePageConfig({ navigationBarTitleText: "绩效评价和奖励" });
