"""What is looked for in a notice beside building it: each kind in a module of its own, all here."""

from collections.abc import Iterator

from generator.model import Month, Notice
from generator.problems import Problem, first_ones
from generator.records.deadlines import untold_deadlines
from generator.records.footnotes import wrong_footnotes
from generator.records.half_pasted import cut_texts, lost_titles
from generator.records.impossible_days import impossible_days
from generator.records.impossible_years import impossible_years
from generator.records.joined_lines import joined_lines
from generator.records.marking import Marker
from generator.records.notice_drafts import NoticeDraft
from generator.records.notice_months import unlikely_months
from generator.records.notice_slips import joined_endings, lost_bullets
from generator.records.quotations import clashing_corrections, wrong_places
from generator.records.quotes_around import quotes_around
from generator.records.said_twice import said_twice, titles_twice
from generator.records.unpaired_quotes import unpaired_quotes


def problems_of_values(draft: NoticeDraft, month: Month) -> Iterator[Problem]:
    """What a value or a line shows by itself; `month` is the file's."""
    of_lines = [*lost_bullets(draft), *joined_endings(draft)]
    yield from of_lines
    known = {problem.line for problem in of_lines}
    yield from first_ones(one for one in joined_lines(draft) if one.line not in known)
    yield from unlikely_months(draft, month)
    for told in (
        unpaired_quotes(draft),
        quotes_around(draft),
        impossible_days(draft),
        impossible_years(draft, month.year),
        titles_twice(draft),
        cut_texts(draft),
    ):
        yield from first_ones(told)


def problems_of_places(draft: NoticeDraft) -> Iterator[Problem]:
    """What is some only if nothing is lacking at its own place."""
    yield from first_ones(lost_titles(draft))


def problems_of_words(marker: Marker, draft: NoticeDraft, notice: Notice) -> Iterator[Problem]:
    """What is some only if no words of the notice are lacking."""
    yield from wrong_places(marker)
    yield from untold_deadlines(marker, draft, notice)
    yield from wrong_footnotes(marker, draft, notice)
    for told in (clashing_corrections(marker, draft), said_twice(marker.passages, notice)):
        yield from first_ones(told)
