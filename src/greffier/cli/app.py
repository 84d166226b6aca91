"""The program `greffier`: its commands, loaded when they are called, and its errors, one line each."""

import importlib
import os
import sys
from collections.abc import Mapping

import click

from greffier.model.errors import GreffierError

COMMANDS: Mapping[str, str] = {  # command: its module in `commands`; in the order of the help
    "file": "filing",
    "papers": "papers",
    "show": "show",
    "search": "search",
    "timeline": "timeline",
    "brief": "brief",
    "calendar": "calendar",
    "serve": "serve",
    "text": "text",
    "concord": "concord",
    "export": "export",
    "verify": "verify",
    "forget": "forget",
    "review": "review",
    "confirm": "judge",
    "reject": "judge",
    "correct": "judge",
    "merge": "judge",
    "split": "judge",
    "undo": "judge",
    "judgements": "judge",
    "reference": "reference",
    "names": "names",
    "languages": "languages",
    "demo": "demo",
}
DEFAULT = "greffier.db"


class Commands(click.Group):
    """The commands by name; a command's module is imported when it is called or listed."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"greffier.cli.commands.{COMMANDS[name]}")
        command: click.Command = getattr(module, f"{name}_command")
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--record",
    metavar="FILE",
    envvar="GREFFIER_RECORD",
    default=DEFAULT,
    help="The record: a file (made by `file` if it is not there) or postgresql://…  [default: ./greffier.db]",
)
@click.version_option(package_name="greffier")
@click.pass_context
def program(context: click.Context, record: str) -> None:
    """Read the papers of parliaments and states and keep one sourced record of them.

    \b
    greffier file PAPERS/             file a folder of papers
    greffier timeline --since 2021    what happened, by date
    greffier show "Ada Verhulst"      a person with every entry and quote
    """
    context.obj = record


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    try:
        status = program.main(arguments, prog_name="greffier", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        return _fail(error.format_message(), hint=_hint(error))
    except (click.Abort, KeyboardInterrupt):
        return _fail("stopped", status=130)
    except click.exceptions.Exit as error:
        return error.exit_code
    except GreffierError as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fail(f"{error.filename or 'the system'}: {(error.strerror or str(error)).lower()}")
    except Exception as error:
        if os.environ.get("GREFFIER_DEBUG"):
            raise
        line = (str(error).strip().splitlines() or [""])[0]
        said = f"this is a fault of Greffier: {type(error).__name__}: {line}."
        return _fail(said, hint="Set GREFFIER_DEBUG=1 to see where, and report it to the project")


def _fail(message: str, *, status: int = 2, hint: str = "") -> int:
    click.echo(f"greffier: {' '.join(message.split())}" + (f" {hint}" if hint else ""), err=True)
    return status


def _hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"Try: {context.command_path} --help" if context else ""
