"""The ground services stand on: database, transactions, tokens, problems, jobs, files, logs, host."""
