"""The smallest service there can be, on which the shared library is tested."""
