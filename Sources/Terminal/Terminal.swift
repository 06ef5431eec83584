// Terminal: written in this slice.
