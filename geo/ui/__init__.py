"""The dashboard: Streamlit pages and components over the services."""

from pathlib import Path

ICON = Path(__file__).with_name("icon.png")
