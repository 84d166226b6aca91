"""The record shown: web pages, briefs, a calendar, the exchange format."""
