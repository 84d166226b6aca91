"""What is done to persons, threatened against them or demanded for them."""
