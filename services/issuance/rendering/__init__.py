"""Permit documents without a database or a network: the PDF, its QR code, the signed token, the signature.

Everything here is a function of its arguments. The document before signing is the same, bit for bit, for the same
permit. Keys are made and guarded in `services/issuance/keys.py`; this package only reads what it is handed.
"""
