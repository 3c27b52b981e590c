"""The registers' drafts as read -> `Registers`, and what in them cannot be right together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model import Body, KnownDocument, Registers, School, ShortForm, Topic
from generator.problems import Problem, quoted
from generator.register_shapes import (
    BodiesDraft,
    BodyDraft,
    DocumentDraft,
    DocumentsDraft,
    SchoolDraft,
    SchoolsDraft,
    TopicDraft,
    TopicsDraft,
)
from generator.schema import At
from generator.vietnamese import nearest, slug, tone_key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Drafts:
    """The four files as read."""

    schools: SchoolsDraft
    topics: TopicsDraft
    bodies: BodiesDraft
    documents: DocumentsDraft


def registers(drafts: Drafts) -> tuple[Registers, tuple[Problem, ...]]:
    """What names mean; the problems speak of keys and names used twice, and of names unknown."""
    schools = [_school(draft) for draft in drafts.schools.schools]
    topics = [_topic(draft) for draft in drafts.topics.topics]
    bodies = [_body(draft, drafts.bodies.own) for draft in drafts.bodies.bodies]
    known = Registers(
        tuple(schools),
        drafts.schools.count.value,
        tuple(topics),
        tuple(_document(draft) for draft in drafts.documents.documents),
        tuple(bodies),
    )
    problems = [
        *_twice(drafts.schools.schools, [s.key for s in schools], "mã", _key_field),
        *_twice(drafts.topics.topics, [t.key for t in topics], "mã", _key_field),
        *_twice(drafts.bodies.bodies, [b.key for b in bodies], "mã", _key_field),
        *_names_twice(drafts.topics.topics, [(t.name, *t.aliases) for t in topics]),
        *_names_twice(drafts.bodies.bodies, [(b.name, *b.aliases) for b in bodies]),
        *_unknown_successors(drafts.schools.schools, [str(school) for school in schools]),
        *_unknown_successors(drafts.bodies.bodies, [body.name for body in bodies]),
        *_unknown_bodies(drafts, bodies),
        *_documents_twice(drafts.documents.documents),
    ]
    return known, tuple(problems)


def _school(draft: SchoolDraft) -> School:
    return School(
        draft.key or slug(f"{draft.level} {draft.name}"),
        draft.level,
        draft.name,
        draft.aliases,
        draft.ward,
        draft.since,
        draft.until,
        draft.successor,
        draft.confirmed,
        draft.source,
        draft.at.line,
    )


def _topic(draft: TopicDraft) -> Topic:
    key = draft.key or slug(draft.name, limit=60)
    return Topic(key, draft.name, draft.aliases, draft.level, draft.field, draft.at.line)


def _body(draft: BodyDraft, own: str) -> Body:
    return Body(
        draft.key or slug(draft.name, limit=60),
        draft.name,
        draft.aliases,
        draft.symbols,
        draft.place,
        draft.name == own,
        draft.since,
        draft.until,
        draft.successor,
        draft.at.line,
    )


def _document(draft: DocumentDraft) -> KnownDocument:
    return KnownDocument(
        draft.number,
        draft.issued,
        draft.body,
        draft.subject,
        draft.kind,
        draft.link,
        draft.status,
        draft.replaces,
        draft.carries_out,
        tuple(ShortForm(form.written, form.notice) for form in draft.short_forms),
        draft.at.line,
    )


Keyed = SchoolDraft | TopicDraft | BodyDraft


def _key_field(draft: Keyed) -> At:
    return draft.at.field("key") if draft.key else draft.at.field("name")


def _twice(
    drafts: Sequence[T], keys: Sequence[str], what: str, place: Callable[[T], At]
) -> Iterator[Problem]:
    first: dict[str, At] = {}
    for draft, key in zip(drafts, keys, strict=True):
        at = place(draft)
        if key in first:
            message = (
                f"trùng {what} {quoted(key)} với dòng {first[key].line};"
                " nếu là hai thứ khác nhau, ghi «key» riêng cho một bên"
            )
            yield at.problem(message)
        first.setdefault(key, at)


def _names_twice(
    drafts: Sequence[TopicDraft] | Sequence[BodyDraft], names: Iterable[tuple[str, ...]]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for place, all_names in enumerate(names):
        draft = drafts[place]
        for name in all_names:
            other = first.setdefault(tone_key(name), place)
            if other != place:
                line = drafts[other].at.line
                message = f"tên {quoted(name)} đã thuộc về mục ở dòng {line}; xóa một bên"
                yield draft.at.problem(message, "aliases" if draft.aliases else "name")


def _unknown_successors(
    drafts: Sequence[SchoolDraft] | Sequence[BodyDraft], names: Sequence[str]
) -> Iterator[Problem]:
    for draft in drafts:
        if draft.successor and draft.successor not in names:
            meant = _meant(draft.successor, names)
            message = f"{quoted(draft.successor)} không có trong danh sách này{meant}"
            yield draft.at.problem(message, "successor")
        if draft.since and draft.until and draft.since > draft.until:
            yield draft.at.problem("«to» đứng trước «from»; kiểm tra lại hai tháng", "to")


def _unknown_bodies(drafts: Drafts, bodies: Sequence[Body]) -> Iterator[Problem]:
    names = [body.name for body in bodies]
    known = {tone_key(name) for body in bodies for name in (body.name, *body.aliases)}
    if drafts.bodies.own not in names:
        message = (
            f"{quoted(drafts.bodies.own)} không có trong «bodies»{_meant(drafts.bodies.own, names)}"
        )
        yield drafts.bodies.at.problem(message, "own")
    for draft in drafts.documents.documents:
        if draft.body and tone_key(draft.body) not in known:
            message = (
                f"{quoted(draft.body)} không có trong records/bodies.yml{_meant(draft.body, names)}"
            )
            yield draft.at.problem(message, "body")


def _documents_twice(drafts: Sequence[DocumentDraft]) -> Iterator[Problem]:
    keys = [
        f"{draft.number}{' năm ' + str(draft.issued.year) if draft.issued else ''}"
        f"{' của ' + draft.body if draft.body else ''}"
        for draft in drafts
    ]
    yield from _twice(drafts, keys, "văn bản", lambda draft: draft.at.field("number"))


def _meant(name: str, names: Sequence[str]) -> str:
    near = nearest(name, names)
    return f"; có phải {quoted(near)}?" if near else "; hãy thêm vào trước"
