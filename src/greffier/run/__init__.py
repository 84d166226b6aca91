"""The flow from bytes to the record, and the processes it runs on. Read `pipeline` first."""
