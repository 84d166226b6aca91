"""Words for offices: found, with what belongs to them, and given a code of the exchange format."""

from greffier.extract.roles.find import find_roles

__all__ = ["find_roles"]
