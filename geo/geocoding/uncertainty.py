"""How far from its point, or over which area, a place claim reaches."""

from geo.geocoding.gazetteer import Entry, Gazetteer
from geo.model.place import Alternative, Place, Point, Relation


def place_of(entry: Entry, relation: Relation, gazetteer: Gazetteer, reach_m: float = 0.0, reach_of: str = "") -> Place:
    """The place an entry makes under a relation: its area, or its point with a radius in metres.

    The radius is the largest of the rule for class and relation, the extent of the thing, and
    `reach_m`, the distance to another point that goes by the same name (`reach_of`). The
    province around the entry is given by its name in `admin_area`, "" for a province itself.
    An entry with neither point nor area is no place: ModelError.
    """
    if entry.area_id or entry.point is None:
        return _place(entry, gazetteer, None, None, _area_reason(entry, gazetteer))
    metres, reason = _radius(entry, relation, gazetteer)
    if reach_m > metres:
        metres, reason = reach_m, f"wide enough to hold {reach_of}, which goes by the same name"
    return _place(entry, gazetteer, entry.point, metres, reason)


def _place(entry: Entry, gazetteer: Gazetteer, point: Point | None, radius_m: float | None, reason: str) -> Place:
    return Place(
        gazetteer_id=entry.id,
        name=entry.name,
        feature_class=entry.feature_class,
        country=entry.country,
        admin_area=gazetteer.display(entry.admin_id) if entry.admin_id not in ("", entry.id) else "",
        coordinate_source=entry.coordinate_source,
        point=point,
        radius_m=radius_m,
        area_id="" if point else entry.area_id,
        radius_reason=reason,
        also_admin_areas=tuple(gazetteer.display(admin_id) for admin_id in entry.also_admin_ids),
    )


def _radius(entry: Entry, relation: Relation, gazetteer: Gazetteer) -> tuple[float, str]:
    rule = gazetteer.radius(entry.feature_class, relation)
    if entry.radius_m and entry.radius_m > rule.metres:
        return entry.radius_m, f"the extent of {entry.name}"
    return rule.metres, rule.reason


def _area_reason(entry: Entry, gazetteer: Gazetteer) -> str:
    if entry.area_id in (entry.id, ""):
        return f"{entry.name} is an area and is drawn whole"
    return f"no source gives a coordinate, so the whole of {gazetteer.display(entry.area_id)} stands for it"


def alternative(entry: Entry, reason: str) -> Alternative:
    return Alternative(entry.id, entry.name, entry.feature_class, entry.point, reason)
