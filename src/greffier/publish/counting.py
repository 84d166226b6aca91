"""Numbers of things, for people.

>>> counted(1, "paper"), counted(2, "paper"), counted(1200, "entry")
('1 paper', '2 papers', '1,200 entries')
"""


def counted(number: int, noun: str) -> str:
    """`number` and the English `noun`, which is given in the singular."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"
