"""What a record says of quoted words: notes, corrections, italics; and quotations not found."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from operator import itemgetter

from generator.model import Correction, Note, Plain, Sureness
from generator.nearest import Choices
from generator.problems import Problem, first_ones, quoted
from generator.reading.place import At
from generator.records.marking import MOST_MARKED, Marker, Quotation
from generator.records.near_words import NearWords
from generator.records.notice_drafts import CorrectionDraft, NoteDraft, NoticeDraft
from generator.records.sought import SoughtWords
from generator.records.unsure_entries import NOTHING, Unsure


def quotations(draft: NoticeDraft) -> list[Quotation]:
    """In the order of the file's lists: italics, notes, corrections."""
    italics = [
        Quotation(words, 1, Plain.ITALIC, draft.at.field("italics", place))
        for place, words in enumerate(draft.italics)
    ]
    notes = [Quotation(note.words, _times(note), _note(note), note.at) for note in draft.notes]
    corrections = [
        Quotation(slip.printed, _times(slip), _correction(slip), slip.at)
        for slip in draft.corrections
    ]
    return [one for one in (*italics, *notes, *corrections) if one.words]


def _times(draft: NoteDraft | CorrectionDraft) -> int:
    """How often the words stand there; 0 where that could not be read."""
    return draft.times.value if draft.times else int(not draft.at.holds("times"))


def _note(draft: NoteDraft) -> Note:
    return Note(
        draft.school or None,
        draft.document,
        draft.due,
        draft.id,
        draft.place,
        draft.outside,
        draft.absent,
    )


def _correction(draft: CorrectionDraft) -> Correction:
    return Correction(draft.printed, draft.right, draft.why, draft.sure, draft.at.line)


def wrong_quotations(
    draft: NoticeDraft, schools: Collection[str], unsure: Unsure = NOTHING
) -> Iterator[Problem]:
    """Notes and corrections that cannot be meant, whatever the notice's words are.

    `schools` are the keys of those known, `unsure` those that there may be.
    """
    yield from first_ones(_unknown_schools(draft, schools, unsure))
    for note in draft.notes:
        said = (note.school, note.document, note.due, note.id, note.place, note.outside)
        if not any(said) and note.absent is None:
            yield note.at.problem(
                "ghi chú này chưa nói gì; thêm một trong: school, document, due, id, place,"
                " outside, absent"
            )
        names = [name for name in ("school", "place", "outside") if getattr(note, name)]
        if len(names) > 1:
            message = f"những chữ này không thể vừa là {' vừa là '.join(names)}; chỉ giữ một"
            yield note.at.problem(message, names[1])
    yield from _contradictions(draft.notes)
    said_of_words: list[NoteDraft | CorrectionDraft] = [*draft.notes, *draft.corrections]
    for one in said_of_words:
        if one.times and not one.times.value:
            message = "«times» là số chỗ có những chữ này, ít nhất là 1; một chỗ thì xóa dòng này"
            yield one.at.problem(message, "times")
    for slip in draft.corrections:
        if not slip.right and slip.sure is not Sureness.DOUBTFUL:
            yield slip.at.problem(
                "thiếu «right»: chữ đúng là gì? Nếu chỉ nghi ngờ, viết «sure: nghi ngờ»"
            )
        if slip.right == slip.printed and slip.at.holds("right"):
            yield slip.at.problem("«right» giống hệt «printed»; hãy sửa một bên", "right")


def _contradictions(notes: Sequence[NoteDraft]) -> Iterator[Problem]:
    """Two notes that say different things of the same words."""
    first: dict[tuple[str, str], tuple[object, NoteDraft]] = {}
    for note in notes:
        name = note.school or ("place" if note.place else "outside" if note.outside else "")
        for what, value in (("school", name), ("document", note.document), ("due", note.due)):
            if not value:
                continue
            said, other = first.setdefault((note.words, what), (value, note))
            if said != value:
                yield note.at.problem(
                    f"{quoted(note.words)} đã ghi chú khác ở dòng {other.at.line}; chỉ giữ một,"
                    " hoặc chép thêm vài chữ liền bên cạnh cho đủ phân biệt",
                    what if note.at.field(what).node is not note.at.node else "words",
                )


def _unknown_schools(
    draft: NoticeDraft, schools: Collection[str], unsure: Unsure
) -> Iterator[Problem]:
    choices = Choices(schools)
    for note in draft.notes:
        if note.school and note.school not in schools and not unsure.may_hold_key(note.school):
            near = choices.nearest(note.school)
            hint = f"có phải {quoted(near)}?" if near else "hãy thêm vào tệp ấy trước"
            message = f"không có trường mã {quoted(note.school)} trong records/schools.yml; {hint}"
            yield note.at.problem(message, "school")


def wrong_places(marker: Marker) -> Iterator[Problem]:
    """Quotations that stand nowhere, or more often than the record says, or anywhere at all."""
    if marker.are_too_many:
        most = max(zip(marker.counts, marker.quotations, strict=True), key=itemgetter(0))[1]
        message = (
            f"lời trích ở «italics», «notes», «corrections» có ở hơn {MOST_MARKED} chỗ trong thông"
            f" báo, nhiều nhất là {quoted(most.words)}; chép thêm vài chữ liền bên cạnh cho đủ"
            " phân biệt"
        )
        yield _words_of(most.at).problem(message)
        return
    yield from first_ones(_unfound(marker))


def _unfound(marker: Marker) -> Iterator[Problem]:
    near = NearWords(marker.passages, marker.lines)
    for quotation, count in zip(marker.quotations, marker.counts, strict=True):
        if count == quotation.times or (count and not quotation.times):
            continue
        if count == 0:
            hint = near.hint(quotation.words)
            message = f"{quoted(quotation.words)} không có trong thông báo; {hint}"
        elif quotation.times == 1:
            message = (
                f"{quoted(quotation.words)} có ở {count} chỗ; chép thêm vài chữ liền bên cạnh cho"
                f" đủ phân biệt, hoặc ghi «times: {count}» nếu nói về cả {count} chỗ"
            )
        else:
            message = (
                f"{quoted(quotation.words)} có ở {count} chỗ, không phải {quotation.times};"
                f" nếu đúng là {count} chỗ thì ghi «times: {count}»"
            )
        at = _words_of(quotation.at)
        yield at.problem(message)


def _words_of(at: At) -> At:
    for name in ("printed", "words"):
        if at.field(name).node is not at.node:
            return at.field(name)
    return at


def clashing_corrections(marker: Marker, draft: NoticeDraft) -> Iterator[Problem]:
    """Corrections that change the same words, told at the later of two."""
    told: set[tuple[int, int]] = set()
    for first, second, words in _overlaps(marker) if marker.clashes else ():
        if (first, second) in told:
            continue
        told.add((first, second))
        above, below = marker.quotations[first].at, marker.quotations[second].at
        message = (
            f"chỗ hiệu đính này chồng lên chỗ ở dòng {above.line}: hai bên cùng sửa"
            f" {quoted(words)}; gộp lại làm một"
        )
        yield below.problem(message, "printed")
    for line, path, words in () if told else marker.clashes:
        message = f"hai chỗ hiệu đính chồng lên nhau ở {quoted(words)}; gộp lại làm một"
        yield Problem(draft.at.file, line, path, message)


_MOST_OVER = 20
"""Corrections held against one that begins before them."""


def _overlaps(marker: Marker) -> Iterator[tuple[int, int, str]]:
    """The places of two corrections, and words that both would change."""
    certain: dict[str, list[int]] = defaultdict(list)
    for place, quotation in enumerate(marker.quotations):
        what = quotation.what
        if isinstance(what, Correction) and what.sure is not Sureness.DOUBTFUL:
            certain[quotation.words].append(place)
    sought = SoughtWords(certain)
    for passage in marker.passages:
        standing = sorted(
            (start, start + len(words), place)
            for words, starts in (sought.occurrences(passage) or {}).items()
            for start in starts
            for place in certain[words]
        )
        for n, (start, end, place) in enumerate(standing):
            later = standing[n + 1 : n + 1 + _MOST_OVER]
            for _, last, other in (one for one in later if one[0] < end):
                first, second = sorted((place, other))
                both = Marker((marker.quotations[first], marker.quotations[second]), 0)
                both.prose(passage[start : max(end, last)], 0, "")
                for _, _, words in both.clashes[:1]:
                    yield first, second, words
