"""What lookups are made with beside the gazetteer: the online service when one is set, and the choice of countries."""

import os

from geo.catalogue.geocoders import load_geocoders
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.online import OnlineGeocoder
from geo.model.place import FeatureClass
from geo.services.settings import online_service
from geo.services.shelf import DEFAULT_STORE, STORE_VARIABLE
from geo.store.database import open_database
from geo.store.online_ledger import OnlineLedger


def online_geocoder(store_url: str | None = None) -> OnlineGeocoder | None:
    """The service that was switched on, with its cache and turns in the store; None when none was.

    SettingsError names a wrong setting, StoreError a store that cannot be used.
    """
    service = online_service()
    if service is None:
        return None
    engine = open_database(store_url or os.environ.get(STORE_VARIABLE) or DEFAULT_STORE)
    return OnlineGeocoder(service, load_geocoders().rules, OnlineLedger(engine))


def countries_of_the_world(gazetteer: Gazetteer) -> tuple[tuple[str, str], ...]:
    """(ISO 3166-1 alpha-2, name) of every country the gazetteer lists, by name."""
    found = ((one.country, one.name) for one in gazetteer.entries.values() if one.feature_class is FeatureClass.COUNTRY)
    return tuple(sorted(found, key=lambda country: country[1]))
