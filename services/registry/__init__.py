"""Registry (主体与身份): who is who. Everybody signs in here; carriers, vehicles and their papers are kept here.

Tables: authority, account, failed_sign_in, one_time_link, carrier, vehicle, paper.
Endpoints: tokens, service-tokens, .well-known/jwks.json, me, first-passwords, accounts, carriers, vehicles, papers;
internal: standings, officers.
Jobs: none. Timer: registry.forget. Services called: none.
"""
