"""Registry (主体与身份): who is who. Everybody signs in here; carriers, vehicles and their papers are kept here.

Tables: authority, org_unit, deputy, account, failed_sign_in, one_time_link, sign_in, api_key, carrier, vehicle, driver, paper, paper_reminder, notification_reading, mail,
mail_cursor; reads the notifications of all services (library).
Endpoints: tokens, service-tokens, .well-known/jwks.json, .well-known/ended-sign-ins.json, me, sign-ins, api-keys, first-passwords, accounts, carriers, vehicles, papers,
inbox; internal: standings, officers.
Jobs: none. Timers: registry.forget, registry.mail (sends what people are told), registry.reminders (papers that end). Services called: none.
"""
