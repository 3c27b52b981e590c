"""What falls due on the home page, by the reader's own day; which searches it offers."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import urls
from generator.graph.indexes import Graph
from generator.model import Paragraph, Passage, Prose
from generator.pages.home import _examples, _tasks, home_page
from generator.pages.page import Links

DUE_SCRIPT = Path("generator/theme/assets/scripts/due.js")
NONE_AHEAD = "Mọi hạn ghi dưới đây đều đã qua."
HIDDEN = f'{NONE_AHEAD}\n{{: .note .none-ahead hidden="hidden" }}'


@pytest.mark.parametrize(
    ("today", "lies_ahead"),
    [(date(2022, 3, 1), True), (date(2022, 3, 15), True), (date(2022, 3, 16), False)],
)
def test_that_nothing_lies_ahead_is_said(graph: Graph, today: date, lies_ahead: bool) -> None:
    text = home_page(graph, today).text
    assert NONE_AHEAD in text
    assert (HIDDEN in text) is lies_ahead


def test_where_nothing_ever_falls_due_nothing_else_is_said(graph: Graph) -> None:
    text = home_page(replace(graph, due=()), date(2022, 3, 1)).text
    assert "Chưa có việc nào ghi hạn cụ thể." in text
    assert NONE_AHEAD not in text


def test_searches_offered_are_of_fields_of_work(graph: Graph) -> None:
    archive = replace(graph.archive, notices=graph.archive.notices[:1])
    offered = home_page(replace(graph, archive=archive), date(2022, 3, 1)).text
    assert "[Công tác kiểm tra](tra-cuu.md?q=" in offered
    assert "[Đánh giá chung](tra-cuu.md?q=" not in offered


@pytest.mark.parametrize(
    ("title", "offered"),
    [
        ("Công tác thanh - kiểm tra", "Công tác thanh - kiểm tra"),
        ("Công tác thi đua, khen thưởng", "Công tác thi đua, khen thưởng"),
        ("Công tác phòng và chống thiên tai", "Công tác phòng và chống thiên tai"),
        ("Công tác kiểm định chất lượng giáo dục, phổ cập, xóa mù chữ", ""),
    ],
)
def test_a_title_is_offered_whole_or_not_at_all(graph: Graph, title: str, offered: str) -> None:
    newest = next(
        n for n in graph.newest if n.results and any(s.topics for s in n.results.sections)
    )
    assert newest.results
    fields = {key for key, entry in graph.topics.items() if entry.topic.is_field}
    section = next(s for s in newest.results.sections if s.title and fields & {*s.topics})
    assert section.title
    named = replace(section, title=replace(section.title, text=title))
    results = replace(newest.results, sections=(named,))
    notice = replace(
        newest, parts=tuple(results if part is newest.results else part for part in newest.parts)
    )
    assert _examples(graph, notice)[2:] == ([offered] if offered else [])


PLACES = "Duy trì sĩ số; làm tốt công tác huy động trẻ ra lớp đối với bậc mầm non"
LONG = f"{PLACES}, nhất là ở các trường vùng sâu, vùng xa và các điểm trường lẻ"


@pytest.mark.parametrize(
    ("words", "blocks", "shown"),
    [
        ("Tổ chức kỳ thi.", 1, "Tổ chức kỳ thi"),
        ("Tổ chức kỳ thi. Chỉ đạo các trường.", 1, "Tổ chức kỳ thi …"),
        ("Tổ chức kỳ thi:", 2, "Tổ chức kỳ thi: …"),
        (f"{PLACES}.", 1, PLACES),
        (f"{LONG}.", 1, "Duy trì sĩ số …"),
        (f"{LONG}. Chỉ đạo các trường.", 1, "Duy trì sĩ số …"),
    ],
)
def test_what_is_left_out_of_a_task_is_told(
    graph: Graph, words: str, blocks: int, shown: str
) -> None:
    notice = next(notice for notice in graph.newest if notice.tasks)
    assert notice.tasks
    block = Paragraph(Prose(words), 1)
    section = replace(notice.tasks.sections[0], title=None, blocks=(block,) * blocks)
    tasks = replace(notice.tasks, sections=(section,))
    passage = Passage(block.prose, section.anchor, section.label, "", 1)
    told = replace(graph.readings[notice.id][0], passage=passage)
    parts = tuple(tasks if part is notice.tasks else part for part in notice.parts)
    changed = replace(graph, readings={notice.id: (told,)})
    [task] = _tasks(changed, replace(notice, parts=parts), Links(urls.HOME))
    assert task.words == shown


@pytest.mark.browser
@pytest.mark.parametrize("built_with_it", [True, False])
@pytest.mark.parametrize(
    ("day", "shown", "word"),
    [(14, False, "Còn 1 ngày"), (15, False, "Hạn hôm nay"), (16, True, "Quá hạn 1 ngày")],
)
def test_the_readers_own_day_decides(
    browser: Browser, built_with_it: bool, day: int, shown: bool, word: str
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(datetime(2022, 3, day, 5, tzinfo=UTC))
    hidden = "" if built_with_it else " hidden"
    page.set_content(
        f'<p class="none-ahead"{hidden}>{NONE_AHEAD}</p>'
        '<time class="due" datetime="2022-03-15">15/03/2022</time>'
        '<time class="due" datetime="2021-10-30">30/10/2021</time>'
    )
    page.add_script_tag(content=DUE_SCRIPT.read_text("utf-8"))
    assert page.locator(".none-ahead").is_visible() is shown
    assert page.locator(".status").all_inner_texts() == [word, "Đã qua"]
    page.close()


DAYS = ["2022-03-05", "2022-03-14", "2022-03-14", "2022-03-22", "2022-02-23", "2022-02-09"]
"""As they stand on the page when it is built before all that lie in March."""


@pytest.mark.browser
@pytest.mark.parametrize("focused", [None, 0, 3, 5])
@pytest.mark.parametrize(
    ("day", "order"),
    [
        (1, [0, 1, 2, 3, 4, 5]),
        (5, [0, 1, 2, 3, 4, 5]),
        (6, [1, 2, 3, 0, 4, 5]),
        (14, [1, 2, 3, 0, 4, 5]),
        (15, [3, 1, 2, 0, 4, 5]),
        (30, [3, 1, 2, 0, 4, 5]),
    ],
)
def test_what_is_still_to_come_stands_first_on_the_readers_own_day(
    browser: Browser, day: int, order: list[int], focused: int | None
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(datetime(2022, 3, day, 5, tzinfo=UTC))
    entries = "".join(
        f'<li class="entry"><time class="due" datetime="{due}">{due}</time> <a href="#{n}">{n}</a>'
        for n, due in enumerate(DAYS)
    )
    page.set_content(f'<p class="none-ahead">{NONE_AHEAD}</p>\n<ul>{entries}</ul>')
    page.evaluate("window.lost = 0; addEventListener('focusout', () => window.lost++)")
    if focused is not None:
        page.focus(f'a[href="#{focused}"]')
    page.add_script_tag(content=DUE_SCRIPT.read_text("utf-8"))
    assert page.locator("li a").all_inner_texts() == [str(n) for n in order]
    if focused is not None:
        assert page.evaluate("document.activeElement.textContent") == str(focused)
        assert page.evaluate("window.lost") == 0
    page.close()


@pytest.mark.browser
def test_what_has_no_day_that_can_be_read_stands_last(browser: Browser) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.clock.set_fixed_time(datetime(2022, 3, 15, 5, tzinfo=UTC))
    days = ["2022-03-05", "sắp tới", "2022-02-23", None, "2022-03-22", "", "2022-03-16"]
    entries = "".join(
        f'<li class="entry">{time} <a href="#{n}">{n}</a>'
        for n, day in enumerate(days)
        for time in ["" if day is None else f'<time class="due" datetime="{day}">{day}</time>']
    )
    page.set_content(f'<p class="none-ahead">{NONE_AHEAD}</p>\n<ul>{entries}</ul>')
    page.add_script_tag(content=DUE_SCRIPT.read_text("utf-8"))
    assert page.locator("li a").all_inner_texts() == list("6402135")
    assert errors == []
    page.close()
