"""Writers of data formats: plain values in, bytes out, the same bytes for the same values."""
