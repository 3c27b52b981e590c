"""A notice's footnotes against the marks in its words: none missing, twice, lost or misplaced."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model import FootnoteMark, Notice
from generator.problems import Problem, quoted
from generator.records.marking import Marker, footnote_mark
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_slips import digits_for_marks

_MOST_PLACES = 3


def _where(number: int, places: Sequence[tuple[int, str]]) -> str:
    """Where a footnote's mark may have become a digit, or what to do where nothing shows it."""
    if not places:
        return "đặt vào như bản in"
    mark = footnote_mark(number)
    listed = ", hay ".join(
        f"{quoted(words)} ở dòng {line} là {quoted(words.removesuffix(str(number)) + mark)}"
        for line, words in places[:_MOST_PLACES]
    )
    return f"có phải {listed}?"


def wrong_footnotes(marker: Marker, draft: NoticeDraft, notice: Notice) -> Iterator[Problem]:
    """Footnotes without their mark or out of order, marks without a footnote or lost."""
    yield from _unmarked(marker, draft)
    yield from _out_of_order(draft, notice)
    for line, path, mark in dict.fromkeys(marker.unknown_footnotes):
        message = (
            f"có dấu {quoted(mark)} mà «footnotes» không có chú thích ấy; là chú thích thì thêm"
            " vào, là số mũ (x², CO²) thì cứ để nguyên"
        )
        yield Problem(draft.at.file, line, path, message, warning=True)
    for line, path, mark in dict.fromkeys(marker.lost_footnotes):
        message = f"chỗ hiệu đính làm mất dấu chú thích {quoted(mark)}; giữ dấu ấy trong «right»"
        yield Problem(draft.at.file, line, path, message)


def _unmarked(marker: Marker, draft: NoticeDraft) -> Iterator[Problem]:
    """Footnotes that begin with their mark, or whose mark does not stand once in the words."""
    lost = any(count != 1 for count in marker.footnote_marks)
    places = digits_for_marks(draft) if lost else {}
    begun = {
        number
        for number, words in enumerate(draft.footnotes, start=1)
        if words.text.startswith(footnote_mark(number))
    }
    for number in sorted(begun):
        message = f"bỏ dấu {quoted(footnote_mark(number))} ở đầu chú thích: máy tự in dấu ấy"
        yield draft.at.problem(message, "footnotes", number - 1)
    for number, count in enumerate(marker.footnote_marks, start=1):
        count -= number in begun
        if count != 1:
            mark = quoted(footnote_mark(number))
            where = _where(number, places.get(number, ()))
            message = (
                f"dấu {mark} của chú thích này có ở {count} chỗ trong lời văn; chỉ để lại một"
                if count
                else f"trong lời văn chưa có dấu {mark} của chú thích này; {where}"
            )
            yield draft.at.problem(message, "footnotes", number - 1)


def _out_of_order(draft: NoticeDraft, notice: Notice) -> Iterator[Problem]:
    """The fewest footnotes without which the marks stand in the order of the list."""
    marked = [
        mark.what.number
        for passage in notice.all_passages()
        if not passage.path.startswith("footnotes")
        for mark in passage.prose.marks
        if isinstance(mark.what, FootnoteMark)
    ]
    times = Counter(marked)
    marked = [number for number in marked if times[number] == 1]
    ordered = _longest_rise(marked)
    passed = 0
    for number in marked:
        if passed < len(ordered) and number == ordered[passed]:
            passed += 1
            continue
        is_late = passed > 0 and ordered[passed - 1] > number
        other = ordered[passed - 1] if is_late else ordered[passed]
        message = (
            f"dấu {quoted(footnote_mark(number))} của chú thích này đứng"
            f" {'sau' if is_late else 'trước'} dấu {quoted(footnote_mark(other))} trong lời văn;"
            " kiểm tra lại hai dấu, và xếp các chú thích theo thứ tự của dấu"
        )
        yield draft.at.problem(message, "footnotes", number - 1, warning=True)


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """The longest run of numbers, others between them left out, of which each is above the last."""
    ends: list[int] = []
    below: dict[int, int] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        below[number] = ends[length - 1] if length else 0
    rise: list[int] = []
    number = ends[-1] if ends else 0
    while number:
        rise.append(number)
        number = below[number]
    return rise[::-1]
