"""The demonstration data: nine real programmes, invented people."""
