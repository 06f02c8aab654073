"""The library inside other ones; each needs an extra of its own."""
