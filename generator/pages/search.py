"""The page of search: the box, how to ask, and the lists that need no script."""

from generator import urls
from generator.graph.indexes import Graph
from generator.model import Level
from generator.pages.entries import Entry, counted
from generator.pages.page import Links, Page, page
from generator.vietnamese import slug


def search_page(graph: Graph) -> Page:
    here = Links(urls.SEARCH)
    schools = graph.archive.registers.schools
    levels = [level for level in Level if any(school.level is level for school in schools)]
    return page(
        urls.SEARCH,
        "search",
        title="Tra cứu",
        kind="search",
        description="Tra cứu số văn bản, tên trường, lĩnh vực và lời của các thông báo kết luận.",
        has_contents=False,
        lists=[
            Entry("Thông báo kết luận", here.to(urls.NOTICES), "theo năm học và tháng"),
            Entry("Văn bản được viện dẫn", here.to(urls.DOCUMENTS), "theo loại, cơ quan và năm"),
            Entry("Trường học", here.to(urls.SCHOOLS), "theo cấp học"),
            Entry("Lĩnh vực", here.to(urls.TOPICS), "qua các tháng"),
        ],
        years=[
            Entry(
                f"Năm học {year}", here.to(urls.school_year(year)), counted(len(found), "thông báo")
            )
            for year, found in graph.years.items()
        ],
        levels=[Entry(level.label, here.to(urls.SCHOOLS, slug(level.label))) for level in levels],
        fields=[
            Entry(entry.topic.name, here.to(urls.topic(key)))
            for key, entry in graph.topics.items()
            if entry.topic.is_field
        ],
    )
