"""The record's pages in a browser, made on this machine, where decisions are made too; they need no JavaScript."""
