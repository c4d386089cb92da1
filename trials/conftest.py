"""What several trials use."""
