"""Every error the project raises on purpose. Each message says what was wrong and what to do."""


class LaunchMapError(Exception):
    """Base of all errors meant for a person: its text may be shown as it stands."""


class EmptyReportError(LaunchMapError):
    """A report without a single visible character."""


class UndecodableReportError(LaunchMapError):
    """Bytes that are no text in any encoding we can vouch for."""


class OversizedReportError(LaunchMapError):
    """A report, or one unbroken line of it, longer than a news report can be."""


class UnreadableDateError(LaunchMapError):
    """A date that is not a calendar date in ISO 8601 form, or lies outside the supported years."""


class DataPackageError(LaunchMapError):
    """A file under data/ or seeds/ whose manifest, hash, columns or rows are not what they must be."""


class StoreError(LaunchMapError):
    """The store could not read or write; what was there before is unchanged."""


class SettingsError(LaunchMapError):
    """A setting of this installation that is missing, unknown or forbidden; the message names it."""


class ModelError(LaunchMapError, ValueError):
    """A value that contradicts its own definition, such as an interval that ends before it begins."""
