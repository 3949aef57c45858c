"""Other parties' opinions on a case (征求意见): asked in parallel, each with a clock and a one-time link."""
