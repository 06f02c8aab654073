"""Who is who: each source beside a cue to a speaker of the whole article."""

from ruspolnews.mentions.resolution.entities import Credit
from ruspolnews.mentions.resolution.resolving import resolve

__all__ = ["Credit", "resolve"]
