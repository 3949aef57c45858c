"""The clock of a case: the times it stands still, each told in writing with its effect on the due date."""
