#ifndef NUNTIQ_CONFINE_H
#define NUNTIQ_CONFINE_H

/// Runs a program confined, as a process of its own does for a node: `argv` is what follows the command's name.
///
///     --time SECONDS --grace SECONDS --cpu SECONDS --memory MB --processes N --file MB [--user ID] --work FOLDER
///     [--read PATH]... -- PROGRAM [ARGUMENT]...
///
/// Descriptors: 0, 1 and 2 are the program's; 3 is the node's hold, `T` asks for a stop, its end means that the node is
/// gone; to 4 it writes one line `confined …` and one `ended …`. When it returns, nothing that it started lives and the
/// work folder is gone.
int confine_guard(int argc, char *const *argv);

/// Makes this process unreadable for others of its user (`/proc/PID/environ`, `mem`, `fd`).
void confine_hide(void);

#endif
