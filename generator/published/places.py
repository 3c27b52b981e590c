"""Every address of a site as it is now, and the places of its notices with marks of their words."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator import urls
from generator.model import Notice
from generator.published.ledger import Places
from generator.published.likeness import mark


def addresses(notices: Mapping[str, Places], sources: Iterable[str]) -> dict[str, Places]:
    """Every page of `sources` (Markdown files below `docs/`), and those of the `notices`."""
    found: dict[str, Places] = {
        urls.served(urls.Address(source.removesuffix(".md"))): {}
        for source in sources
        if source.endswith(".md")
    }
    return found | dict(notices)


def pages_of(notices: Mapping[str, Places]) -> dict[str, Places]:
    """The pages of notices, given by their ids, with their places; and their texts."""
    found: dict[str, Places] = {}
    for notice, held in notices.items():
        address = urls.notice(notice)
        found[urls.served(address)] = held
        found |= {text: {} for text in urls.texts(address)}
    return found


def places(notice: Notice) -> Places:
    """The notice's places, each with the mark of its printed words: correcting moves nothing.

    A heading has no words of its own, and an empty mark.
    """
    words: dict[str, list[str]] = defaultdict(list)
    for anchor, blocks in (("thanh-phan", notice.attendance), ("noi-nhan", notice.recipients)):
        if blocks:
            words[anchor] = []
    for passage in notice.passages():
        if passage.anchor:
            words[passage.anchor].append(passage.prose.printed)
    return {anchor: _mark(texts) if texts else "" for anchor, texts in words.items()}


def _mark(texts: list[str]) -> str:
    plain = "\n".join(" ".join(text.split()) for text in texts)
    return mark(texts, hashlib.sha256(plain.encode()).hexdigest())
