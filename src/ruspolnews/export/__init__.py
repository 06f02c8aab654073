"""Articles in other forms: plain dicts and JSON."""
