"""What MkDocs warns of, said to the clerk."""

import re

_SENTENCES = (
    (
        r"Doc file '(?P<page>[^']*)' contains a link '(?P<link>[^']*)', but the target .*",
        "docs/{page}: liên kết «{link}» dẫn đến trang không có; sửa lại địa chỉ",
    ),
    (
        r"Doc file '(?P<page>[^']*)' contains a link '(?P<link>[^']*)', but (?:there is no such"
        r" anchor|the doc '[^']*' does not contain an anchor).*",
        "docs/{page}: liên kết «{link}» dẫn đến chỗ không có trong trang; sửa phần sau dấu #",
    ),
    (
        r"Doc file '(?P<page>[^']*)' contains an absolute link '(?P<link>[^']*)'.*",
        "docs/{page}: liên kết «{link}» bắt đầu bằng «/»; viết địa chỉ tính từ trang này",
    ),
    (
        r"Doc file '(?P<page>[^']*)' contains an unrecognized relative link '(?P<link>[^']*)'.*",
        "docs/{page}: liên kết «{link}» không rõ dẫn đến đâu; viết tên tệp .md",
    ),
    (
        r"A reference to '(?P<link>[^']*)' is included in the 'nav' configuration, which is not"
        r" found.*",
        "mkdocs.yml: nav: không có trang «docs/{link}»; sửa tên tệp",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _SENTENCES)


def in_vietnamese(message: str) -> str:
    """The same message in Vietnamese where its meaning is known, else as it came."""
    for pattern, words in _COMPILED:
        if found := pattern.match(message):
            return words.format(**found.groupdict())
    return message
