"""One invented notice: its words, what they name, and the slips in them, as a record's lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from random import Random

from benchmarks import people
from benchmarks.documents import NORMATIVE, SERIES, Issued, Offices, first_mention, later_mention
from benchmarks.phrases import Speaker
from benchmarks.registers import FIELDS, SCHOOLS, WARDS, Field, School
from benchmarks.slips import Passages
from benchmarks.yaml_text import block, inline

_LEVELS = {"MN": "mầm non", "TH": "tiểu học", "THCS": "THCS", "TH&THCS": "TH&THCS"}
_ITEMS_A_FIELD = 3, 7
_TASKS = 9, 11


@dataclass(slots=True)
class Section:
    lines: list[str]
    title: str = ""
    figures: list[str] = field(default_factory=list)


class Author:
    """Writes the notice of one month; `met` is the day of the meeting."""

    def __init__(self, offices: Offices, random: Random, met: date) -> None:
        self.offices = offices
        self.random = random
        self.met = met
        self.before = met.replace(day=1) - timedelta(days=1)
        self.level = ""
        self.new: list[Issued] = []
        start = met.year if met.month >= 9 else met.year - 1
        draw, pick = random.randrange, random.choice
        self.speaker = Speaker(
            random,
            {
                "named": lambda: _called(pick(SCHOOLS), random),
                "series": self._series,
                "barelist": self._bare_list,
                "level": lambda: _LEVELS[pick(list(_LEVELS))],
                "ward": lambda: pick(WARDS),
                "ratio": self._ratio,
                "count": lambda: str(pick((12, 45, 82, 128, 236, 315)) + draw(40)),
                "small": lambda: f"{2 + draw(9):02}",
                "percent": lambda: f"{80 + draw(20)},{1 + draw(9)}%",
                "money": lambda: f"{12 + draw(80)}.{100 + draw(900)}.000",
                "date": lambda: f"{self._day():%d/%m/%Y}",
                "day": lambda: f"{1 + draw(9):02}",
                "month": lambda: f"{met.month}/{met.year}",
                "year": lambda: str(met.year),
                "quarter": lambda: pick(("I", "II", "III", "IV")),
                "schoolyear": lambda: f"{start}-{start + 1}",
                "week": lambda: str(1 + draw(35)),
                "grade": lambda: str(1 + draw(9)),
                "age": lambda: str(3 + draw(3)),
                "level12": lambda: pick(("1", "2")),
                "old": self._earlier,
                "same": lambda: later_mention(self.new[-1], random),
            },
        )

    def _day(self) -> date:
        return self.met + timedelta(days=self.random.randrange(3, 26))

    def _ratio(self) -> str:
        whole = self.random.choice((15, 24, 39, 44))
        return f"{whole - self.random.randrange(6)}/{whole}"

    def _earlier(self) -> str:
        if not self.offices.issued:
            day = self.before - timedelta(days=30)
            self.offices.issue(SERIES[0], day, "nhiệm vụ năm học")
        return later_mention(self.offices.earlier(), self.random)

    def _some(self, level: str) -> list[str]:
        names = [school.name for school in SCHOOLS if school.level == level]
        start = self.random.randrange(len(names) - 2)
        return names[start : start + self.random.randrange(2, 5)]

    def _series(self) -> str:
        """`trường MN Hoa Sen, Hoa Mai`: the level is said once."""
        level = self.level or self.random.choice(tuple(_LEVELS))
        word = self.random.choice(("trường", "các trường"))
        return f"{word} {level} {', '.join(self._some(level))}"

    def _bare_list(self) -> str:
        """`các trường Đông Sơn, Tân Mai`: the level is the section's, or has to be said."""
        return f"các trường {', '.join(self._some(self.level))}" if self.level else self._series()

    def _issue(self, speaker: Speaker) -> str:
        place = len(self.new)
        series = SERIES[place] if place < len(SERIES) else self.random.choice(NORMATIVE)
        day = self.before - timedelta(days=self.random.randrange(28))
        document = self.offices.issue(series, day, speaker.say("subject"))
        self.new.append(document)
        return first_mention(document, self.random)

    def results(self) -> Iterator[Section]:
        for of in FIELDS:
            self.level = of.level
            speaker = self.speaker.of(of.rule)
            speaker.fillers = {**speaker.fillers, "new": partial(self._issue, speaker)}
            section = Section([], of.name)
            if of.rule == "thanh-tra":
                section.lines, section.figures = self._inspected()
            else:
                if of.level:
                    section.lines, section.figures = self._counts(of)
                section.lines += self._items(speaker)
            yield section
        self.level = ""
        general = [self.speaker.of(of.rule).sentence("general") for of in FIELDS[:3]]
        yield Section("\n\n".join(general).split("\n"), "Đánh giá chung")

    def _items(self, speaker: Speaker) -> Iterator[str]:
        count = self.random.randint(*_ITEMS_A_FIELD)
        cites = self.random.randrange(count)
        for place in range(count):
            if place == cites:
                rule = "cites-two" if self.random.random() < 0.2 else "cites"
                words = speaker.sentence(rule)
                if self.random.random() < 0.5:
                    words += f" {speaker.sentence('again')}"
            else:
                words = self._sentences(speaker, "result")
            yield f"- {words}"
            if self.random.random() < 0.08:
                for _ in range(2):
                    yield f"+ {self._sentences(speaker, 'result')}"

    def _sentences(self, speaker: Speaker, rule: str) -> str:
        found = [speaker.sentence(rule)]
        while self.random.random() < 0.3:
            found.append(speaker.sentence(rule))
        return " ".join(found)

    def _counts(self, of: Field) -> tuple[list[str], list[str]]:
        noun = "trẻ" if of.level == "MN" else "học sinh"
        classes = 180 + self.random.randrange(150)
        heads = f"{6 + self.random.randrange(7)}.{self.random.randrange(1000):03}"
        first, second = f"Tổng số lớp: {classes}", f"Tổng số {noun}: {heads}"
        line = f"{first}; {second} (so với tháng {self.before.month}/{self.before.year})."
        figures = [
            _figure("Số lớp", str(classes), "lớp", of.level, first),
            _figure(f"Số {noun}", heads, noun, of.level, second),
        ]
        return [line, ""], figures

    def _inspected(self) -> tuple[list[str], list[str]]:
        count = self.random.randint(3, 6)
        start = self.random.randrange(len(SCHOOLS))
        chosen = [SCHOOLS[(start + step * 7) % len(SCHOOLS)] for step in range(count)]
        first = f"kiểm tra {count:02} trường học"
        listed = ", ".join(map(str, chosen))
        words = f"Trong tháng, Phòng GD&ĐT đã {first} (gồm: {listed}), có thông báo kết quả."
        figure = _figure("Trường được kiểm tra", f"{count:02}", "trường", "", first)
        return [words], [figure[:-1] + ", count: schools}"]

    def tasks(self) -> Iterator[Section]:
        for _ in range(self.random.randint(*_TASKS)):
            of = self.random.choice(FIELDS)
            speaker = self.speaker.of(of.rule)
            yield Section([" ".join([self._sentences(speaker, "task"), speaker.sentence("task")])])

    def record(self, notice_number: str) -> Iterator[str]:
        """The lines of the record's file."""
        met, before = self.met, self.before
        results, tasks = list(self.results()), list(self.tasks())
        footnotes = [self.speaker.of("trung-hoc").sentence("note")] * (self.random.random() < 0.5)
        passages = Passages([s.lines for s in (*results, *tasks)], self.random)
        if footnotes:
            passages.call_footnote(len(results))
        notes, corrections = passages.due(), passages.slips()
        month, last = f"{met.month}/{met.year}", f"{before.month} năm {before.year}"
        now = f"{met.month} năm {met.year}"
        yield f"title: Kết luận Hội nghị giao ban Hiệu trưởng các trường học tháng {month}"
        if notice_number:
            yield f"number: {notice_number}"
            yield f"issued: {(met + timedelta(days=3)).isoformat()}"
        yield f"met: {met.isoformat()}"
        yield "opening: |"
        yield (
            f"  Ngày {met:%d/%m/%Y}, Phòng GD&ĐT Vân Hải tổ chức Hội nghị giao ban với Hiệu"
            f" trưởng các trường học trực thuộc, đánh giá kết quả tháng {last} và triển khai"
            f" nhiệm vụ trọng tâm tháng {now}."
        )
        yield from people.attendance(self.random, len(SCHOOLS))
        yield "ruling: |"
        yield "  Sau khi nghe các ý kiến thảo luận, đồng chí Trưởng phòng GD&ĐT kết luận như sau:"
        yield "parts:"
        yield f"  - title: ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG {last.upper()}"
        yield f"    results_of: {before:%Y-%m}"
        yield from _sections(results)
        yield f"  - title: PHƯƠNG HƯỚNG, NHIỆM VỤ CÔNG TÁC THÁNG {now.upper()}"
        yield f"    tasks_for: {met:%Y-%m}"
        yield from _sections(tasks)
        yield "closing: |"
        yield (
            f"  Trên đây là kết quả thực hiện nhiệm vụ tháng {last}, nhiệm vụ trọng tâm tháng"
            f" {now}. Phòng GD&ĐT yêu cầu các trường nghiêm túc triển khai; có vướng mắc"
            " thì báo cáo Lãnh đạo Phòng để phối hợp giải quyết./."
        )
        yield from people.RECIPIENTS
        yield from people.signature(met)
        if footnotes:
            yield "footnotes:"
            yield "  - |"
            yield from block(footnotes, 4)
        yield from notes
        yield from corrections


def _figure(what: str, value: str, unit: str, level: str, words: str) -> str:
    of = f", level: {level}" if level else ""
    return f"{{what: {what}, value: {value}, unit: {unit}{of}, words: {inline(words)}}}"


def _sections(sections: list[Section]) -> Iterator[str]:
    yield "    sections:"
    for section in sections:
        start = "      - "
        if section.title:
            yield f"{start}title: {inline(section.title)}"
            start = "        "
        if section.figures:
            yield "        figures:"
            yield from (f"          - {figure}" for figure in section.figures)
        yield f"{start}text: |"
        yield from block(section.lines, 10)


def _called(school: School, random: Random) -> str:
    """`THCS Chu Văn An`, and what else people write before the name."""
    chance = random.random()
    if chance < 0.6 or school.level == "TH&THCS":
        return f"{school.level} {school.name}"
    if chance < 0.8 and school.level != "THCS":
        return f"{_LEVELS[school.level].capitalize()} {school.name}"
    return f"trường {school}" if chance > 0.9 else str(school)
