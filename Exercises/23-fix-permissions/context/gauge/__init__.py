"""The rain gauge of a small weather station."""
