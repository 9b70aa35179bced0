"""The dry run: a run that sends no write to anyone, and shows what it would have sent."""
