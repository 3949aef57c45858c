"""Permits (通行证) as their holders and the office see them, with their documents."""
