"""Figures of the permit for a period, by the definitions of the statistics; each count opens the list it counts."""
