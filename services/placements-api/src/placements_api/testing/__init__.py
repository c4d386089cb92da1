"""What tests of planning share."""
