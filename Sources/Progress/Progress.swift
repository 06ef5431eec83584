// Progress: written in this slice.
