"""Bytes of a file to a `Paper`: one module per format, each `read(data, source) -> Paper`."""
