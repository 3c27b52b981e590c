"""The registers' drafts as read -> `Registers`, and what in them cannot be right together."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Body, KnownDocument, Registers, School, ShortForm, Synonyms, Topic
from generator.problems import Problem, quoted
from generator.reading.scalars import KEY, RESERVED_KEYS
from generator.records.register_shapes import (
    BodiesDraft,
    BodyDraft,
    DocumentDraft,
    DocumentsDraft,
    SchoolDraft,
    SchoolsDraft,
    TopicDraft,
    TopicsDraft,
)
from generator.vietnamese import nearest, slug, tone_key

KEY_RULE = re.compile(KEY.pattern)


@dataclass(frozen=True, slots=True)
class Drafts:
    """The four files as read."""

    schools: SchoolsDraft
    topics: TopicsDraft
    bodies: BodiesDraft
    documents: DocumentsDraft


def registers(
    drafts: Drafts, synonyms: Synonyms, uncertain: Collection[str] = ()
) -> tuple[Registers, tuple[Problem, ...]]:
    """What names mean; the problems speak of keys and names used twice, and of names unknown.

    Of what is not in the files `uncertain` nothing is told, since it may be there.
    """
    schools = [_school(draft) for draft in drafts.schools.schools]
    topics = [_topic(draft) for draft in drafts.topics.topics]
    bodies = [_body(draft, drafts.bodies.own) for draft in drafts.bodies.bodies]
    known = Registers(
        tuple(schools),
        drafts.schools.count.value,
        tuple(topics),
        tuple(_document(draft) for draft in drafts.documents.documents),
        tuple(bodies),
        synonyms,
    )
    problems = [
        *_levels_in_names(drafts.schools.schools),
        *_keys_of_no_use(drafts.schools.schools, [s.key for s in schools]),
        *_keys_of_no_use(drafts.topics.topics, [t.key for t in topics]),
        *_symbols_twice(drafts.bodies.bodies),
        *_replaces_itself(drafts.documents.documents),
        *_keys_twice(drafts.schools.schools, [s.key for s in schools]),
        *_keys_twice(drafts.topics.topics, [t.key for t in topics]),
        *_keys_twice(drafts.bodies.bodies, [b.key for b in bodies]),
        *_names_twice(drafts.topics.topics, [(t.name, *t.aliases) for t in topics]),
        *_names_twice(drafts.bodies.bodies, [(b.name, *b.aliases) for b in bodies]),
        *_months_in_disorder(drafts.schools.schools),
        *_months_in_disorder(drafts.bodies.bodies),
        *_documents_twice(drafts.documents.documents, bodies),
    ]
    if "schools" not in uncertain:
        problems += _unknown_successors(drafts.schools.schools, [str(one) for one in schools])
    if "bodies" not in uncertain:
        problems += _unknown_successors(drafts.bodies.bodies, [body.name for body in bodies])
        problems += _unknown_bodies(drafts, bodies)
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
        draft.at.file,
        draft.at.line,
    )


_LEVEL_WORDS = re.compile(
    r"(?:trường\s+)?(?:TH\s*&\s*THCS|THCS|TH|MN|PTCS|mầm non|tiểu học|trung học cơ sở)\s+(?=\S)"
    r"|trường\s+(?=\S)",
    re.IGNORECASE,
)


def _levels_in_names(drafts: Sequence[SchoolDraft]) -> Iterator[Problem]:
    for draft in drafts:
        if found := _LEVEL_WORDS.match(draft.name):
            rest = draft.name[found.end() :]
            message = f"{quoted(draft.name)}: bỏ cấp học, chỉ ghi tên riêng: «name: {rest}»"
            yield draft.at.problem(message, "name")


def _keys_of_no_use(
    drafts: Sequence[SchoolDraft] | Sequence[TopicDraft], keys: Sequence[str]
) -> Iterator[Problem]:
    """A key made from a name obeys the rules of a typed one."""
    for place, key in enumerate(keys):
        draft = drafts[place]
        if not KEY_RULE.fullmatch(key) or key in RESERVED_KEYS:
            message = (
                f"từ tên {quoted(draft.name)} không lập được địa chỉ ngắn gọn;"
                " ghi thêm «key: …», chữ thường không dấu, nối bằng «-»"
            )
            yield draft.at.problem(message, "name")


def _symbols_twice(drafts: Sequence[BodyDraft]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for draft in drafts:
        for place, symbol in enumerate(draft.symbols):
            line = first.setdefault(symbol, draft.at.line)
            if line != draft.at.line:
                message = (
                    f"ký hiệu {quoted(symbol)} đã là của cơ quan ở dòng {line}; một ký hiệu chỉ ghi"
                    " cho một cơ quan, dùng chung thì bỏ ở cả hai"
                )
                yield draft.at.problem(message, "symbols", place)


def _replaces_itself(drafts: Sequence[DocumentDraft]) -> Iterator[Problem]:
    for draft in drafts:
        for name, others in (("replaces", draft.replaces), ("carries_out", draft.carries_out)):
            if draft.number.key in [other.key for other in others]:
                yield draft.at.problem("văn bản không thể nói về chính nó; xóa số này", name)


def _keys_twice(
    drafts: Sequence[SchoolDraft | TopicDraft | BodyDraft], keys: Sequence[str]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for draft, key in zip(drafts, keys, strict=True):
        at = draft.at.field("key") if draft.key else draft.at.field("name")
        line = first.setdefault(key, at.line)
        if line != at.line:
            yield at.problem(
                f"trùng mã {quoted(key)} với dòng {line}; xóa một bên, hoặc nếu là hai thứ khác"
                " nhau thì ghi «key» riêng cho một bên"
            )


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
                message = f"tên {quoted(name)} đã có ở dòng {line}; một tên chỉ thuộc về một bên"
                yield draft.at.problem(message, "name" if name == draft.name else "aliases")


def _unknown_successors(
    drafts: Sequence[SchoolDraft] | Sequence[BodyDraft], names: Sequence[str]
) -> Iterator[Problem]:
    for draft in drafts:
        if draft.successor and draft.successor not in names:
            meant = _meant(draft.successor, names)
            message = f"{quoted(draft.successor)} không có trong danh sách này{meant}"
            yield draft.at.problem(message, "successor")


def _months_in_disorder(
    drafts: Sequence[SchoolDraft] | Sequence[BodyDraft],
) -> Iterator[Problem]:
    for draft in drafts:
        if draft.since and draft.until and draft.since > draft.until:
            months = f"«to» ({draft.until.iso}) sớm hơn «from» ({draft.since.iso})"
            yield draft.at.problem(f"{months}; kiểm tra lại hai tháng", "to")


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


def _documents_twice(drafts: Sequence[DocumentDraft], bodies: Sequence[Body]) -> Iterator[Problem]:
    """Entries of one number, year and body, however the body is called."""
    by_name = {tone_key(name): body.key for body in bodies for name in (body.name, *body.aliases)}
    by_symbol = {symbol: body.key for body in bodies for symbol in body.symbols}
    first: dict[tuple[str, int | None, str], int] = {}
    for draft in drafts:
        year = draft.number.year or (draft.issued.year if draft.issued else None)
        body = by_name.get(tone_key(draft.body)) or by_symbol.get(draft.number.issuer or "", "")
        line = first.setdefault((draft.number.key, year, body), draft.at.line)
        if line != draft.at.line:
            yield draft.at.problem(
                f"văn bản này đã có ở dòng {line}; gộp lại làm một, hoặc ghi «issued», «body» cho"
                " đủ phân biệt",
                "number",
            )


def _meant(name: str, names: Sequence[str]) -> str:
    near = nearest(name, names)
    return f"; có phải {quoted(near)}?" if near else "; hãy thêm vào trước"
