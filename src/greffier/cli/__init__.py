"""The commands; the only place that prints and exits."""

import sys


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit: 0 done, 1 done with something to see to, 2 not done, 130 stopped with Ctrl-C."""
    try:
        from greffier.cli.app import run

        status = run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        print("greffier: stopped", file=sys.stderr)
        status = 130
    sys.exit(status)
