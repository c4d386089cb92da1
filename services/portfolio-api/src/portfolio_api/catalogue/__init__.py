"""The catalogue: qualifications that ship with the service, for a partnership to make its own."""
