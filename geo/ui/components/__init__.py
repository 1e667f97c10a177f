"""Parts of a page: each is show(..., key) and returns a plain value."""
