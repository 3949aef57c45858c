"""What a case differs in, for its evidence pack: from the last version, and from similar cases decided before."""
