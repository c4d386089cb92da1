"""For the tests of the demonstration."""
