"""Fieldwork (现场): site surveys with their photos and reports, escort agencies and the escorts carriers offer them.

Tables: survey, escort_agency, escort_assignment; photos in file_object.
Endpoints: surveys, photos, agencies, assignments; internal: surveys, closure of an application.
Jobs: none. Timer: fieldwork.offer_expiry. Services called: none.
View published: v_field_clearance, read by issuance in its decision transaction. View read: v_case_stage.
"""
