"""A question to ranked passages with their spans."""
