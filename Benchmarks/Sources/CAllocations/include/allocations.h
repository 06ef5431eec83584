#pragma once

/// How often the calling thread has asked for memory: malloc, calloc, realloc and the aligned ones.
unsigned long allocations_of_thread(void);

/// From now on, memory that is given back stays with the process, however large the block.
void keep_freed_memory(void);
