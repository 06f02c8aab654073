"""Documents from files of many kinds, and results into files: what a command over an archive needs."""

from ruspolnews.files.documents import Document, Unread
from ruspolnews.files.reading import read_documents
from ruspolnews.files.selecting import Selection
from ruspolnews.files.writing import FORMATS, Writer, open_writer

__all__ = ["FORMATS", "Document", "Selection", "Unread", "Writer", "open_writer", "read_documents"]
