"""Text set in a column of the sheet, from the top down."""

from collections.abc import Sequence

from geo.render.print import style
from geo.render.print.paper import MM_PER_POINT, Box, Paper
from geo.render.print.words import wrap

LEADING = 1.24


class Column:
    """`y` is how far down the column is in use, in millimetres; nothing is written below the bottom of its box."""

    def __init__(self, paper: Paper, box: Box) -> None:
        self.paper, self.box, self.y = paper, box, box.top

    @property
    def left_mm(self) -> float:
        """Room that is left."""
        return self.y - self.box.bottom

    def space(self, millimetres: float) -> None:
        self.y -= millimetres

    def rule(self, weight: float = 0.5) -> None:
        line = Box(self.box.left, self.y, self.box.width, 0)
        self.paper.box(line, 50, facecolor=style.RULE, edgecolor=style.RULE, linewidth=weight)

    def write(
        self, text: str, points: float, family: str = style.SANS, colour: str = style.INK, most: int = 99
    ) -> None:
        """Wraps the text; at most `most` lines, and as many as there is room for."""
        step = points * MM_PER_POINT * LEADING
        for line in wrap(text, family, points, self.box.width, max(min(most, int(self.left_mm / step)), 0) or 1):
            if self.left_mm < step * 0.9:
                return
            self.paper.write(line, self.box.left, self.y - step * 0.8, points, family, colour)
            self.y -= step

    def write_all(self, texts: Sequence[str], points: float, colour: str = style.INK, most: int = 3) -> None:
        for text in texts:
            self.write(text, points, colour=colour, most=most)
