"""The printed map: a MapView on paper, drawn by matplotlib from local vectors. Imported only when asked for."""
