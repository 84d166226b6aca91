"""The control words of RTF: what they write, what they open, how their bytes are read.

Source: Rich Text Format Specification 1.9.1.
"""

import re

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "\u200d",
    "zwnj": "\u200c",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
# destinations that hold no text of the paper
SKIPPED = frozenset(
    {
        *("colortbl", "pict", "object", "fldinst", "datafield", "listtable", "listoverridetable", "revtbl", "rsidtbl"),
        *("generator", "xmlnstbl", "themedata", "colorschememapping", "latentstyles", "datastore", "filetbl", "atnid"),
        *("annotation", "atnauthor", "atnref", "atntime", "atnicn", "bkmkstart", "bkmkend", "ftnsep", "ftnsepc"),
        *("ftncn", "aftnsep", "aftnsepc", "aftncn", "nonshppict", "sp", "sn", "sv", "tc", "xe", "do", "mmath"),
        *("factoidname", "pgptbl", "userprops", "docvar", "private", "template", "operator", "panose", "falt"),
        *("password", "passwordhash", "wgrffmtfilter", "mailmerge", "protusertbl", "shppict", "blipuid", "listname"),
    }
)
KEPT = frozenset({"shpinst", "shptxt", "ud", "footnote", "fldrslt", "docvar"})  # read although marked as ignorable
MARGINS = {
    "header": "above", "headerl": "above", "headerr": "above", "headerf": "above", "footer": "below",
    "footerl": "below", "footerr": "below", "footerf": "below",
}  # fmt: skip
CHARSETS = {  # \fcharset: Windows code page
    0: "cp1252", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
    255: "cp850",
}  # fmt: skip
