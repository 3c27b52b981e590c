"""Sections of which a part may be gone: a title that the others have."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.notice_drafts import NoticeDraft

_FEWEST_TITLED = 2


def lost_titles(draft: NoticeDraft) -> Iterator[Problem]:
    """A warning at the one section of a part without a title, where some others have theirs."""
    for part in draft.parts:
        untitled = [one for one in part.sections if not one.at.holds("title")]
        if len(untitled) == 1 and len(part.sections) > _FEWEST_TITLED:
            message = (
                "mục này không có tiêu đề mà mọi mục khác của phần đều có; bản in có thì thêm dòng"
                " «title: …» vào đầu mục, không có thì cứ để nguyên"
            )
            yield untitled[0].at.problem(message, warning=True)
