"""A question in words to ranked passages, with the words marked and the way to the source."""
