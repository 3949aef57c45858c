"""What anyone, and officers on the road, may ask of a permit: state, token, revocations, match."""
