"""What in the clerk's rows of synonyms cannot be right, and what to write instead.

A row adds spellings; it never changes what another row says, the program's or the clerk's own.
Whether each row then does what it says is tried on the folding itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.folding import Folding, spelling_key
from generator.model import Synonyms
from generator.problems import Problem, any_error, quoted
from generator.reading.place import At
from generator.records.synonyms_shape import Spellings, SynonymsDraft

_PLAIN = Folding(Synonyms())

_NUMBER = " 12"
"""Kinds of documents are written short before a number only."""


def rows(draft: SynonymsDraft) -> Synonyms:
    """The rows as they were written."""
    return Synonyms(_rows(draft.words), _rows(draft.documents), _rows(draft.queries))


def _rows(table: Iterable[Spellings]) -> tuple[tuple[str, ...], ...]:
    return tuple((row.name, *row.value) for row in table)


def problems(draft: SynonymsDraft, packaged: Synonyms) -> Iterator[Problem]:
    """Every slip in the clerk's rows, which stand beside the `packaged` ones."""
    said = _all_said(packaged, draft)
    right: dict[str, list[Spellings]] = {"words": [], "documents": []}
    for section, added in (("words", draft.words), ("documents", draft.documents)):
        for row in added:
            told = [*_taken(row, said, only_documents=section == "documents")]
            yield from told
            if not any_error(told):
                right[section].append(row)
    own = Synonyms(_rows(right["words"]), _rows(right["documents"]))
    folding = Folding(packaged + own)
    for section, suffix in (("words", ""), ("documents", _NUMBER)):
        for row in right[section]:
            yield from _of_no_effect(row, suffix, said, folding)
    yield from _in_the_way(packaged, said, folding)
    yield from _asked_twice(draft.queries, packaged, folding)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a spelling is said to be, or what it may be; `at` is no place where the program says it.

    Of a full spelling the meaning is itself.
    """

    written: str
    meant: tuple[str, ...]
    at: At | None = None

    @property
    def where(self) -> str:
        return f"ở dòng {self.at.line}" if self.at else "có sẵn trong chương trình"

    @property
    def row(self) -> str:
        return _row(self.written, self.meant)


def _row(name: str, others: Sequence[str]) -> str:
    return quoted(f"{name}: [{', '.join(others)}]", longest=200)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of each spelling, by its key."""

    full: dict[str, _Meaning] = field(default_factory=dict)
    words: dict[str, _Meaning] = field(default_factory=dict)
    documents: dict[str, _Meaning] = field(default_factory=dict)
    queries: dict[str, _Meaning] = field(default_factory=dict)

    def short(self, spelling: str) -> _Meaning | None:
        key = spelling_key(spelling)
        return self.words.get(key) or self.documents.get(key)

    def asked(self, key: str) -> _Meaning | None:
        """What may be meant by it, if that hangs on where it stands or on who asks."""
        return self.queries.get(key) or self.documents.get(key)


def _all_said(packaged: Synonyms, draft: SynonymsDraft) -> _Said:
    """All that the program says, and of the clerk's rows what they are named by."""
    said = _Said()
    for table, short in ((packaged.words, said.words), (packaged.documents, said.documents)):
        for full, *others in table:
            said.full[spelling_key(full)] = _Meaning(full, (full,))
            short.update((spelling_key(other), _Meaning(other, (full,))) for other in others)
    for name, *meant in packaged.queries:
        said.queries[spelling_key(name)] = _Meaning(name, tuple(meant))
    for row in (*draft.words, *draft.documents):
        said.full.setdefault(spelling_key(row.name), _Meaning(row.name, (row.name,), row.named))
    for row in draft.queries:
        said.queries.setdefault(spelling_key(row.name), _Meaning(row.name, row.value, row.named))
    return said


def _taken(row: Spellings, said: _Said, *, only_documents: bool) -> Iterator[Problem]:
    """Spellings of a row that are something else already; the others are the row's from now on."""
    full = spelling_key(row.name)
    own = said.documents if only_documents else said.words
    if known := said.words.get(full) or own.get(full):
        right = _row(known.meant[0], row.value)
        yield row.named.problem(
            f"{quoted(row.name)} là cách viết khác của {quoted(known.meant[0])} ({known.where});"
            f" viết {right}"
        )
        return
    for place, other in enumerate(row.value):
        at, key = row.at.field(place), spelling_key(other)
        in_queries = f"ghi ở mục «queries»: {_row(other, [row.name])}"
        if _PLAIN.fold(other) == _PLAIN.fold(row.name):
            yield at.problem(
                f"{quoted(other)} và {quoted(row.name)} vốn đã là một: chữ hoa, dấu, dấu cách thừa,"
                " gạch nối không cần kể riêng; xóa cách viết này"
            )
        elif known := own.get(key) or said.words.get(key):
            if spelling_key(known.meant[0]) != full:
                yield at.problem(
                    f"{quoted(other)} đã là cách viết khác của {quoted(known.meant[0])}"
                    f" ({known.where}); xóa ở đây, hoặc nếu còn nghĩa này nữa thì {in_queries}"
                )
            elif known.at:
                yield at.problem(f"{quoted(other)} đã ghi {known.where}; xóa một chỗ")
            else:
                yield at.problem(f"{quoted(other)} đã {known.where}; có thể xóa", warning=True)
        elif not only_documents and (known := said.asked(key)):
            if full in map(spelling_key, known.meant):
                only = len(known.meant) == 1 and key not in said.documents
                yield at.problem(
                    f"tìm {quoted(other)} vốn thấy cả {quoted(row.name)}, theo mục «queries»"
                    f" ({known.where}); {'có thể' if only else 'hãy'} xóa ở đây",
                    warning=only,
                )
                own[key] = _Meaning(other, (row.name,), at)
            else:
                yield at.problem(
                    f"{quoted(other)} còn có nghĩa khác: {', '.join(known.meant)} ({known.where});"
                    f" {in_queries}"
                )
        elif known := said.full.get(key):
            yield at.problem(
                f"{quoted(other)} là cách viết đầy đủ ({known.where}); viết ngược lại:"
                f" {_row(other, [row.name])}"
            )
        else:
            own[key] = _Meaning(other, (row.name,), at)


def _of_no_effect(row: Spellings, suffix: str, said: _Said, folding: Folding) -> Iterator[Problem]:
    """Spellings that hold what is written otherwise already, so that no text is found by them."""
    wanted = _PLAIN.fold(row.name + suffix)
    for part, known in _replaced(row.name + suffix, wanted, said, folding):
        if known.at and known.meant == (row.name,):
            yield known.at.problem(_within(known, row.name))
        else:
            yield row.named.problem(
                f"trong {quoted(row.name)} có {_short(part, known)}; viết đủ:"
                f" {quoted(row.name.replace(part, known.meant[0]))}"
            )
        return
    for place, other in enumerate(row.value):
        if folding.fold(other + suffix) != wanted:
            parts = [_short(*it) for it in _replaced(other + suffix, wanted, said, folding)]
            because = f"trong {quoted(other)} có {parts[0]}, nên" if parts else quoted(other)
            yield row.at.field(place).problem(
                f"{because} không thể luôn là {quoted(row.name)}; ghi ở mục «queries»:"
                f" {_row(other, [row.name])}"
            )


def _short(part: str, known: _Meaning) -> str:
    return f"{quoted(part)}, là cách viết khác của {quoted(known.meant[0])} ({known.where})"


def _in_the_way(packaged: Synonyms, said: _Said, folding: Folding) -> Iterator[Problem]:
    """The clerk's spellings that are part of the program's, which would then find nothing."""
    told: set[str] = set()
    for table, suffix in ((packaged.words, ""), (packaged.documents, _NUMBER)):
        for full, *others in table:
            wanted = _PLAIN.fold(full + suffix)
            for spelling in (full, *others):
                for part, known in _replaced(spelling + suffix, wanted, said, folding):
                    if known.at and spelling_key(part) not in told:
                        told.add(spelling_key(part))
                        yield known.at.problem(
                            _within(known, spelling, ", có sẵn trong chương trình,")
                        )


def _within(known: _Meaning, spelling: str, where: str = "") -> str:
    return (
        f"{quoted(known.written)} nằm trong {quoted(spelling)}{where} nên không thể luôn là"
        f" {quoted(known.meant[0])}; ghi ở mục «queries»: {known.row}"
    )


def _replaced(
    text: str, wanted: str, said: _Said, folding: Folding
) -> Iterator[tuple[str, _Meaning]]:
    """The parts of a text that are something else, where it does not fold to what is wanted."""
    if folding.fold(text) == wanted:
        return
    for (start, end), folded in groupby(
        folding.tokens(text), lambda token: (token.start, token.end)
    ):
        part = text[start:end]
        known = said.short(part)
        if known and " ".join(token.text for token in folded) != _PLAIN.fold(part):
            yield part, known


def _asked_twice(
    added: Iterable[Spellings], packaged: Synonyms, folding: Folding
) -> Iterator[Problem]:
    """Meanings that are told already, or are no other words."""
    fold = folding.fold
    known = {
        frozenset((fold(name), fold(meaning)))
        for name, *meanings in packaged.queries
        for meaning in meanings
    }
    lines: dict[frozenset[str], int] = {}
    first: dict[str, int] = {}
    for row in added:
        name = fold(row.name)
        if name in first:
            message = f"{quoted(row.name)} đã có ở dòng {first[name]}; gộp làm một dòng"
            yield row.named.problem(message)
            continue
        first[name] = row.named.line
        for place, meaning in enumerate(row.value):
            at, pair = row.at.field(place), frozenset((name, fold(meaning)))
            both = f"{quoted(meaning)} và {quoted(row.name)}"
            if len(pair) == 1:
                yield at.problem(f"{both} vốn đã là một; xóa cách viết này")
            elif pair in lines:
                yield at.problem(f"{both} đã ghi cùng nhau ở dòng {lines[pair]}; xóa một chỗ")
            elif pair in known:
                yield at.problem(f"{both} đã có sẵn trong chương trình; có thể xóa", warning=True)
            else:
                lines[pair] = at.line
