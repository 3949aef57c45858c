"""What every service shares: domain, schema, contracts, platform, clients, and what tests need."""
