"""What was agreed, promised, planned, or invited to."""
