"""Decisions (许可决定): by an approver, or by the standing authority; the permits they issue."""
