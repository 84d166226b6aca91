"""The record's pages in a browser: read-only, made on this machine, without JavaScript if need be."""
