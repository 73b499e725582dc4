#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// All that the program asks of curses, of termios and of signals. Curses turns cells into the bytes that change the screen;
// those land in memory and are written by the caller, so that a frame is one write, its cost is known and a jammed line
// blocks nobody. One thread only, but for the signal handlers.

// MARK: The screen (screen.c)

/// Takes the character set of the environment; in a C locale that of C.UTF-8. False when it is not UTF-8.
bool cc_use_locale(void);
/// Starts curses for a terminal type; CC_OPENED, or why not.
int cc_open(const char *type, int rows, int columns);
enum { CC_OPENED, CC_UNKNOWN_TYPE, CC_NO_CURSOR };
/// The colours of the terminal type; 0 when it has none.
int cc_colors(void);
/// The cells that the C library takes a character for; -1 when it is not printable there.
int cc_width(uint32_t scalar);
/// Sets one cell: a character and its combining marks, CC_* attributes, palette entries or -1 for the terminal's own colour.
void cc_put(int row, int column, const uint32_t *scalars, int count, int attributes, int foreground, int background);
enum { CC_BOLD = 1, CC_DIM = 2, CC_ITALIC = 4, CC_UNDERLINE = 8, CC_REVERSE = 16 };
/// Where the cursor rests after the next frame; a negative row hides it.
void cc_cursor(int row, int column);
/// Makes the bytes of a frame.
void cc_flush(void);
/// Takes at most `limit` of the bytes made so far; 0 when there are none left.
size_t cc_take(uint8_t *bytes, size_t limit);
/// Another size; every cell is drawn anew.
void cc_resize(int rows, int columns);
/// Draws every cell anew with the next frame.
void cc_redraw(void);
/// Leaves the screen; the next frame enters it again and is a whole one.
void cc_suspend(void);
void cc_close(void);

// MARK: The line (line.c)

/// Opens the terminal behind a descriptor anew, non-blocking: that flag is shared with whoever else has the descriptor, such
/// as the shell. -1 when there is no terminal.
int cc_open_line(int descriptor);
/// Remembers how the line is set. False when it is no terminal.
bool cc_save_line(int descriptor);
/// Every byte at once and as it is: no echo, no signals, no flow control.
bool cc_raw(int descriptor);
/// Drops the keys that nobody has read.
void cc_forget_keys(int descriptor);
/// Sets the line as it was remembered.
bool cc_cooked(int descriptor);
/// The terminal's size; false when it is unknown or zero.
bool cc_size(int descriptor, int *rows, int *columns);

// MARK: Signals (signals.c)

/// A counter in the kernel that poll can wait for; -1 on failure.
int cc_event(void);
/// Handlers for all signals whose default is death: they leave the terminal as it was, and the signal is raised again.
/// SIGWINCH, SIGTSTP and SIGCONT are noted and wake `event`, if that is not negative.
void cc_watch(int event);
/// Puts the handlers back that were there before.
void cc_unwatch(void);
/// From now on what the keyboard sends is for somebody else, as for a shell's job: it interrupts nothing here, and a stop
/// stops this process with the rest of its group. To be called before the line is given back.
void cc_lend(void);
/// Ends that; to be called once the line sends keys instead of signals again.
void cc_unlend(void);
/// From now on death writes these bytes to the line and sets it as it was remembered; null ends that.
void cc_arm(int descriptor, const uint8_t *bytes, size_t count);
/// The bytes that give the terminal back, for the type that is open, into `bytes`; returns how many.
size_t cc_restore_bytes(uint8_t *bytes, size_t limit);
/// What happened since the last call.
int cc_signals(void);
enum { CC_RESIZED = 1, CC_STOP = 2, CC_CONTINUED = 4 };
/// Stops this process, or the whole group as a terminal does; returns when it goes on, or soon if nobody could continue it.
void cc_stop(bool whole_group, int event);

// A program in the foreground.

/// Starts a program on the terminal and waits for its end; returns 0 and the status of waitpid, or errno when it did not
/// start. Afterwards this process is in the foreground again if it was before.
int cc_run(int descriptor, char *const words[], char *const environment[], int *status);
