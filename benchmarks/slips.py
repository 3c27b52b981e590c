"""What a clerk notes of a notice's words: slips put right, due dates, a footnote's call."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

_SLIPS = (
    ("hoàn thành", "hoàn hành"), ("tuyên truyền", "tuyên tuyền"), ("nghiêm túc", "nghiên túc"),
    ("kế hoạch", "kết hoạch"), ("chất lượng", "chất lương"), ("giáo viên", "giáo vên"),
    ("chuyên môn", "chuyên mon"), ("học sinh", "hoc sinh"), ("rà soát", "rà sát"),
)  # fmt: skip
_DUE = re.compile(r"(?:[^\s;.,/]+ ){4,7}trước ngày (\d\d)/(\d\d)/(\d{4})(?=[;.])")
_SLIPS_A_NOTICE = 6
_DUE_A_NOTICE = 4


class Passages:
    """The lines of all sections; a line is touched once at most."""

    def __init__(self, sections: Sequence[list[str]], random: Random) -> None:
        self.sections = sections
        self.random = random
        self.touched: set[tuple[int, int]] = set()

    def _all(self) -> list[tuple[int, int]]:
        return [
            (i, j)
            for i, lines in enumerate(self.sections)
            for j, line in enumerate(lines)
            if len(line) > 80 and (i, j) not in self.touched
        ]

    def _stands_once(self, words: str) -> bool:
        return sum(line.count(words) for lines in self.sections for line in lines) == 1

    def call_footnote(self, first_task: int) -> None:
        """Put the mark `¹` at the end of a task."""
        tasks = [place for place in self._all() if place[0] >= first_task]
        i, j = self.random.choice(tasks)
        self.sections[i][j] = self.sections[i][j].rstrip(".") + "¹."
        self.touched.add((i, j))

    def due(self) -> Iterator[str]:
        found: list[tuple[str, date]] = []
        for i, j in self._all():
            match = _DUE.search(self.sections[i][j])
            if match and self._stands_once(match[0]) and len(found) < _DUE_A_NOTICE:
                self.touched.add((i, j))
                found.append((match[0], date(*(int(match[n]) for n in (3, 2, 1)))))
        return _noted("notes", ((("words", w), ("due", d.isoformat())) for w, d in found))

    def slips(self) -> Iterator[str]:
        found = []
        for _ in range(_SLIPS_A_NOTICE):
            i, j = self.random.choice(self._all())
            right, printed = self.random.choice(_SLIPS)
            line = self.sections[i][j]
            around = re.search(rf"(?:[^\s;.,]+ ){{1,2}}{right}(?: [^\s;.,]+){{0,2}}", line)
            if not around or not around[0][0].isalpha():
                continue
            wrong = around[0].replace(right, printed, 1)
            self.sections[i][j] = line[: around.start()] + wrong + line[around.end() :]
            self.touched.add((i, j))
            if not self._stands_once(wrong):
                self.sections[i][j] = line
                continue
            found.append((wrong, around[0], f"Chỗ khác viết “{right}”."))
        return _noted(
            "corrections",
            (
                (("printed", printed), ("right", right), ("why", why), ("sure", "chắc chắn"))
                for printed, right, why in found
            ),
        )


def _noted(field: str, entries: Iterator[tuple[tuple[str, str], ...]]) -> Iterator[str]:
    lines = [
        f"{'  - ' if place == 0 else '    '}{name}: {_safe(value, name)}"
        for entry in entries
        for place, (name, value) in enumerate(entry)
    ]
    return iter([f"{field}:", *lines] if lines else [])


def _safe(value: str, name: str) -> str:
    return value if name in ("due", "sure") else "'" + value.replace("'", "''") + "'"
