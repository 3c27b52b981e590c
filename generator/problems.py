"""What is wrong in a record: file, line, field, and a sentence in Vietnamese for the clerk."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

MOST_PROBLEMS = 200
"""Problems kept of one file: more than a person reads, few enough for a hostile file."""

MOST_IN_PASSING = 30
"""Warnings that a build repeats; an archive of twenty years has hundreds."""

MORE = "còn "
"""What begins a message that only counts others."""

_OF_LINE = "\0"
"""Stands for the field of a problem of which only the line is known yet."""

LONGEST_QUOTE = 60
"""Characters of a record's own text repeated in a message."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend; lines count from 1, an empty field means the file as a whole."""

    file: str
    line: int
    field: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        parts = [f"{self.file}:{self.line}"]
        if self.field:
            parts.append(self.field)
        if self.warning:
            parts.append("cảnh báo")
        return ": ".join([*parts, self.message])


class Problems:
    """Collects the problems of one file; past `MOST_PROBLEMS` errors it only counts them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._errors: set[Problem] = set()
        self._warnings: set[Problem] = set()
        self._left_out = 0

    def error(self, line: int, message: str, *, field: str = "") -> None:
        self._add(self._errors, Problem(self.file, line, field, message))

    def warn(self, line: int, message: str, *, field: str = "") -> None:
        self._add(self._warnings, Problem(self.file, line, field, message, warning=True))

    def error_in_line(self, line: int, message: str) -> None:
        """An error whose field is known by its line alone, once the file has been read."""
        self.error(line, message, field=_OF_LINE)

    def warn_in_line(self, line: int, message: str) -> None:
        self.warn(line, message, field=_OF_LINE)

    def _add(self, kept: set[Problem], problem: Problem) -> None:
        if len(kept) < MOST_PROBLEMS:
            kept.add(problem)
        elif problem not in kept:
            self._left_out += 1

    def take(self, others: "Problems", *, line: int | None = None) -> None:
        """Those of another collection too, or those of one line of it."""
        for kept, more in (
            (self._errors, others._errors),
            (self._warnings, others._warnings),
        ):
            for problem in more:
                if line in (None, problem.line):
                    self._add(kept, problem)
        self._left_out += others._left_out if line is None else 0

    def leave_out(self, count: int) -> None:
        """Others that nobody has worded."""
        self._left_out += count

    @property
    def full(self) -> bool:
        """So many errors that looking for more helps nobody."""
        return len(self._errors) >= MOST_PROBLEMS

    @property
    def has_errors(self) -> bool:
        return bool(self._errors)

    def has_error_at(self, line: int) -> bool:
        return any(problem.line == line for problem in self._errors)

    def found(self, field_of: Callable[[int], str] = lambda line: "") -> tuple[Problem, ...]:
        """Every problem in the order of the file; the last says how many were left out.

        `field_of` gives the path of the field that stands in a line.
        """
        found = sorted(
            replace(problem, field=field_of(problem.line)) if problem.field == _OF_LINE else problem
            for problem in self._errors | self._warnings
        )
        if self._left_out:
            rest = f"{MORE}ít nhất {self._left_out} chỗ nữa; hãy sửa các chỗ trên rồi kiểm tra lại"
            found.append(Problem(self.file, found[-1].line, "", rest, warning=not self.has_errors))
        return tuple(found)


def any_error(problems: Iterable[Problem]) -> bool:
    """Whether one of them is more than a warning."""
    return any(not problem.warning for problem in problems)


def first_ones(problems: Iterable[Problem]) -> Iterator[Problem]:
    """As many of one kind as a person reads; the last says that there are more.

    All are errors or all are warnings, since nobody looks at those left out.
    """
    rest = iter(problems)
    last: Problem | None = None
    for last in islice(rest, MOST_PROBLEMS):
        yield last
    if last and next(rest, None):
        words = f"{MORE}nhiều chỗ nữa như vậy; hãy sửa các chỗ trên rồi kiểm tra lại"
        yield Problem(last.file, last.line, "", words, last.warning)


def bounded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In order; of each file as many errors and as many warnings as a person reads."""
    kept: list[Problem] = []
    left_out: Counter[tuple[str, bool]] = Counter()
    counts: Counter[tuple[str, bool]] = Counter()
    for problem in sorted(set(problems)):
        kind = problem.file, problem.warning
        is_count = problem.message.startswith(MORE)
        counts[kind] += not is_count
        if counts[kind] <= MOST_PROBLEMS or is_count:
            kept.append(problem)
        else:
            left_out[kind] += 1
    for (file, warning), count in left_out.items():
        line = max(problem.line for problem in kept if problem.file == file)
        rest = f"{MORE}{count} chỗ nữa trong tệp này; hãy sửa các chỗ trên rồi kiểm tra lại"
        kept.append(Problem(file, line, "", rest, warning))
    return tuple(sorted(kept))


def in_passing(problems: Iterable[Problem]) -> Iterator[str]:
    """What a build says of the records: the last of many warnings, which are of the newest notices
    and the registers; then every error, next to where the clerk reads on.
    """
    told = list(problems)
    warnings = [problem for problem in told if problem.warning]
    if (older := len(warnings) - MOST_IN_PASSING) > 0:
        yield f"Còn {older} chỗ nên xem lại ở các bản ghi cũ hơn; «giaoban check» kể ra từng chỗ."
    yield from map(str, warnings[-MOST_IN_PASSING:])
    yield from (str(problem) for problem in told if not problem.warning)


def quoted(text: str, *, longest: int = LONGEST_QUOTE) -> str:
    """A record's words inside a message: «…», one line, shortened, nothing invisible in it."""
    shown = text if len(text) <= longest else text[: longest - 1] + "…"
    return "«" + "".join(map(_visible, shown)) + "»"


def _visible(character: str) -> str:
    if character == " ":
        return character
    if character == "\n":
        return "↵"
    if unicodedata.category(character)[0] in "CZ":
        return f"[U+{ord(character):04X}]"
    return character
