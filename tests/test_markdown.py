"""Text is text: whatever a record holds, the reader sees it to the letter, and no more."""

import html
import sys
import unicodedata
from html.parser import HTMLParser
from importlib import import_module

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.pages import markdown
from generator.pages.markdown import MetaValue, address, escape, front_matter

EXTENSIONS = ["attr_list", "def_list", "tables", "toc"]

PLACES = """\
# {0} {{: #dau-trang data-cite="{0}" }}

{0}

{0}
{{: .lead title="{0}" }}

- {0}
  {{: #muc-i .item }}
    - {0}

1. {0}

Nhãn
:   {0}

| Chỗ | Bao nhiêu |
|---|---|
| {0} {{: data-label="Chỗ" }} | {0} |

[{0}](#muc-i){{: .mark aria-label="{0}" title="{0}" }}

<ins class="corrected" title="{0}" data-printed="{0}">{0}</ins>

<mark>{0}</mark>{0}<mark>{0}</mark>

- {0}  
  [{0}](#muc-i)
  {{: .quote }}
- [nơi](#muc-i){0}<small>{0}</small>{0}
"""
"""Every place of the templates in which words of a record may stand."""


class Reader(HTMLParser):
    """What a browser makes of a page: its elements, their attributes, and the words between."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shape: list[object] = []
        self.words: list[str] = [""]
        self.values: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]
        self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        self.shape.append(tag)
        self.words.append("")

    def handle_data(self, data: str) -> None:
        self.words[-1] += data

    def handle_comment(self, data: str) -> None:
        self.shape.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.shape.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.shape.append("instruction")


def read(text: str) -> tuple[list[object], list[str], list[str]]:
    """Elements, words, values of attributes; white space single, as a browser shows it."""
    html = import_module("markdown").markdown(text, extensions=EXTENSIONS)
    reader = Reader(html)
    return (
        reader.shape,
        [" ".join(words.split()) for words in reader.words],
        [" ".join(value.split()) for value in reader.values],
    )


def assert_shown_to_the_letter(text: str) -> None:
    shape, words, values = read(PLACES.format(escape(text)))
    plain_shape, plain_words, plain_values = read(PLACES.format("x"))
    shown = " ".join(text.split())
    assert shape == plain_shape
    assert words == [shown if word == "x" else word for word in plain_words]
    assert values == [shown if value == "x" else value for value in plain_values]


@pytest.mark.parametrize(
    "text",
    [
        "*nghiêng* **đậm** _x_ __y__",
        "<script>alert(1)</script>",
        "<!-- ẩn --> <?php ?> <!DOCTYPE x>",
        "[chữ](javascript:alert(1)) ![ảnh](x) [a][b] <http://x.vn>",
        "{: onclick=alert(1) .a #b } {{ 7*7 }} {% raw %}",
        "&amp; &#42; &copy; GD&ĐT &",
        "| ô | bảng |",
        "# Tiêu đề #",
        "1. Ý một",
        "- Ý",
        "+ Ý",
        "> lời dẫn",
        ": định nghĩa",
        "[TOC]",
        "```python",
        "---",
        "***",
        "===",
        "[1]: http://x.vn 'a'",
        "*[GD]: giáo dục",
        "a\\*b \\",
        "`mã` ``mã``",
        "“Dạy học” \"Sóng\" 'x'",
        "thuộc   tính   cách",
        "www.songmo.example https://songmo.example a@b.vn",
        "51.760.000 đồng, 5,5%, 12/2021; 24/7?",
        "~~gạch~~ ==tô== ^trên^ ++thêm++",
        "x",
    ],
)
def test_marks_of_other_languages_are_words_here(text: str) -> None:
    assert_shown_to_the_letter(text)


PUNCTUATION = [
    character
    for character in map(chr, range(0x20, sys.maxunicode + 1))
    if unicodedata.category(character)[0] in "PS"
]


@pytest.mark.parametrize("start", range(0, len(PUNCTUATION), 500))
def test_every_punctuation_mark_is_shown(start: int) -> None:
    for sample in (
        " ".join(f"{c}a{c}{c} b{c}" for c in PUNCTUATION[start : start + 500]),
        "".join(PUNCTUATION[start : start + 500]),
    ):
        assert_shown_to_the_letter(sample)


@pytest.mark.parametrize("mark", [c for c in PUNCTUATION if c.isascii()])
def test_an_ascii_mark_is_shown_wherever_it_stands(mark: str) -> None:
    for text in (
        mark,
        mark * 3,
        f"{mark} a",
        f"1{mark} a",
        f"a{mark}",
        f"{mark}a{mark}b",
        f"a {mark}",
    ):
        assert_shown_to_the_letter(text)


# A record is refused that holds control characters or separators of lines.
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]))
HOSTILE = st.lists(
    st.sampled_from(
        "* ** _ ` ``` [ ] ( ) < > { } {: } | # - + = : ! & \\ ~ ^ ' \" / 1. a x= .b #c &lt; "
        "<b> </p> [x](y) {:.k} javascript: <!-- --> STX klzzwxh:0 \u00a0 \u3000 \u200b đ 😀".split(
            " "
        )
    ),
    max_size=12,
)


@given(TEXT.filter(str.strip))
@example("\u200b")
def test_any_text_is_shown_to_the_letter(text: str) -> None:
    assert_shown_to_the_letter(text)


@given((HOSTILE.map("".join) | HOSTILE.map(" ".join)).filter(str.strip))
def test_any_run_of_marks_is_shown_to_the_letter(text: str) -> None:
    assert_shown_to_the_letter(text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Sở GD&ĐT (vắng 1), 12.441 trẻ: 22/KH-PGDĐT.", None),
        ("ngày 02/12/2021.", None),
        ("GD-ĐT a-b", "GD&#45;ĐT a-b"),
        ("1. Ý", "1&#46; Ý"),
        ("I. Ý", "I&#46; Ý"),
        ("12) a) b.", "12&#41; a) b."),
        ("- a-b - c", "&#45; a-b &#45; c"),
        (": a: b:c", "&#58; a: b&#58;c"),
        ("(a) (b)", "&#40;a) (b)"),
        (". a. b... .c", "&#46; a. b&#46;&#46;&#46; &#46;c"),
        ("a www.x.vn http://x.vn", "a www&#46;x.vn http&#58;//x.vn"),
        ("một & hai GD&ĐT TH&THCS a&", "một &#38; hai GD&ĐT TH&#38;THCS a&#38;"),
    ],
)
def test_a_mark_stays_where_it_can_begin_nothing(text: str, escaped: str | None) -> None:
    assert escape(text) == (escaped or text)


def test_markdown_of_ours_is_not_escaped_again() -> None:
    assert escape(Markup("<b>&#42;</b>")) == "<b>&#42;</b>"
    assert escape(5) == "5"


def test_words_of_several_lines_stay_on_one() -> None:
    assert escape("a\nb\tc\r") == "a b c "


@pytest.mark.parametrize("text", ["a b", 'x"', "a)", "<x>", "đ", "a\nb", "{x}"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        address(text)


def test_a_template_escapes_every_value_and_forgives_no_missing_one() -> None:
    environment = markdown.environment()
    shown = environment.from_string("{{ a }} {{ b }}")
    assert shown.render(a="<b>", b=Markup("<i>")) == "&#60;b&#62; <i>"
    with pytest.raises(UndefinedError):
        environment.from_string("{{ thieu }}").render()


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{% macro o(x) %}{{ x }}{% endmacro %}{{ o('<b>') }}", "&#60;b&#62;"),
        ("  {% if true %}\n- Họp\n  {% endif %}\n", "- Họp\n"),
        ("{{ front_matter({'n': 5}) }}", "---\nn: 5\n---\n"),
        ("[Họp]({{ 'thong-bao/2021-12/#muc-1'|address }})\n", "[Họp](thong-bao/2021-12/#muc-1)\n"),
    ],
)
def test_a_template_is_written_out_so(template: str, shown: str) -> None:
    assert markdown.environment().from_string(template).render() == shown


def test_a_head_is_written_in_vietnamese_letters() -> None:
    head = front_matter({"title": "Kết luận", "tags": ["Mầm non"]})
    assert head == '---\ntitle: "Kết luận"\ntags:\n- Mầm non\n---\n'


META = st.text() | st.booleans() | st.integers() | st.lists(st.text(), max_size=3)


@given(st.dictionaries(st.sampled_from(["title", "description", "kind"]), META))
def test_the_head_of_a_page_holds_no_raw_text(meta: dict[str, MetaValue]) -> None:
    head = front_matter(meta)
    assert head.startswith("---\n")
    assert head.endswith("---\n")
    for line in head.splitlines()[1:-1]:
        assert not line.startswith("---")
    assert "<" not in head
    for value in yaml.safe_load(head.strip("-\n") or "{}").values():
        assert isinstance(value, (bool, int, list)) or not set("<>\"'") & set(value)


@given(st.dictionaries(st.sampled_from(["title", "description", "kind"]), META))
@example({"title": "yes", "kind": "1: [a]", "description": "# \\ “a” ~"})
def test_a_head_reads_back_as_it_was_given(meta: dict[str, MetaValue]) -> None:
    read_back = yaml.safe_load(front_matter(meta).strip("-\n") or "{}")
    assert {name: unescaped(value) for name, value in read_back.items()} == meta


def unescaped(value: object) -> object:
    if isinstance(value, list):
        return [unescaped(entry) for entry in value]
    return html.unescape(value) if isinstance(value, str) else value


def test_a_head_keeps_lists_of_names_and_values() -> None:
    head = front_matter({"breadcrumbs": [{"title": "Trường <b>", "path": "truong/"}], "n": 5})
    assert yaml.safe_load(head.strip("-\n")) == {
        "breadcrumbs": [{"title": "Trường &lt;b&gt;", "path": "truong/"}],
        "n": 5,
    }
