"""Becomes the server: drops root and every capability, ties its life to the launcher's, then executes.

Executed as a script of its own, so that nothing has to happen between fork and exec in a process that has threads.
Arguments: launcher's pid, signal to get when the launcher dies, uid, gid, then the command. A uid of -1 keeps the
caller's account.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int, death_signal: int) -> None:
    """On Linux: get this signal when the thread that started us ends; exits at once when the parent is gone already.

    Args:
        parent: pid of the process that started this one.
        death_signal: number of the signal.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    unsigned = ctypes.c_ulong
    rest = (unsigned(0), unsigned(0), unsigned(0))
    if libc.prctl(ctypes.c_int(PR_SET_PDEATHSIG), unsigned(death_signal), *rest) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    if os.getppid() != parent:  # it died before the line above
        sys.exit(1)


def main(arguments: list[str]) -> None:
    """Does all of it and does not return."""
    parent, death_signal, uid, gid = (int(text) for text in arguments[:4])
    os.umask(0o077)
    if uid >= 0:
        os.setgroups([])
        os.setresgid(gid, gid, gid)
        os.setresuid(uid, uid, uid)
    end_with_parent(parent, death_signal)  # after the change of account, which clears it
    command = arguments[4:]
    os.execv(command[0], command)  # noqa: S606 - the whole purpose; the command is the launcher's own


if __name__ == "__main__":
    main(sys.argv[1:])
