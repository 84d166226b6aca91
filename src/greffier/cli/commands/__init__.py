"""One module per command, each light to import: what a command needs is loaded when it runs."""
