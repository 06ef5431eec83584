#pragma once

/// How often the calling thread has asked for memory: malloc, calloc, realloc and the aligned ones.
unsigned long allocations_of_thread(void);
