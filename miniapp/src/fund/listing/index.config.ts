export default definePageConfig({ navigationBarTitleText: "登记失信企业" });
