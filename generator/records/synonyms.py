"""The table of synonyms in use: the program's own rows, `data/synonyms.yml`, then the clerk's."""

from functools import cache
from importlib import resources

from generator.model import Synonyms
from generator.problems import Problem
from generator.reading import schema
from generator.records import spellings
from generator.records.synonyms_shape import SYNONYMS, SynonymsDraft


@cache
def _packaged() -> tuple[Synonyms, tuple[Problem, ...]]:
    file = resources.files("generator") / "data" / "synonyms.yml"
    draft, problems = schema.read(SYNONYMS, file.read_bytes(), "generator/data/synonyms.yml")
    return (spellings.rows(draft) if draft else Synonyms()), problems


def packaged_synonyms() -> Synonyms:
    """The rows that come with the program."""
    return _packaged()[0]


def synonyms(draft: SynonymsDraft | None) -> tuple[Synonyms, tuple[Problem, ...]]:
    """The table with the clerk's rows, where there are any; and what in either cannot be right."""
    packaged, told = _packaged()
    if draft is None:
        return packaged, told
    return packaged + spellings.rows(draft), (*told, *spellings.problems(draft, packaged))
