"""A row of a register renamed: its page keeps its address by its key, or leads to the new one."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.graph.indexes import Graph
from generator.model import Archive
from generator.published import ledger, lost
from generator.published.ledger import Addresses, Ledger
from generator.published.renamed import renamed_entries
from tests.published_department import FILE, build, published_department, redirect

SCHOOLS = "records/schools.yml"
OLD, NEW = "truong/thcs-cau-da/", "truong/thcs-da-trang/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return published_department(tmp_path / "phòng")


def told(project: Path) -> str:
    return "\n".join(map(str, build(project).errors))


def change(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def rename_school(project: Path, rest: str) -> None:
    change(project, SCHOOLS, "{level: THCS, name: Cầu Đá,", f"{{level: THCS, name: {rest},")


def test_a_renamed_school_keeps_its_address_by_its_key(project: Path) -> None:
    rename_school(project, "Đá Trắng, aliases: [Cầu Đá]")
    said = told(project)
    assert f"«{OLD}» đã công bố mà lần dựng này không còn, nay là «{NEW}»" in said
    assert f"hoặc ghi «key: thcs-cau-da» cho trường ấy ở {SCHOOLS} để giữ địa chỉ cũ" in said
    change(project, SCHOOLS, "name: Đá Trắng,", "name: Đá Trắng, key: thcs-cau-da,")
    assert told(project) == ""


def test_a_renamed_school_may_be_redirected_by_the_name_it_had(project: Path) -> None:
    rename_school(project, "Đá Trắng, aliases: [Cầu Đá]")
    assert f'hoặc ghi vào «redirects» của tệp này: "{OLD}": "{NEW}"' in told(project)
    redirect(project, OLD, NEW)
    assert told(project) == ""
    page = (project / "docs" / f"{OLD.rstrip('/')}.md").read_text("utf-8")
    assert f'redirect: "../../{NEW}"' in page


def test_where_nothing_tells_the_new_name_the_key_is_told_too(project: Path) -> None:
    rename_school(project, "Đá Trắng")
    said = told(project)
    assert f"trang «{OLD}» đã công bố" in said and f"nay là «{NEW}»" not in said
    assert f"hoặc, nếu chỉ đổi tên, ghi «key: thcs-cau-da» cho trường ấy ở {SCHOOLS}" in said
    assert f'ví dụ "{OLD}": "truong/"' in said


def test_a_renamed_field_of_work_is_told_likewise(project: Path) -> None:
    file, name = "records/topics.yml", "name: Giáo dục mầm non"
    change(project, file, name, "name: Giáo dục trẻ thơ, aliases: [Giáo dục mầm non]")
    said = told(project)
    assert "«linh-vuc/giao-duc-mam-non/» đã công bố mà lần dựng này không còn" in said
    assert "nay là «linh-vuc/giao-duc-tre-tho/»" in said
    assert f"«key: giao-duc-mam-non» cho lĩnh vực ấy ở {file}" in said
    change(project, file, "trẻ thơ,", "trẻ thơ, key: giao-duc-mam-non,")
    assert told(project) == ""


def test_other_pages_have_no_key(project: Path) -> None:
    content = json.loads((project / FILE).read_text("utf-8"))
    text = ledger.written(Ledger(content["pages"] | {"vb/9-pgddt/": {}}, {}))
    (project / FILE).write_text(text, "utf-8")
    assert "«vb/9-pgddt/» đã công bố" in told(project) and "«key:" not in told(project)


def test_older_pages_of_a_renamed_school_go_to_those_of_the_new(graph: Graph) -> None:
    old: Addresses = {OLD: {}, f"{OLD}trang-1/": {}, f"{OLD}trang-2/": {}}
    now: Addresses = {"truong/": {}, NEW: {}, f"{NEW}trang-1/": {}}
    archive = Archive((), graph.archive.registers)
    first, second, third = (
        problem.message
        for problem in lost.problems(
            Ledger(old, {}), now, archive, lambda: {OLD: NEW}, {}, text="", file=FILE
        )
    )
    assert first.endswith(f'"{OLD}": "{NEW}"')
    assert second.endswith(f'"{OLD}trang-1/": "{NEW}trang-1/"')
    assert "nay là" not in third and "«key: thcs-cau-da»" in third


def test_an_alias_tells_the_old_name_unless_two_have_it(graph: Graph) -> None:
    registers = graph.archive.registers
    found = renamed_entries(registers)
    assert found["truong/mn-hoa-sua-trang/"] == "truong/mn-hoa-sua/"
    assert found["linh-vuc/tieu-hoc/"] == "linh-vuc/giao-duc-tieu-hoc/"
    school = next(school for school in registers.schools if school.key == "mn-hoa-sua")
    schools = (*registers.schools, replace(school, key="mn-hoa-sua-2", name="Hoa Sữa 2"))
    assert "truong/mn-hoa-sua-trang/" not in renamed_entries(replace(registers, schools=schools))
