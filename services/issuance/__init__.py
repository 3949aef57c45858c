"""Issuance (审查、审批与通行证): from the accepted application to the signed permit, and everything a permit lives through.

Tables: review_case, decision, permit, permit_counter, standing_authority, standing_authority_use.
Publishes: v_permit, v_case_stage. Reads: v_plan_hold (route_advisory), v_field_clearance (fieldwork).

Endpoints, below `/api/issuance/v1`:
- `/internal/review-cases`, `/internal/automatic-decisions`: intake opens a case; one in the instant lane is decided here;
- `/review-cases`: list, read, claim, conclusion (reviewer), return (approver);
- `/decisions`: an approver grants or refuses;
- `/permits`: list, read, document, voiding (holder), revocation (approver); `/permit-matches` (road officer);
- `/public/...`: a permit by its number, verification of a token, revocation list, keys;
- `/standing-authorities`: grant, suspension, resumption, revocation.

Jobs: `issuance.request_survey` asks fieldwork for a survey; `issuance.mirror_stage` tells intake the stage of a case;
`issuance.render_document` makes the signed PDF. Calls: route_advisory (lock of a plan before a decision), fieldwork,
intake. `rendering/` is pure; `keys.py` guards the signing keys.
"""
