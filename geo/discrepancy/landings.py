"""Two landings: waters, sides of the exclusive economic zone, and regions told from named places."""

from geo.discrepancy.place import compare_regions
from geo.discrepancy.quantity import compare_quantities
from geo.discrepancy.rules import Comparison, Side, Verdict
from geo.discrepancy.target import region
from geo.discrepancy.weapon import compare_codes
from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.model.place import Place
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.weapon import LandingArea

_MAJOR, _MINOR = FindingClass.CONTRADICTORY_MAJOR, FindingClass.CONTRADICTORY_MINOR


def compare_landings(first: LandingArea, second: LandingArea, rules: Comparison) -> Verdict:
    """Waters, side of the exclusive economic zone and region, each where both tell of it; the worst counts.

    A region is told as a distance, or a distance and a direction, from a named place; waters tell one too.
    """
    parts = list(_landing_parts(first, second, rules))
    if not parts:
        detail = "silent: each says what the other leaves open"
        return Verdict(FindingClass.SILENT, "landing-silent", detail)
    worst = max(parts, key=lambda part: _ORDER.index(part.finding_class))
    more = _says_more(first, second)
    if worst.finding_class is FindingClass.AGREES and more is not None:
        detail = "consistent: one of the two says more"
        return Verdict(FindingClass.LESS_PRECISE, "landing-contains", detail, None, worst.tolerance, (), more)
    return worst


_ORDER = (
    FindingClass.NOT_COMPARABLE,
    FindingClass.AGREES,
    FindingClass.LESS_PRECISE,
    FindingClass.OVERLAPPING,
    _MINOR,
    _MAJOR,
)


def _landing_parts(first: LandingArea, second: LandingArea, rules: Comparison) -> list[Verdict]:
    parts = []
    if first.eez and second.eez:
        same = first.eez is second.eez
        found = FindingClass.AGREES if same else _MAJOR
        detail = "agrees" if same else "contradictory: inside against outside the exclusive economic zone"
        parts.append(Verdict(found, f"landing-{'equal' if same else 'disjoint'}", detail, None, "0"))
    if first.area and second.area:
        parts.append(compare_codes(first.area, second.area, rules.waters, "landing"))
    if first.distance and second.distance:
        parts += _beside(first, second, first.distance, second.distance, rules)
    if not (first.area and second.area):
        parts += _in_waters(first, second, rules, Side.FIRST) + _in_waters(second, first, rules, Side.SECOND)
    return parts


def _beside(
    first: LandingArea, second: LandingArea, one: Quantity, other: Quantity, rules: Comparison
) -> list[Verdict]:
    """Distances from one place in one direction are compared as such, all others as the regions they lead to."""
    same = _one_reference(first, second)
    if same and (first.bearing == second.bearing or None in (first.bearing, second.bearing)):
        return [compare_quantities(one, other, Attribute.LANDING_AREA, rules)]
    here, there = region(first, rules), region(second, rules)
    if here and there and here.point and there.point:
        verdict = compare_regions(here, there, here.point, there.point, rules)
        return [verdict._replace(rule=verdict.rule.replace("place-", "landing-beside-"))]
    if not same:
        return []
    detail = "not comparable: two directions from a place that is not known"
    return [Verdict(FindingClass.NOT_COMPARABLE, "place-unresolved", detail)]


def _one_reference(first: LandingArea, second: LandingArea) -> bool:
    one, other = first.resolution, second.resolution
    if isinstance(one, Place) and isinstance(other, Place):
        return one.gazetteer_id == other.gazetteer_id
    return first.reference.casefold() == second.reference.casefold()


def _in_waters(beside: LandingArea, named: LandingArea, rules: Comparison, side: Side) -> list[Verdict]:
    """The region one tells by a place against the waters the other names, who tells of no place."""
    there, waters = region(beside, rules), rules.shapes.get(named.area)
    if waters is None or there is None or there.point is None or named.distance:
        return []
    radius, slack = (there.radius_m or 0.0) / 1000, rules.flight.landing_slack_km
    away, words = waters.distances_km(there.point)[0], rules.waters.words(named.area)
    tolerance = f"{slack:g} km, for outlines drawn coarsely"
    if away > radius + slack:
        detail = f"contradictory: the region told by a place lies {away - radius:.0f} km from {words}"
        gap = Quantity(away - radius, away - radius, Qualifier.EXACT, Unit.KILOMETRES, f"{away - radius:.0f} km")
        return [Verdict(_MAJOR, "landing-beside-disjoint", detail, gap, tolerance)]
    if away > 0 or (named.eez and not beside.eez):
        detail = f"consistent in part: the region told by a place {'touches' if away else 'lies in'} {words}"
        return [Verdict(FindingClass.OVERLAPPING, "landing-beside-overlap", detail, None, tolerance)]
    detail = f"consistent: the region told by a place lies in {words}"
    return [Verdict(FindingClass.LESS_PRECISE, "landing-beside-contains", detail, None, tolerance, (), side)]


def _says_more(first: LandingArea, second: LandingArea) -> Side | None:
    one, other = _told(first), _told(second)
    if one > other:
        return Side.FIRST
    return Side.SECOND if other > one else None


def _told(landing: LandingArea) -> set[str]:
    said = {"area": landing.area, "eez": landing.eez, "distance": landing.distance}
    directed = {"bearing"} if landing.bearing is not None else set()
    return {name for name, given in said.items() if given} | directed
