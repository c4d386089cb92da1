"""What each apprentice has still to evidence: a read model of what portfolio-api owns."""
