"""People whom a notice names as absent in its words while `absent` doesn't list them.

What the words alone say can't be hidden for sure, so a public site waits for the list.
"""

from collections.abc import Iterable, Iterator

from generator.graph.absent_words import MASK, MOST_BELOW, named_absent
from generator.graph.private_facts import distinctive, names_of_absent
from generator.graph.private_words import PrivateWords, Span
from generator.graph.titled_names import TitledNames
from generator.model import Archive, Attendance, Notice, Plain
from generator.problems import Problem, quoted


def problems(archive: Archive) -> Iterator[Problem]:
    """An error for each group, and each passage of the opening, that names an unlisted person."""
    for notice in archive.notices:
        yield from _in_opening(notice)
        for place, group in enumerate(notice.attendance):
            for words, name in named_absent(_without_listed(group)):
                message = (
                    f"{quoted(words)} nêu người vắng mà «absent» chưa ghi, nên bản công khai"
                    f" sẽ để lộ; ghi «absent: [{{name: {name}}}]», thêm «role», «reason» nếu"
                    " có, chép đúng như bản in (không có tên thì ghi chức vụ ở «name»)"
                )
                yield Problem(notice.file, group.line, f"attendance[{place}].absent", message)
                break


def _in_opening(notice: Notice) -> Iterator[Problem]:
    opening = [passage for passage in notice.passages() if passage.path.startswith("opening")]
    listed, titled = PrivateWords(distinctive(notice)), TitledNames(names_of_absent(notice))
    texts = [
        _masked(text, (*listed.spans(text), *titled.spans(text)))
        for text in (passage.prose.text for passage in opening)
    ]
    for place, passage in enumerate(opening):
        following = texts[place : place + 1 + MOST_BELOW]
        for words, name in named_absent(following, only_first=True, is_sure=False):
            message = (
                f"{quoted(words)} nêu người vắng ở lời mở đầu, nên bản công khai sẽ để lộ; chuyển"
                " câu ấy vào «text» của một nhóm ở «attendance», và ghi"
                f" «absent: [{{name: {name}}}]» cho nhóm ấy"
            )
            yield Problem(notice.file, passage.line, passage.path, message)
            break


def _without_listed(group: Attendance) -> list[str]:
    return [
        _masked(prose.text, ((m.start, m.end) for m in prose.marks if m.what is Plain.PRIVATE))
        for prose in group.proses()
    ]


def _masked(text: str, runs: Iterable[Span]) -> str:
    for start, end in runs:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text
