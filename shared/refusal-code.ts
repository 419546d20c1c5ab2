/** Every refusal and warning the system can give, in the catalogue's own words; the miniapp has one Chinese sentence for each, exhaustive by type. */
export const REFUSAL_CODES = [
  // the form of what was entered
  "amount_invalid", "date_invalid", "field_required", "field_too_long", "field_invalid", "credit_code_invalid", "phone_invalid",
  "statement_kind_invalid", "statement_unbalanced", "statement_opening_mismatch", "statement_cash_mismatch",
  // files
  "file_missing", "file_type", "file_too_big", "file_empty", "file_encrypted", "file_harmful", "file_unreadable", "file_interrupted", "file_too_many", "file_quota",
  // validity and parameters
  "scheme_not_in_force", "scheme_not_started", "parameter_not_in_force", "calendar_unknown", "ruleset_draft",
  // eligibility
  "not_local", "not_existing", "no_project", "not_sme", "size_inputs_missing", "dishonest_enterprise", "dishonest_legalrep", "major_violation",
  "not_focus_sector", "no_focus_profile", "need_over_cap", "need_invalid", "one_loan_only", "affiliate_used", "affiliate_suspected",
  "excluded_industry", "obsolete_process", "doc_missing", "young_enterprise", "blacklisted", "fact_missing",
  // recommendation and screening
  "not_recommended", "unknown_recommender", "docs_not_collected", "no_letter", "letter_used", "recommender_mismatch", "kpi_shortfall", "list_stale",
  "not_screened", "screening_partner_missing", "screening_source_missing", "screening_finding_adverse", "reason_required",
  // joint review
  "panel_incomplete", "panel_even", "delegate_invalid", "delegate_duplicate", "unit_not_on_panel", "unit_recused", "unit_already_voted", "ballot_incomplete",
  "ballot_choice_invalid", "ballots_missing", "no_majority", "review_incomplete", "review_not_open", "review_already_open", "review_overdue",
  "tier_invalid", "ratio_mismatch", "meeting_missing", "meeting_not_today",
  // government, slots
  "gov_approval_required", "high_quota_used", "document_no_required",
  // push and loan
  "push_not_ready", "push_cooldown", "must_rereview", "no_agreement", "partner_not_selected", "partner_type_mismatch", "partner_suspended", "preference_ignored",
  "no_institution", "institution_duplicate", "lead_closed", "lead_not_yours", "push_no_response", "consent_missing", "loan_over_cap", "loan_over_need",
  "loan_amount_invalid", "rate_invalid", "rate_raised", "rate_over_cap", "term_invalid", "term_over_cap", "disbursed_in_future", "disbursed_before_push",
  "lender_unlicensed", "guarantor_missing", "insurer_missing", "split_invalid", "mode_invalid", "offer_missing", "transition_no_gov_consent",
  "agreement_exceeds_plan", "agreement_incomplete", "payee_wrong", "no_followup",
  // the case as a whole
  "wrong_step", "case_closed", "stale", "role_forbidden", "access_denied", "not_found", "already_exists", "idempotency_key_required", "idempotency_conflict",
  "body_invalid", "body_too_large", "rate_limited", "code_wrong", "code_expired", "session_expired", "person_disabled", "not_registered", "phone_taken",
  "url_not_allowed", "internal", "upstream_failed", "setting_missing",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];
