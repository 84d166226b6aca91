"""Greffier reads the papers of parliaments and states and keeps one sourced record of them."""
