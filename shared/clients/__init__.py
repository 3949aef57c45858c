"""Typed clients, one a service; the only way one service calls another."""
