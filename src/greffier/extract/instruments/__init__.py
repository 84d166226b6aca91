"""Instruments: treaties, laws, resolutions, reports as a paper names them, joined over its language versions."""
