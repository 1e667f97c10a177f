"""report ─► claims ─► places: what one report says."""

from collections.abc import Callable
from dataclasses import replace

from geo.extraction.reading import read
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.placing import locate
from geo.model.reading import Reading
from geo.model.report import Report
from geo.services.library import Library


def rules_of(library: Library) -> Callable[[Report], Reading]:
    """The rules as an extractor."""
    return lambda report: read(report, library.lexicon)


def read_report(report: Report, library: Library) -> Reading:
    """What the rules read in it, every toponym looked up; pure."""
    return placed(read(report, library.lexicon), library.gazetteer)


def placed(reading: Reading, gazetteer: Gazetteer) -> Reading:
    """The reading with every toponym looked up; the words stay as they were."""
    return replace(reading, claims=locate(reading.claims, gazetteer))
