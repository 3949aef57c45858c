"""Intake (申请受理): getting a correct application in, deciding at once what the system may decide, handing on the rest.

Tables: application, application_counter, material, lookup_log, receipt, case_message,
stage_history, upload, upload_part.
Reads: v_case_stage, v_case_holder, v_permit (issuance), v_field_clearance (fieldwork).
Endpoints: applications (draft, edit, list, search, read, timeline, submission, resubmission, copy, withdrawal: agents;
read: staff), materials (list, upload, file, preview, check), uploads in parts, messages (the thread with the office), receipts (list, signed
PDF), holders (who has a case, forecasts), walk-ins (clerks), the queue (lists, next, clerks, events), the clerk's acts (claim, release,
handover, precheck, fix, lookup, correction notice, acceptance, non-acceptance, termination), the supervisor's
(assignment, second notice), internal stages (issuance) and overrides of class or lane (classification).
Views published: v_application_end, v_application_status.
Jobs: drive (carries an application on), close_case (closes the review of a withdrawn one),
tell_due (issuance, a due date counted again), count_again (ends a changed day touches).
Timers: stage_compare (issuance's stages against ours), undriven (applications nobody carried on), due_again (ends that
were counted without a calendar), deemed_acceptance (no notice in time), idle_release (claimed and left),
receipts (prints what has no PDF yet), history (what forecasts rest on), uploads (forgotten ones).
Calls: registry (standing, officers), route_advisory (plans, locks), classification (assessments, due dates), issuance (cases,
automatic decisions). None of them calls back on the way of a submission.
Every legal act tells the applicant: a notification in the transaction of the act (applications/telling.py).
"""
