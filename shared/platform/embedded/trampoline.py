"""Becomes the server: ties its life to the launcher's, drops root, keeps one capability at most, then executes.

Executed as a script of its own, so that nothing has to happen between fork and exec in a process that has threads. Arguments: launcher's pid, signal to get when the launcher dies, uid, gid, capability ("read" or
"none"), then the command. A uid of -1 keeps the caller's account.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CAP_DAC_READ_SEARCH = 2
CAPABILITY_VERSION_3 = 0x20080522


def prctl(option: int, first: int, second: int = 0) -> None:
    """Sets an attribute of this process; raises OSError."""
    libc = ctypes.CDLL(None, use_errno=True)
    unsigned = ctypes.c_ulong
    if libc.prctl(ctypes.c_int(option), unsigned(first), unsigned(second), unsigned(0), unsigned(0)) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")


def drop_root(uid: int, gid: int, *, keep_read: bool) -> None:
    """Becomes the account; with keep_read it may still search closed folders above its own, and nothing more."""
    if keep_read:
        prctl(PR_SET_KEEPCAPS, 1)
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    if keep_read:
        only = 1 << CAP_DAC_READ_SEARCH
        header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
        sets = (ctypes.c_uint32 * 6)(only, only, only, 0, 0, 0)  # effective, permitted, inheritable; low and high word
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.capset(ctypes.byref(header), ctypes.byref(sets)) != 0:
            raise OSError(ctypes.get_errno(), "capset")
        prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_READ_SEARCH)


def main(arguments: list[str]) -> None:
    """Does all of it and does not return."""
    parent, death_signal, uid, gid = (int(text) for text in arguments[:4])
    os.umask(0o077)
    if uid >= 0:
        drop_root(uid, gid, keep_read=arguments[4] == "read")
    if sys.platform == "linux":
        prctl(PR_SET_PDEATHSIG, death_signal)  # after the change of account, which clears it
        if os.getppid() != parent:  # the launcher died before the line above
            sys.exit(1)
    command = arguments[5:]
    os.execv(command[0], command)  # noqa: S606 - the whole purpose; the command is the launcher's own


if __name__ == "__main__":
    main(sys.argv[1:])
