"""Runs Crossway on one machine: toolchain, database, services, gateway, tests."""
