"""argparse in Vietnamese."""

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from typing import NoReturn

_ERRORS = (
    (r"the following arguments are required: (.*)", r"còn thiếu: \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
    (r"argument ([^:]*): invalid choice: (\S+) \(choose from (.*)\)", r"\1: không có \2; có: \3"),
    (r"argument ([^:]*): expected (?:one|at least one) argument", r"\1: cần một giá trị đi kèm"),
    (r"argument ([^:]*): ignored explicit argument (.*)", r"\1: không nhận giá trị \2"),
    (r"argument ([^:]*): (.*)", r"\1: \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 có thể là \2; viết đủ tên"),
)


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        shown = "Cách dùng: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, shown)


class Parser(argparse.ArgumentParser):
    """Help and errors as the clerk reads them; a wrong call exits with 2."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog, description=description, add_help=False, formatter_class=_Formatter)
        self._positionals.title = "Phải có"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in trợ giúp này rồi thôi")

    def error(self, message: str) -> NoReturn:
        for pattern, words in _ERRORS:
            if re.fullmatch(pattern, message, re.DOTALL):
                message = re.sub(pattern, words, message, flags=re.DOTALL)
                break
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\n")


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"«{text}» không phải là ngày, dạng 2021-12-02") from None
