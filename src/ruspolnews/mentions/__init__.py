"""Who is named, and who is who."""
