"""The pure core of route advisory: the network as arrays, masks, search, clearances, bridges.

Rows in, `RouteCheck` out; no database, no HTTP, no settings, no clock. What a length, clearance, factor or speed is
legally required to be stands in the TOML files beside this one, each with clause and mark.
"""
