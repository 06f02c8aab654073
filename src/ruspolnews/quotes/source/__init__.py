"""Who speaks beside a cue: the subject of a verb, the head of a participle, the noun after an attribution phrase."""
