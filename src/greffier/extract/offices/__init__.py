"""Who holds which office: roles joined to the persons beside them."""

from greffier.extract.offices.appointments import Appointment, appointments
from greffier.extract.offices.find import find_offices, with_offices

__all__ = ["Appointment", "appointments", "find_offices", "with_offices"]
