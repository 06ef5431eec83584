// Session: written in this slice.
