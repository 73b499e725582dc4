#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>
#undef columns  // a macro of term.h

static SCREEN *screen;
static FILE *memory;  // what curses believes to be the terminal
static off_t taken;

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool cc_use_locale(void) {
    // LC_CTYPE alone: the numbers that this program prints and reads must not depend on the locale.
    if (setlocale(LC_CTYPE, "") == NULL) setlocale(LC_CTYPE, "C");
    if (is_utf8()) return true;
    // ssh often passes no locale at all; the terminal behind it knows UTF-8 all the same.
    if (strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0 && setlocale(LC_CTYPE, "C.UTF-8") != NULL) return is_utf8();
    return false;
}

static char *capability(const char *name) {
    char *value = tigetstr(name);
    return value == (char *)-1 ? NULL : value;
}

/// Shortens what curses sends with each change of style, and keeps it away from the person's palette.
///
/// Lines are drawn with Unicode here, so no change of style need leave the line drawing character set: `ESC ( B` is a third of
/// the bytes. Curses has no setter for its own copy of the capabilities; each is only made shorter where it lies.
static void draw_plainly(void) {
    char *plain = capability("sgr0"), *style = capability("sgr"), *palette = capability("oc");
    const char *charset = "%?%p9%t\x1b(0%e\x1b(B%;";
    if (plain != NULL && strcmp(plain, "\x1b(B\x1b[m") == 0) memmove(plain, plain + 3, strlen(plain + 3) + 1);
    if (style != NULL && strncmp(style, charset, strlen(charset)) == 0)
        memmove(style, style + strlen(charset), strlen(style + strlen(charset)) + 1);
    if (palette != NULL) palette[0] = '\0';
}

int cc_open(const char *type, int rows, int columns) {
    if (memory == NULL) {
        int descriptor = memfd_create("frame", MFD_CLOEXEC);
        if (descriptor < 0) return CC_UNKNOWN_TYPE;
        memory = fdopen(descriptor, "r+");
        if (memory == NULL) {
            close(descriptor);
            return CC_UNKNOWN_TYPE;
        }
    }
    use_env(FALSE);
    // Curses would take these signals where nobody has yet, and end the process in its own way.
    const int signals[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    struct sigaction ours[4];
    for (int i = 0; i < 4; i++) sigaction(signals[i], NULL, &ours[i]);
    screen = newterm(type, memory, memory);
    for (int i = 0; i < 4; i++) sigaction(signals[i], &ours[i], NULL);
    if (screen == NULL) return CC_UNKNOWN_TYPE;
    if (cursor_address == NULL || clear_screen == NULL) {
        cc_close();
        return CC_NO_CURSOR;
    }
    typeahead(-1);  // curses would ask its input between two lines, and leave frames half drawn
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    nonl();
    idlok(stdscr, TRUE);
    scrollok(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    draw_plainly();
    // newterm made bytes for the size that the type has on paper; the first frame makes them anew for the real one.
    cc_resize(rows, columns);
    cc_suspend();
    taken = lseek(fileno(memory), 0, SEEK_END);
    return CC_OPENED;
}

int cc_colors(void) { return has_colors() ? COLORS : 0; }

int cc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cc_put(int row, int column, const uint32_t *scalars, int count, int attributes, int foreground, int background) {
    wchar_t text[CCHARW_MAX + 1];
    if (count > CCHARW_MAX) count = CCHARW_MAX;
    for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
    text[count] = 0;
    attr_t look = A_NORMAL;
    if (attributes & CC_BOLD) look |= A_BOLD;
    if (attributes & CC_DIM) look |= A_DIM;
    if (attributes & CC_ITALIC) look |= A_ITALIC;
    if (attributes & CC_UNDERLINE) look |= A_UNDERLINE;
    if (attributes & CC_REVERSE) look |= A_REVERSE;
    int pair = 0;
    // Pair 0 is the terminal's own pair of colours. The oldest pair is reused when there are too many.
    if (foreground >= 0 || background >= 0) pair = alloc_pair(foreground, background);
    if (pair < 0) pair = 0;
    cchar_t cell;
    // The pair does not fit the short argument beyond 32767; the last one counts.
    if (setcchar(&cell, text, look, 0, &pair) == ERR) return;
    // ERR in the last cell of the screen, which is drawn all the same.
    (void)mvadd_wch(row, column, &cell);
}

void cc_cursor(int row, int column) {
    if (row >= 0) move(row, column);
    curs_set(row >= 0 ? 1 : 0);
}

void cc_flush(void) {
    wnoutrefresh(stdscr);
    doupdate();
}

size_t cc_take(uint8_t *bytes, size_t limit) {
    int descriptor = fileno(memory);
    ssize_t count = pread(descriptor, bytes, limit, taken);
    if (count > 0) {
        taken += count;
        if ((size_t)count == limit) return limit;
    }
    // All is taken: start again at the beginning, so that the memory does not grow.
    taken = 0;
    if (lseek(descriptor, 0, SEEK_SET) != 0 || ftruncate(descriptor, 0) != 0) return 0;
    return count > 0 ? (size_t)count : 0;
}

void cc_resize(int rows, int columns) {
    resize_term(rows, columns);
    cc_redraw();
}

void cc_redraw(void) { clearok(curscr, TRUE); }

void cc_suspend(void) {
    endwin();
    cc_redraw();
}

void cc_close(void) {
    if (screen == NULL) return;
    endwin();
    delscreen(screen);
    screen = NULL;
}

// MARK: What gives the terminal back

static uint8_t *gathered;
static size_t gathered_count, gathered_limit;

static int gather(int byte) {
    if (gathered_count < gathered_limit) gathered[gathered_count++] = (uint8_t)byte;
    return byte;
}

static void gather_capability(const char *capability) {
    if (capability != NULL && capability != (char *)-1) tputs(capability, 1, gather);
}

size_t cc_restore_bytes(uint8_t *bytes, size_t limit) {
    gathered = bytes;
    gathered_count = 0;
    gathered_limit = limit;
    // CAN ends a sequence that was cut short; synchronized output, bracketed paste and mouse off; the whole screen scrolls.
    gather_capability("\x18\x1b[?2026l\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[r");
    gather_capability(exit_alt_charset_mode);
    gather_capability(exit_attribute_mode);
    gather_capability(orig_pair);
    gather_capability(keypad_local);
    gather_capability(cursor_normal);
    if (exit_ca_mode != NULL)
        gather_capability(exit_ca_mode);
    else
        gather_capability("\x1b[999;1H\r\n");  // no alternate screen: below what is shown
    return gathered_count;
}
