"""How a permit ends, and what stands beside its state: every act of the life table, travel holds by officers."""
