// Classroom: written in this slice.
