"""Classification (分类与分流): is it oversize, which class, which lane, which grounds to refuse, until when.

Tables: rule_set, assessment, day_override. Endpoints: previews (anyone), internal assessments and due dates.
Jobs: none. Calls nobody. The rules themselves are pure and stand in `rules/`.
"""
