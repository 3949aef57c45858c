"""Intake (申请受理): getting a correct application in, deciding at once what the system may decide, handing on the rest.

Tables: application, application_counter, receipt.
Endpoints: applications (draft, edit, list, read, timeline, submission, withdrawal: agents; read: staff), the clerk's
acts on them (claim, release, precheck, acceptance, non-acceptance, termination), internal stages (issuance).
Jobs: drive (carries an application on), close_case (closes the review of a withdrawn one).
Timers: stage_compare (issuance's stages against ours), undriven (applications nobody carried on), due_again (ends that
were counted without a calendar).
Calls: registry (standing), route_advisory (plans, locks), classification (assessments, due dates), issuance (cases,
automatic decisions). None of them calls back on the way of a submission.
"""
