"""What the register of documents says that no notice and no other entry bears out."""

from collections import Counter
from collections.abc import Iterator

from generator.graph.indexes import Graph
from generator.graph.linking import MOST_CITATIONS
from generator.problems import Problem, quoted


def unknown_relations(graph: Graph) -> Iterator[Problem]:
    counts = Counter(document.id.number.key for document in graph.catalogue.documents.values())
    for place, known in enumerate(graph.archive.registers.documents):
        relations = dict.fromkeys(known.carries_out, "carries_out")
        relations |= dict.fromkeys(known.replaces, "replaces")
        for number, relation in relations.items():
            shown = quoted(str(number))
            if counts[number.key] == 0:
                message = f"{shown} chưa có trong danh sách này; thêm văn bản ấy, hoặc sửa số"
            elif counts[number.key] > 1:
                message = f"có {counts[number.key]} văn bản cùng số {shown} nên chưa liên kết được"
            else:
                continue
            field = f"documents[{place}].{relation}"
            yield Problem(known.file, known.line, field, message, warning=True)


def unused_short_forms(graph: Graph) -> Iterator[Problem]:
    """Short forms that their notice does not write; of a notice that is not there others tell."""
    named = {
        form.notice for known in graph.archive.registers.documents for form in known.short_forms
    }
    written: dict[str, set[str]] = {}
    for notice in named & graph.readings.keys():
        readings = graph.readings[notice]
        cited = [citation for reading in readings for citation in reading.citations]
        is_cut = len(cited) >= MOST_CITATIONS or any(reading.is_unread for reading in readings)
        if not is_cut:
            written[notice] = {c.number.key for c in cited} | {c.written.key for c in cited}
    for place, known in enumerate(graph.archive.registers.documents):
        for number, form in enumerate(known.short_forms):
            if form.written.key not in written.get(form.notice, {form.written.key}):
                message = (
                    f"thông báo {quoted(form.notice)} không viết {quoted(form.written.spoken)}; ghi"
                    " «written» như ở thông báo ấy, sửa «notice», hoặc xóa"
                )
                field = f"documents[{place}].short_forms[{number}]"
                yield Problem(known.file, form.line, field, message, warning=True)
