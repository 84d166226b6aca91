"""Who holds which office: roles joined to the persons beside them."""

from greffier.extract.offices.appointments import appointments
from greffier.extract.offices.find import find_offices, with_offices

__all__ = ["appointments", "find_offices", "with_offices"]
