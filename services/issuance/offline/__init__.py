"""Checking permits without a network: a library for toll and station systems, and `python -m services.issuance.verify`.

Three files are fetched while there is a network: `/public/keys`, `/public/revocations`, `/public/extract`. Pure.
"""
