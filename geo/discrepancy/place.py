"""Places: points with a radius, areas, names with several readings, names nobody could resolve."""

from geo.discrepancy.rules import Comparison, Side, Verdict
from geo.discrepancy.words import figure
from geo.geocoding.geodesy import distance_km
from geo.model.finding import FindingClass
from geo.model.place import Alternative, AmbiguousPlace, FeatureClass, NamedPlace, Place, Point
from geo.model.place import Relation as PlaceRelation
from geo.model.quantity import Qualifier, Quantity, Unit

AMBIGUOUS = "ambiguous name"
_TOLERANCE = "regions overlap"


def compare_places(first: NamedPlace, second: NamedPlace, rules: Comparison) -> Verdict:
    """Class of two named places, from their resolutions; the coordinates are never changed or chosen between."""
    left, right = first.resolution, second.resolution
    if isinstance(left, Place) and isinstance(right, Place):
        return _places(left, first.toponym.relation, right, second.toponym.relation, rules)
    if isinstance(left, AmbiguousPlace) and isinstance(right, AmbiguousPlace):
        return _two_ambiguous(left, right)
    if isinstance(left, AmbiguousPlace) and isinstance(right, Place):
        return _ambiguous(left, right, Side.SECOND)
    if isinstance(left, Place) and isinstance(right, AmbiguousPlace):
        return _ambiguous(right, left, Side.FIRST)
    return _by_name(first, second)


def _by_name(first: NamedPlace, second: NamedPlace) -> Verdict:
    one, other = first.toponym, second.toponym
    if one.name.casefold() == other.name.casefold() and one.relation is other.relation:
        return Verdict(FindingClass.AGREES, "place-same-words", "agrees: the same name", tolerance=_TOLERANCE)
    detail = "not comparable: a name could not be placed"
    return Verdict(FindingClass.NOT_COMPARABLE, "place-unresolved", detail)


def _places(left: Place, how: PlaceRelation, right: Place, how_else: PlaceRelation, rules: Comparison) -> Verdict:
    off = (how is PlaceRelation.OFF) != (how_else is PlaceRelation.OFF)
    if left.gazetteer_id == right.gazetteer_id:
        return _one_entry(left, right, off)
    if left.point is None and right.point is None:
        beside = {how, how_else} & {PlaceRelation.NEAR, PlaceRelation.OFF}
        return _areas(left, right, bool(beside))
    within, around = lies_in(left, right), lies_in(right, left)
    if within == around and left.point is not None and right.point is not None:
        return compare_regions(left, right, left.point, right.point, rules, off)
    if (around and not within) or (within == around and left.point is None):
        return _in_area(right, how_else, left, how, Side.SECOND)
    return _in_area(left, how, right, how_else, Side.FIRST)


def _one_entry(left: Place, right: Place, off: bool) -> Verdict:
    if off:
        return _overlap(f"consistent in part: one at {right.name}, the other at sea off it")
    one, other = left.radius_m or 0.0, right.radius_m or 0.0
    if one == other:
        return Verdict(FindingClass.AGREES, "place-equal", "agrees: the same place", tolerance=_TOLERANCE)
    return _contains(Side.FIRST if one < other else Side.SECOND, "consistent: the same place, more widely drawn")


def compare_regions(
    left: Place, right: Place, here: Point, there: Point, rules: Comparison, off: bool = False
) -> Verdict:
    """Class of two circles around points; `off` says that one of the two is at sea beside its place."""
    apart = distance_km(here, there)
    one, other = (left.radius_m or 0.0) / 1000, (right.radius_m or 0.0) / 1000
    if one == other and not apart and not off:
        return Verdict(FindingClass.AGREES, "place-equal", "agrees: the same region", tolerance=_TOLERANCE)
    if apart + min(one, other) <= max(one, other) and not off:
        return _contains(Side.FIRST if one < other else Side.SECOND, "consistent: one region lies within the other")
    if apart <= one + other:
        return _overlap(f"consistent in part: {figure(apart, Unit.KILOMETRES)} apart, the regions overlap")
    return _apart(apart - (one + other), apart, rules)


def _apart(between: float, centres: float, rules: Comparison) -> Verdict:
    minor = between <= rules.minor_km
    found = FindingClass.CONTRADICTORY_MINOR if minor else FindingClass.CONTRADICTORY_MAJOR
    gap = Quantity(between, between, Qualifier.EXACT, Unit.KILOMETRES, figure(between, Unit.KILOMETRES))
    detail = f"contradictory by {gap.verbatim} between the regions ({figure(centres, Unit.KILOMETRES)} between centres)"
    return Verdict(found, "place-disjoint", detail, gap, _TOLERANCE)


def _in_area(inner: Place, how: PlaceRelation, area: Place, how_area: PlaceRelation, side: Side) -> Verdict:
    """A place against an area: by the area the gazetteer puts the place in, never by drawing."""
    if lies_in(inner, area):
        if how is PlaceRelation.OFF:
            return _overlap(f"consistent in part: waters off {inner.name}, which lies in {area.name}")
        return _contains(side, f"consistent: {inner.name} lies in {area.name}")
    beyond = how_area in (PlaceRelation.NEAR, PlaceRelation.OFF)
    if _bounded(inner, area) and not beyond:
        return _exclude(f"contradictory: {inner.name} does not lie in {area.name}")
    detail = f"not comparable: nothing says whether {inner.name} lies in {area.name} or near it"
    return Verdict(FindingClass.NOT_COMPARABLE, "place-no-shape", detail)


def _bounded(inner: Place, area: Place) -> bool:
    """Whether the codes of both would tell if the place lay in the area."""
    if area.feature_class is FeatureClass.COUNTRY:
        return bool(inner.country and area.country)
    return area.feature_class is FeatureClass.PROVINCE and bool(inner.admin_area)


def _areas(left: Place, right: Place, beside: bool) -> Verdict:
    """`beside` says that one of the two is told as near or off its area, which may be in the next one."""
    if _codes(left) & _codes(right) and left.feature_class is right.feature_class:
        return Verdict(FindingClass.AGREES, "place-equal", "agrees: the same area", tolerance=_TOLERANCE)
    within, around = lies_in(left, right), lies_in(right, left)
    if within and around:
        return Verdict(FindingClass.AGREES, "place-equal", "agrees: the same country", tolerance=_TOLERANCE)
    if within or around:
        inner, outer, side = (left, right, Side.FIRST) if within else (right, left, Side.SECOND)
        return _contains(side, f"consistent: {inner.name} lies in {outer.name}")
    bounded = left.feature_class in (FeatureClass.PROVINCE, FeatureClass.COUNTRY)
    if bounded and left.feature_class is right.feature_class and not beside:
        return _exclude(f"contradictory: {left.name} and {right.name} are two areas")
    detail = f"not comparable: nothing says how {left.name} lies to {right.name}"
    return Verdict(FindingClass.NOT_COMPARABLE, "place-no-shape", detail)


def _ambiguous(name: AmbiguousPlace, place: Place, side: Side) -> Verdict:
    """A name with several readings against a place: one fitting reading is enough for consistency."""
    fitting = [each for each in name.candidates if candidate_fits(each, place)]
    if fitting:
        detail = f"consistent if {fitting[0].name} is meant"
        return Verdict(FindingClass.LESS_PRECISE, "place-candidate", detail, None, _TOLERANCE, (AMBIGUOUS,), side)
    if all(each.feature_class is FeatureClass.PROVINCE for each in name.candidates) and province_of(place):
        detail = f"contradictory: {place.name} lies in none of {either(name)}"
        return Verdict(FindingClass.CONTRADICTORY_MAJOR, "place-disjoint", detail, None, _TOLERANCE, (AMBIGUOUS,))
    detail = f"not comparable: nothing says how {place.name} lies to {either(name)}"
    return Verdict(FindingClass.NOT_COMPARABLE, "place-no-shape", detail, flags=(AMBIGUOUS,))


def _two_ambiguous(left: AmbiguousPlace, right: AmbiguousPlace) -> Verdict:
    one, other = ({each.gazetteer_id for each in place.candidates} for place in (left, right))
    if one == other:
        detail = f"agrees: both may mean {either(left)}"
        return Verdict(FindingClass.AGREES, "place-candidate", detail, None, _TOLERANCE, (AMBIGUOUS,))
    if one & other:
        detail = "consistent in part: some readings are shared"
        return Verdict(FindingClass.OVERLAPPING, "place-candidate", detail, None, _TOLERANCE, (AMBIGUOUS,))
    detail = "not comparable: two names with several readings each"
    return Verdict(FindingClass.NOT_COMPARABLE, "place-no-shape", detail, flags=(AMBIGUOUS,))


def candidate_fits(candidate: Alternative, place: Place) -> bool:
    """Whether the place is the candidate or lies in it, by the gazetteer's own codes."""
    codes = {_norm(candidate.gazetteer_id), _norm(candidate.name)}
    if codes & (_codes(place) - _codes_of_name(place, candidate)):
        return True
    return candidate.feature_class is FeatureClass.PROVINCE and bool(codes & _provinces(place))


def lies_in(inner: Place, outer: Place) -> bool:
    """By codes only: a province some source puts the inner place in is the outer one, or that is its country."""
    if outer.feature_class is FeatureClass.COUNTRY:
        return bool(inner.country) and inner.country == outer.country
    if outer.feature_class is not FeatureClass.PROVINCE or _norm(inner.gazetteer_id) in _codes(outer):
        return False
    return bool(_provinces(inner) & _codes(outer))


def province_of(place: Place) -> str:
    return place.admin_area or (place.name if place.feature_class is FeatureClass.PROVINCE else "")


def either(name: AmbiguousPlace) -> str:
    """All readings in words: "North Hamgyong or South Hamgyong"."""
    return " or ".join(each.name for each in name.candidates)


def _provinces(place: Place) -> set[str]:
    """Provinces that contain the place by any source; a province's own code is not one that contains it."""
    also = {_norm(code) for code in place.also_admin_areas}
    own = set() if place.feature_class is FeatureClass.PROVINCE else {_norm(place.admin_area)}
    return (also | own) - {""}


def _codes(place: Place) -> set[str]:
    """Every code and name the place itself goes by; the admin area counts only for a province."""
    own = {place.gazetteer_id, place.area_id, place.name}
    if place.feature_class is FeatureClass.PROVINCE:
        own.add(place.admin_area)
    return {_norm(code) for code in own} - {""}


def _codes_of_name(place: Place, candidate: Alternative) -> set[str]:
    """Two entries of different classes may share a name: then the name is no evidence."""
    return set() if place.feature_class is candidate.feature_class else {_norm(place.name)}


def _norm(code: str) -> str:
    return code.casefold().strip()


def _contains(precise: Side, detail: str) -> Verdict:
    return Verdict(FindingClass.LESS_PRECISE, "place-contains", detail, None, _TOLERANCE, (), precise)


def _overlap(detail: str) -> Verdict:
    return Verdict(FindingClass.OVERLAPPING, "place-overlap", detail, tolerance=_TOLERANCE)


def _exclude(detail: str) -> Verdict:
    return Verdict(FindingClass.CONTRADICTORY_MAJOR, "place-disjoint", detail, tolerance=_TOLERANCE)
