"""The snow report of the Fern Ridge hut."""
