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
        "{config}: nav: không có trang «docs/{link}»; sửa tên tệp",
    ),
    (
        r"Config value 'docs_dir': The path '(?P<path>[^']*)' isn't an existing directory.*",
        "{config}: docs_dir: không có thư mục «{path}»; lấy lại từ git, hoặc tạo thư mục trống"
        " tên ấy",
    ),
    (
        r"Config value 'site_url': .*",
        "{config}: site_url: phải là địa chỉ đủ «https://…/», hoặc để trống: ''",
    ),
    (
        r"Config value '(?P<name>[^']*)': Unrecognised configuration name.*",
        "{config}: {name}: MkDocs không có mục này; sửa tên mục, hoặc bỏ đi",
    ),
    (
        r"Config value '(?P<name>[^']*)': (?P<why>.*)",
        "{config}: {name}: MkDocs không nhận giá trị này; so với bản trước trong git rồi sửa lại"
        " ({why})",
    ),
    (
        r"MkDocs encountered an error parsing the configuration file: unacceptable character.*",
        "{config}: tệp không phải UTF-8; hãy lưu lại với bảng mã UTF-8 (Notepad: Lưu như, Mã hóa:"
        " UTF-8)",
    ),
    (
        r"MkDocs encountered an error parsing the configuration file: .*?, line (?P<line>\d+),"
        r" column \d+[^,]*",
        "{config}:{line}: sai cú pháp YAML ở dòng này hay ngay trên nó; so với bản trước trong"
        " git rồi sửa lại",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _SENTENCES)


class Unconfigured(Exception):
    """The configuration cannot be read; says so to the clerk, a line a fault."""


def in_vietnamese(message: str, config: str = "mkdocs.yml") -> str:
    """The same message in Vietnamese where its meaning is known, else as it came; `config` is the
    name of the configuration's file.
    """
    for pattern, words in _COMPILED:
        if found := pattern.fullmatch(message):
            return words.format(config=config, **found.groupdict())
    return message
