"""Portal (门户): the pages people open. Owns no tables; asks the services.

Tables: none. Endpoints: `/` and the addresses below it (the web application of `web/`, built into `static/app`),
`/plain` (without script: what runs, documents, check a permit), `/static/...`, `/assets/...`.
Calls: every service's health, issuance.
"""
