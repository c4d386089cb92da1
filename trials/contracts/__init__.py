"""What the services say of themselves in their OpenAPI files holds, also for those who build upon it."""
