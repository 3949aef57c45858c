"""`queue.claims_per_s`: many clerks ask for the next case at once; none is given to two. A database of its own."""
