"""One module for each of the nine programmes."""
