"""Runs on a permit, counted against those it allows."""
