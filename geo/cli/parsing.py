"""What the modules of this folder hand their commands to."""

import argparse
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def said(sentence: str) -> int:
    """Prints the sentence; 0, the exit code of a command that did what was asked."""
    print(sentence)
    return 0
