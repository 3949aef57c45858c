"""Portal (门户): the pages people open. Owns no tables; asks the services.

Tables: none. Endpoints: `/` (what runs, documents, check a permit), `/static/...`. Calls: every service's health, issuance.
"""
