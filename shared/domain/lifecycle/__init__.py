"""Lives of the aggregates, one table each."""
