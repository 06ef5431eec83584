// Reporting: written in this slice.
