export default definePageConfig({ navigationBarTitleText: "违规认定和限制" });
