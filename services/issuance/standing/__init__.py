"""The standing authority (常设授权) for automatic decisions, and its switch."""
