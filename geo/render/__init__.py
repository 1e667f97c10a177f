"""The only place that knows folium and branca: the interactive map, its files and its script."""
