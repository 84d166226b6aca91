"""Appearances over all papers to entities: block, compare (scores with reasons), judge, cluster."""
