"""The record written to files that others load."""
