"""The table of synonyms in use: the program's own rows, `data/synonyms.yml`, then the clerk's."""

from functools import cache
from importlib import resources

from generator.model import Synonyms
from generator.problems import Problem, RecordError
from generator.reading import schema
from generator.records import spellings
from generator.records.synonyms_shape import SYNONYMS, SynonymsDraft


@cache
def packaged_synonyms() -> Synonyms:
    """The rows that come with the program."""
    file = resources.files("generator") / "data" / "synonyms.yml"
    draft, problems = schema.read(SYNONYMS, file.read_bytes(), "generator/data/synonyms.yml")
    if draft is None:
        raise RecordError(problems)
    return spellings.rows(draft)


def synonyms(draft: SynonymsDraft | None) -> tuple[Synonyms, tuple[Problem, ...]]:
    """The table with the clerk's rows, where there are any; and what in them cannot be right."""
    packaged = packaged_synonyms()
    if draft is None:
        return packaged, ()
    return packaged + spellings.rows(draft), tuple(spellings.problems(draft, packaged))
