"""What every Crossway service shares: app, settings, database, principals, problems, events, jobs."""
