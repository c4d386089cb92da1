"""Requirements: what a programme asks to be evidenced, and what that leaves each learner to do."""
