"""Issuance (审查、审批与通行证): from the accepted application to the signed permit, and everything a permit lives through.

Tables: review_case, case_pause, consultation, decision, permit, permit_counter, permit_trip, permit_hold, driver_link,
act_paper, signed_list, verify_tally, audit_sample, standing_authority, standing_authority_use. Publishes: v_permit,
v_permit_plan, v_permit_hold, v_case_stage, v_case_holder. Reads:
v_plan_hold (route_advisory), v_field_clearance (fieldwork), v_application_end and v_permit_change_case (intake),
v_day_override (classification).

Endpoints, below `/api/issuance/v1`:
- `/internal/review-cases`, `/internal/automatic-decisions`: intake opens a case; one in the instant lane is decided here;
- `/review-cases`: list, read, claim, conclusion (reviewer), second reading, legal reading, return (approver);
  `.../comparison`: what it differs in from the last version and from similar cases; `.../clock` and `.../pauses`: the
  due date explained, and when it stands still (reviewer, approver);
  `.../consultations`: other parties are asked, and answer below `/public/consultations/{secret}`;
- `/decisions`: an approver grants or refuses, also in batches;
- `/permits`: list, read, document, revisions, changes (holder), renewals (approver), trips, driver links, voiding,
  revocation, authority withdrawal, confiscation, deregistration, suspension and resumption; `/permit-matches`;
- `/papers`: the papers of acts, each a signed PDF;
- `/public/...`: a permit by its number, verification of a token, revocation list, extract, keys, figures;
- `/standing-authorities`: grant, suspension, resumption, revocation; `/audit-samples`; `/figures/{code}/entries`.

Jobs: `request_survey` and `close_field` (fieldwork), `plan_anew` (route_advisory, when a road closed before a
decision), `mirror_stage` (intake), `render_document`, `print_paper`, `tell_pauses` (intake). Timers: the signed
lists, the audit sample. Calls besides: route_advisory (lock of a plan before a decision, plan of a change), registry
(a change), intake (the case of a change), classification (limits of consultations). `rendering/` and `offline/` are
pure; `python -m services.issuance.verify` checks permits offline; `keys.py` guards the signing keys.
"""
