"""Classification (分类与分流): is it oversize, which class, which lane, which grounds to refuse, until when.

Tables: rule_set, assessment, day_override, replay, replay_change.
Endpoints: previews (anyone); assessments (made by intake, read by staff, overridden by reviewers and approvers); rule
sets (written by administrators, reviewed by supervisors, put in force by another of them), their differences, and the
law as applied (anyone); the calendar of working days and due dates explained (read by anyone); replays.
Jobs: replay (a rule set over stored assessments, in the CPU pool), tell_override (intake, what an officer set),
tell_day (intake, a day that changed).
Every process looks every few seconds for rule sets and days that are new. Views read: v_application_status,
v_case_stage. Calls intake from its jobs alone. The rules themselves are pure
and stand in `rules/`: their first editions as TOML, from then on as rows.
"""
