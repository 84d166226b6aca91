"""What the commands share: options, the record opened, who decides, help with an example."""

import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from greffier.record.deciding import By
    from greffier.record.record import Record

Function = TypeVar("Function", bound=Callable[..., Any])

json_option = click.option("--json", "json_", is_flag=True, help="For programs: JSON.")
since_option = click.option("--since", metavar="DATE", help="From this year, month or day on (2021-05-10).")
why_option = click.option("--why", default="", metavar="TEXT", help="The reason, kept with the decision.")
who_option = click.option("--who", metavar="NAME", envvar="GREFFIER_WHO", help="Who decides.  [default: you]")
until_option = click.option("--until", metavar="DATE", help="Up to this year, month or day.")


def command(name: str, example: str) -> Callable[[Function], click.Command]:
    """A command with `--record` and an example in its help."""

    def made(function: Function) -> click.Command:
        again = click.option("--record", metavar="FILE", expose_value=False, callback=_record, help="Another record.")
        epilog = "\b\nExample:\n  " + example.replace("\n", "\n  ")
        return click.command(name, epilog=epilog)(again(click.pass_obj(function)))

    return made


def opened(url: str, *, create: bool = False) -> "Record":
    """The record, its entities fresh when they are asked for."""
    from greffier.run.opening import open_record

    return open_record(url, create=create)


def by(who: str | None, why: str = "") -> "By":
    """Who decides: the one named, else the user of this machine; and why."""
    from greffier.record.deciding import By

    try:
        return By(who or getpass.getuser(), why)
    except (KeyError, OSError):
        return By("unknown", why)


def _record(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.obj = value
