"""Use cases, each a short story. The user interface and the command line call these and nothing below."""
