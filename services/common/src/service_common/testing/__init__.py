"""What the tests of every service use; loaded as a pytest plugin by the root `conftest.py`."""
