export default definePageConfig({ navigationBarTitleText: "不良贷款率" });
