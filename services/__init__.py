"""The services: one folder each, deployable alone; they never import each other."""
