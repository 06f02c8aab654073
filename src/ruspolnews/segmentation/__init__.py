"""Text to paragraphs, sentences, tokens and quotation marks."""

from ruspolnews.segmentation.document import Document, segment

__all__ = ["Document", "segment"]
