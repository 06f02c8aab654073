"""What is found, set against what an annotator says should be found.

Annotated articles are `Article` objects like any others: see `read_annotated` for the format, `evaluate` for the
measures, `compare` for two versions side by side.
"""

from ruspolnews.evaluation.annotated import Annotated, annotated_from_dict, read_annotated
from ruspolnews.evaluation.comparing import Change, Comparison, compare
from ruspolnews.evaluation.listing import Fault, list_changes, list_flaws
from ruspolnews.evaluation.matching import dice, same_name
from ruspolnews.evaluation.measures import Measures, measure
from ruspolnews.evaluation.outputs import read_outputs, read_texts, save_outputs
from ruspolnews.evaluation.pairs import Counts, Flaw, Pair
from ruspolnews.evaluation.scoring import Report, evaluate

__all__ = [
    "Annotated",
    "Change",
    "Comparison",
    "Counts",
    "Fault",
    "Flaw",
    "Measures",
    "Pair",
    "Report",
    "annotated_from_dict",
    "compare",
    "dice",
    "evaluate",
    "list_changes",
    "list_flaws",
    "measure",
    "read_annotated",
    "read_outputs",
    "read_texts",
    "same_name",
    "save_outputs",
]
