"""Which month a part is of: results of the month before the notice's, tasks of its own."""

import re
from collections.abc import Iterator

from generator.model import Month
from generator.problems import Problem, quoted
from generator.records.named_months import is_month, later, month_near, months_named
from generator.records.notice_drafts import NoticeDraft, PartDraft

_RESULTS = ("kết quả", "đánh giá", "kiểm điểm")
_TASKS = ("nhiệm vụ", "phương hướng", "trọng tâm", "triển khai")
_CARRIED_OUT = re.compile(r"thực hiện\s+(?:các\s+)?nhiệm vụ(?:\s+trọng tâm)?")
"""`KẾT QUẢ THỰC HIỆN NHIỆM VỤ` are results alone."""


def wrong_part_months(part: PartDraft, month: Month) -> Iterator[Problem]:
    """Tasks are of the notice's month, results of the month before it."""
    named = months_named(part.title)
    for name, of, usual in (
        ("results_of", part.results_of, (-1, 0)),
        ("tasks_for", part.tasks_for, (0, 1)),
    ):
        if of is None:
            continue
        months = [later(month, by) for by in usual]
        meant = [one for one in months if any(is_month(one, *other) for other in named)]
        if named and not any(is_month(of, *one) for one in named):
            check = "kiểm tra lại năm, tháng"
            if meant:
                check = _is_it(name, meant[0])
            elif of in months:
                check = f"«{name}» hợp với tên tệp, kiểm tra lại tháng ở tiêu đề"
            message = f"ghi tháng {of}, mà tiêu đề phần viết {quoted(part.title)}; {check}"
            yield part.at.problem(message, name, warning=True)
        elif of not in months:
            check = "kiểm tra lại năm, tháng"
            if meant or not named:
                check = _is_it(name, [*meant, *months][0])
            message = f"ghi tháng {of}, trong thông báo của tháng {month}; {check}"
            yield part.at.problem(message, name, warning=True)


def missing_parts(draft: NoticeDraft, month: Month) -> Iterator[Problem]:
    """Results or tasks that the opening speaks of, and no part is of: what opens it may be gone."""
    if any(not part.at.holds("results_of") | part.at.holds("tasks_for") for part in draft.parts):
        return
    for name, what, usual in (
        ("results_of", "kết quả", later(month, -1)),
        ("tasks_for", "nhiệm vụ", month),
    ):
        is_promised = what in draft.opening.text.lower()
        if is_promised and not any(part.at.holds(name) for part in draft.parts):
            message = (
                f"phần mở đầu nói đến {what} mà không phần nào có «{name}:»; bản in có phần"
                f" {what} thì ngay trên các mục của phần ấy viết ba dòng «- title: …»,"
                f" «{name}: {usual.iso}», «sections:», không có thì cứ để nguyên"
            )
            yield draft.at.problem(message, "parts", warning=True)


def part_of_no_month(part: PartDraft, month: Month) -> Problem:
    """What to write in a part that is of no month, or to delete in one of two; `month` is the
    file's.
    """
    if part.results_of and part.tasks_for:
        return part.at.problem(_of_two(part.title, part.results_of, part.tasks_for))
    results, tasks = later(month, -1), month
    if named_in_title := months_named(part.title):
        results = tasks = month_near(month, *named_in_title[0])
    return part.at.problem(
        f"phần này nói về tháng nào? Ghi một trong hai: «results_of: {results.iso}» nếu là kết quả"
        f" tháng {results}, «tasks_for: {tasks.iso}» nếu là nhiệm vụ tháng {tasks}"
    )


def _of_two(title: str, results_of: Month, tasks_for: Month) -> str:
    results, tasks = f"«results_of: {results_of.iso}»", f"«tasks_for: {tasks_for.iso}»"
    written = f"phần này ghi cả {results} và {tasks}, chỉ được ghi một"
    said = _CARRIED_OUT.sub("", title.lower())
    are_results, are_tasks = (any(word in said for word in words) for words in (_RESULTS, _TASKS))
    if are_results != are_tasks:
        wrong = tasks if are_results else results
        return f"{written}; tiêu đề là {quoted(title)} thì xóa dòng {wrong}"
    return f"{written}; là phần kết quả thì xóa dòng {tasks}, là phần nhiệm vụ thì xóa {results}"


def _is_it(name: str, month: Month) -> str:
    return f"có phải «{name}: {month.iso}»?"
