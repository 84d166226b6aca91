"""What a person should decide: names that may be one, names that may be two, who a list says somebody is."""
