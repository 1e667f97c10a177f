"""Pages: each reads its widgets, calls one service and draws."""
