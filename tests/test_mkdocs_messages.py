"""What MkDocs warns of, said to the clerk."""

import pytest

from generator.mkdocs_messages import in_vietnamese


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Doc file 'huong-dan/index.md' contains a link 'xa.md', but the target"
            " 'huong-dan/xa.md' is not found among documentation files.",
            "docs/huong-dan/index.md: liên kết «xa.md» dẫn đến trang không có; sửa lại địa chỉ",
        ),
        (
            "Doc file 'a.md' contains a link '#muc-9', but there is no such anchor on this page.",
            "docs/a.md: liên kết «#muc-9» dẫn đến chỗ không có trong trang; sửa phần sau dấu #",
        ),
        (
            "Doc file 'a.md' contains a link 'b.md#x', but the doc 'b.md' does not contain an"
            " anchor '#x'.",
            "docs/a.md: liên kết «b.md#x» dẫn đến chỗ không có trong trang; sửa phần sau dấu #",
        ),
        (
            "Doc file 'a.md' contains an absolute link '/b/', it was left as is.",
            "docs/a.md: liên kết «/b/» bắt đầu bằng «/»; viết địa chỉ tính từ trang này",
        ),
        (
            "Doc file 'a.md' contains an unrecognized relative link 'b/', it was left as is."
            " Did you mean 'b.md'?",
            "docs/a.md: liên kết «b/» không rõ dẫn đến đâu; viết tên tệp .md",
        ),
        (
            "A reference to 'x.md' is included in the 'nav' configuration, which is not found in"
            " the documentation files.",
            "mkdocs.yml: nav: không có trang «docs/x.md»; sửa tên tệp",
        ),
        ("Something new", "Something new"),
    ],
)
def test_a_warning_names_its_page_and_what_to_mend(said: str, told: str) -> None:
    assert in_vietnamese(said) == told
