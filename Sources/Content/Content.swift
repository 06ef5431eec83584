// Content: written in this slice.
