#ifndef STAGECRAFT_CREADLINE_SHIM_H
#define STAGECRAFT_CREADLINE_SHIM_H

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

/* Swift refuses C's global variables, since it cannot know who else changes them; one function stands for each. */

static inline void sc_set_completion(rl_completion_func_t *function) {
  rl_attempted_completion_function = function;
}

/* 0 lets file names follow when the function found nothing; 1 does not. */
static inline void sc_set_completion_over(int over) { rl_attempted_completion_over = over; }

static inline const char *sc_line(void) { return rl_line_buffer; }
static inline int sc_cursor(void) { return rl_point; }

/* As readline prepares a terminal, but Ctrl-C and Ctrl-Z arrive as keys: as signals they would race with the read. */
static inline void sc_prepare_terminal(int meta) {
  rl_prep_terminal(meta);
  struct termios settings;
  if (tcgetattr(STDIN_FILENO, &settings) == 0) {
    settings.c_lflag &= ~(tcflag_t)ISIG;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
  }
}

/* Signals and the environment are the program's own business, not readline's. */
static inline void sc_leave_signals_alone(void) {
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_prep_term_function = sc_prepare_terminal;
}

static inline void sc_set_name(const char *name) { rl_readline_name = name; }

/* The latest line of the history, or NULL. */
static inline const char *sc_last_line(void) {
  HIST_ENTRY *entry = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  return entry ? entry->line : NULL;
}

/* A descriptor that tells of the signals of a set, or -1. */
static inline int sc_signal_descriptor(const sigset_t *set) { return signalfd(-1, set, SFD_CLOEXEC | SFD_NONBLOCK); }

/* The next signal of the descriptor, or 0. */
static inline int sc_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  ssize_t count = read(descriptor, &info, sizeof info);
  return count == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

#endif
