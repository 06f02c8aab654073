"""Articles as pages to look at: self-contained HTML, readable without scripts. Needs the extra `report`."""

from ruspolnews.export.html.page import article_to_html, report

__all__ = ["article_to_html", "report"]
