"""What names mean: keys, bodies, documents as registered."""

from datetime import date

from generator.graph.indexes import Graph
from generator.model import Level, Month, ShortForm, Status
from generator.numbers.document_number import parse


def test_a_school_is_known_by_level_and_name_unless_it_has_its_own_key(graph: Graph) -> None:
    schools = {school.key: str(school) for school in graph.archive.registers.schools}
    assert schools["th-thcs-dao-may"] == "TH&THCS Đảo Mây"
    assert schools["th-ngoc-lam-moi"] == "TH Ngọc Lâm"
    assert len(schools) == len(graph.archive.registers.schools)


def test_a_school_that_ended_names_its_successor(graph: Graph) -> None:
    old = next(s for s in graph.archive.registers.schools if s.key == "th-cau-da")
    assert (old.since, old.until, old.successor) == (None, Month(2022, 8), "TH Ngọc Lâm")
    assert (old.level, old.confirmed, old.ward) == (Level.TH, True, "phường Ngọc Lâm")


def test_the_departments_own_count_is_kept_beside_the_list(graph: Graph) -> None:
    registers = graph.archive.registers
    assert (registers.school_count, len(registers.schools)) == (14, 12)


def test_one_body_is_the_departments_own(graph: Graph) -> None:
    assert graph.archive.registers.own_body.name == "Phòng GD&ĐT thành phố Sông Mơ"
    assert [body.key for body in graph.archive.registers.bodies if body.is_own] == [
        "phong-gddt-thanh-pho-song-mo"
    ]


def test_a_topic_may_be_no_field_of_work(graph: Graph) -> None:
    assert [t.key for t in graph.archive.registers.topics if not t.is_field] == ["danh-gia-chung"]


def test_a_document_keeps_what_people_know_of_it(graph: Graph) -> None:
    documents = {str(document.number): document for document in graph.archive.registers.documents}
    known = documents["27/2020/TT-BGDĐT"]
    assert (known.issued, known.status) == (date(2020, 9, 4), Status.IN_FORCE)
    assert [str(number) for number in known.replaces] == ["30/2014/TT-BGDĐT"]
    short = parse("Thông tư 27")
    assert short is not None
    assert known.short_forms == (ShortForm(short, "2022-03", 17),)


def test_what_an_entry_leaves_out_is_not_known(graph: Graph) -> None:
    registers = graph.archive.registers
    schools = {school.key: school for school in registers.schools}
    assert (schools["mn-dao-may"].confirmed, schools["mn-dao-may"].successor) == (False, "")
    assert (schools["mn-hoa-sua"].ward, schools["mn-hoa-sua"].source) == ("", "")
    (government,) = (body for body in registers.bodies if body.name == "Chính phủ")
    assert (government.place, government.successor, government.aliases) == ("", "", ())
    bare, named = (
        next(document for document in registers.documents if str(document.number) == number)
        for number in ("30/2014/TT-BGDĐT", "77/KH-UBND")
    )
    assert (bare.body, bare.kind, bare.link, bare.status) == ("", "", "", None)
    assert (named.subject, named.issued) == ("", None)


def test_a_topic_is_a_field_of_work_unless_it_says_otherwise(graph: Graph) -> None:
    (topic,) = (t for t in graph.archive.registers.topics if t.key == "cong-tac-kiem-tra")
    assert (topic.is_field, topic.level, topic.aliases) == (True, None, ())
