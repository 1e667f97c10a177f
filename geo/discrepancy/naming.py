"""Place names across attributes: a place against a province, and names with several readings."""

from collections.abc import Iterator, Mapping, Sequence

from geo.discrepancy.entry import Entry
from geo.discrepancy.ledger import Ledger
from geo.discrepancy.place import candidate_fits, compare_places, either
from geo.discrepancy.scope import read_kindly, scope_verdict
from geo.discrepancy.sentences import pair
from geo.model.claim import Attribute, Stance
from geo.model.finding import Finding, FindingClass
from geo.model.place import AmbiguousPlace, NamedPlace, Place, Resolution

Now = Mapping[Attribute, Sequence[Entry]]
_PLACES = (Attribute.LAUNCH_PLACE, Attribute.ADMIN_AREA)


def place_against_area(now: Now, ledger: Ledger) -> Iterator[Finding]:
    """Each launch place against each province named for the launch, whoever named them.

    Pairs of which nothing can be said are left out: they are two attributes.
    """
    places, areas = (_named(now, attribute) for attribute in _PLACES)
    for place in places:
        for area in areas:
            first, second = (place, area) if place.order < area.order else (area, place)
            one, other = first.claim.value, second.claim.value
            if not (isinstance(one, NamedPlace) and isinstance(other, NamedPlace)):
                continue
            if scope_verdict(first.claim, second.claim, ledger.rules) is not None:
                continue
            verdict = read_kindly(compare_places(one, other, ledger.rules), first.claim, second.claim)
            verdict = ledger.by_parts(verdict, first, second)
            if verdict.finding_class is not FindingClass.NOT_COMPARABLE:
                yield Finding(
                    Attribute.ADMIN_AREA,
                    (first.id, second.id),
                    verdict.finding_class,
                    verdict.rule,
                    pair(first, second, verdict),
                    verdict.gap,
                    verdict.tolerance,
                    (*verdict.flags, "place against area"),
                )


def ambiguous_names(now: Now) -> Iterator[Finding]:
    """A name with several readings, and which reading another claim of the launch speaks for; no claim is changed."""
    placed = [entry for attribute in _PLACES for entry in _named(now, attribute)]
    for entry in placed:
        resolution = _resolution(entry)
        if isinstance(resolution, AmbiguousPlace):
            deciding = [each for each in placed if len(_fitting(resolution, each)) == 1]
            yield _ambiguous(entry, resolution, sorted(deciding, key=lambda each: each.order))


def _ambiguous(entry: Entry, name: AmbiguousPlace, deciding: Sequence[Entry]) -> Finding:
    speaker = entry.speaker
    reasons = dict.fromkeys(_lies(each, _fitting(name, each)[0]) for each in deciding)
    ending = "; ".join(reasons) if reasons else "no other claim decides"
    words = entry.words
    sentence = f"“{words}” ({speaker}) may mean {either(name)}; {ending}, rule place-ambiguous."
    ids = (entry.id, *(each.id for each in deciding))
    flags = tuple(f"candidate {each.gazetteer_id}" for each in name.candidates)
    return Finding(entry.attribute, ids, FindingClass.AMBIGUOUS_NAME, "place-ambiguous", sentence, flags=flags)


def _lies(entry: Entry, candidate: str) -> str:
    place = _resolution(entry)
    name = place.name if isinstance(place, Place) else ""
    speaker = entry.speaker
    return f"{speaker} names {candidate}" if name == candidate else f"{name} lies in {candidate}"


def _fitting(name: AmbiguousPlace, entry: Entry) -> list[str]:
    place = _resolution(entry)
    if not isinstance(place, Place):
        return []
    return [each.name for each in name.candidates if candidate_fits(each, place)]


def _resolution(entry: Entry) -> Resolution | None:
    return entry.claim.value.resolution if isinstance(entry.claim.value, NamedPlace) else None


def _named(now: Now, attribute: Attribute) -> list[Entry]:
    return [entry for entry in now.get(attribute, ()) if entry.claim.stance is not Stance.DENIED]
