"""`greffier verify`: every quote against its source."""

from greffier.cli import screen
from greffier.cli.options import command, json_option, opened


@command("verify", "greffier verify")
@json_option
def verify_command(url: str, json_: bool) -> int:
    """Check every quote against its source.

    Quotes against the text of their paper, and texts against the files they were read from.

    The exit status is 1 if something does not hold. Nothing is moved or mended.
    """
    from greffier.run.checking import check

    with opened(url) as record:
        quotes = sum(len(told.quotes) for told in record.entries(rejected=True))
        faults = list(check(record))
    if json_:
        screen.as_json({"quotes": quotes, "faults": faults})
        return 1 if faults else 0
    for fault in faults:
        screen.say(f"{fault.kind}  {fault.subject}: {fault.reason}")
    broken = sum(fault.kind == "quote" for fault in faults)
    screen.say(f"{quotes} quotes checked, {broken} broken; {len(faults) - broken} other things to see to")
    return 1 if faults else 0
