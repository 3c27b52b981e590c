"""The registers' drafts as read -> `Registers`, and what in them cannot be right together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.model import Body, KnownDocument, Registers, School, ShortForm, Synonyms, Topic
from generator.nearest import Choices
from generator.problems import Problem, first_ones, quoted
from generator.records.register_clashes import (
    documents_twice,
    keys_twice,
    leading_back,
    names_twice,
    schools_twice,
    short_forms_twice,
    symbols_twice,
)
from generator.records.register_drafts import (
    BodiesDraft,
    BodyDraft,
    DocumentDraft,
    DocumentsDraft,
    SchoolDraft,
    SchoolsDraft,
    TopicDraft,
    TopicsDraft,
)
from generator.records.register_entries import (
    issued_in_other_years,
    keys_of_no_use,
    levels_in_names,
    months_reversed,
    no_schools_counted,
    wrong_symbols,
)
from generator.records.unsure_entries import NOTHING, Unsure
from generator.vietnamese import slug, tone_key


@dataclass(frozen=True, slots=True)
class Drafts:
    """The four files as read."""

    schools: SchoolsDraft
    topics: TopicsDraft
    bodies: BodiesDraft
    documents: DocumentsDraft


def registers(
    drafts: Drafts, synonyms: Synonyms, unsure: Mapping[str, Unsure] = MappingProxyType({})
) -> tuple[Registers, tuple[Problem, ...]]:
    """What names mean; the problems speak of keys and names used twice, and of names unknown.

    Nothing is told of what may be there, as `unsure` says of the lists with errors.
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
        *levels_in_names(drafts.schools.schools),
        *keys_of_no_use(drafts.schools.schools, [s.key for s in schools]),
        *keys_of_no_use(drafts.topics.topics, [t.key for t in topics]),
        *keys_of_no_use(drafts.bodies.bodies, [b.key for b in bodies]),
        *symbols_twice(drafts.bodies.bodies),
        *_circular_relations(drafts.documents.documents),
        *keys_twice(drafts.schools.schools, [s.key for s in schools]),
        *keys_twice(drafts.topics.topics, [t.key for t in topics]),
        *keys_twice(drafts.bodies.bodies, [b.key for b in bodies]),
        *names_twice(drafts.topics.topics, [(t.name, *t.aliases) for t in topics]),
        *names_twice(drafts.bodies.bodies, [(b.name, *b.aliases) for b in bodies]),
        *months_reversed((*drafts.schools.schools, *drafts.bodies.bodies)),
        *documents_twice(drafts.documents.documents, bodies),
        *short_forms_twice(drafts.documents.documents),
        *issued_in_other_years(drafts.documents.documents),
        *schools_twice(drafts.schools.schools, [s.key for s in schools]),
        *_circular_successors(drafts.schools.schools, [str(school) for school in schools]),
        *_circular_successors(drafts.bodies.bodies, [body.name for body in bodies]),
        *first_ones(wrong_symbols(drafts.bodies.bodies)),
        *no_schools_counted(drafts.schools),
    ]
    of_schools, of_bodies = (unsure.get(name, NOTHING) for name in ("schools", "bodies"))
    labels, names = [str(school) for school in schools], [body.name for body in bodies]
    problems += first_ones(_unknown_successors(drafts.schools.schools, labels, of_schools))
    problems += first_ones(_unknown_successors(drafts.bodies.bodies, names, of_bodies))
    if not of_bodies.may_hold_name(drafts.bodies.own):
        problems += _unknown_own(drafts, bodies)
    problems += first_ones(_unknown_bodies(drafts, bodies, of_bodies))
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
        tuple(ShortForm(form.written, form.notice, form.at.line) for form in draft.short_forms),
        draft.at.file,
        draft.at.line,
    )


def _unknown_successors(
    drafts: Sequence[SchoolDraft] | Sequence[BodyDraft], names: Sequence[str], unsure: Unsure
) -> Iterator[Problem]:
    known, choices = {*names}, Choices(names)
    for draft in drafts:
        name = draft.successor
        if name and name not in known and not unsure.may_hold_name(name):
            meant = _meant(draft.successor, choices)
            message = f"{quoted(draft.successor)} không có trong danh sách này{meant}"
            yield draft.at.problem(message, "successor")


def _circular_successors(
    drafts: Sequence[SchoolDraft] | Sequence[BodyDraft], names: Sequence[str]
) -> Iterator[Problem]:
    """An empty successor stands for one that could not be read, and leads nowhere."""
    named = [(draft.successor,) if draft.successor else () for draft in drafts]
    for place in leading_back(names, named):
        yield drafts[place].at.problem(
            "nơi kế tục lại dẫn về chính chỗ này; ghi đơn vị sau cùng, hoặc xóa dòng này",
            "successor",
        )


def _circular_relations(drafts: Sequence[DocumentDraft]) -> Iterator[Problem]:
    """Of numbers that are one document's alone."""
    keys = [draft.number.key for draft in drafts]
    settled = {key for key, count in Counter(keys).items() if count == 1}
    for name, named in (
        ("replaces", [draft.replaces for draft in drafts]),
        ("carries_out", [draft.carries_out for draft in drafts]),
    ):
        leads = [[n.key for n in numbers if n.key in settled] for numbers in named]
        for place in leading_back(keys, leads):
            message = "văn bản không thể nói về chính nó, kể cả qua văn bản khác; xóa số này"
            yield drafts[place].at.problem(message, name)


def _unknown_own(drafts: Drafts, bodies: Sequence[Body]) -> Iterator[Problem]:
    own, names = drafts.bodies.own, [body.name for body in bodies]
    if own not in names:
        message = f"{quoted(own)} không có trong «bodies»{_meant(own, Choices(names))}"
        yield drafts.bodies.at.problem(message, "own")


def _unknown_bodies(drafts: Drafts, bodies: Sequence[Body], unsure: Unsure) -> Iterator[Problem]:
    choices = Choices([body.name for body in bodies])
    known = {tone_key(name) for body in bodies for name in (body.name, *body.aliases)}
    for draft in drafts.documents.documents:
        is_known = tone_key(draft.body) in known or unsure.may_hold_name(draft.body)
        if draft.body and not is_known:
            meant = _meant(draft.body, choices)
            message = f"{quoted(draft.body)} không có trong records/bodies.yml{meant}"
            yield draft.at.problem(message, "body")


def _meant(name: str, choices: Choices) -> str:
    near = choices.nearest(name)
    return f"; có phải {quoted(near)}?" if near else "; hãy thêm vào trước"
