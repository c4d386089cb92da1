"""Starts one program that cannot outlive the process that started it.

Run by path with a bare interpreter (`python -I -S leash.py PARENT SIGNAL ACCOUNT COMMAND...`), so only the standard
library is at hand. The program replaces this process and keeps its pid.
"""

import ctypes
import os
import pwd
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_SECUREBITS = 28
SECBIT_NO_SETUID_FIXUP = 1 << 2
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CAP_DAC_OVERRIDE = 1
CAPABILITY_VERSION_3 = 0x20080522


def die_with_parent(parent: int, number: int) -> None:
    """Have the kernel send signal `number` to this process when its parent dies; only Linux offers that."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)
    if os.getppid() != parent:  # it died before the call
        sys.exit(f"the process that started {sys.argv[4]} is gone")


def become(account: str) -> None:
    """Give up root for `account`, keeping only the right to pass folders that root alone may enter.

    Without that right a checkout below a private folder (as /root usually is) would be out of reach, or its
    permissions would have to be widened. A container may withhold it: the program then says what it cannot enter.
    """
    if os.geteuid() != 0:
        sys.exit(f"only root can become {account}")
    entry = pwd.getpwnam(account)
    libc = ctypes.CDLL(None, use_errno=True)
    # Rights outlive the change of user, and access(2), which PostgreSQL asks before it starts a program, counts them.
    libc.prctl(PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP, 0, 0, 0)
    os.setgroups([])
    os.setgid(entry.pw_gid)
    os.setuid(entry.pw_uid)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    held = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; then the same for the numbers above 31
    libc.capget(header, held)
    kept = held[1] & (1 << CAP_DAC_OVERRIDE)
    if libc.capset(header, (ctypes.c_uint32 * 6)(kept, kept, kept, 0, 0, 0)) != 0:
        sys.exit("the rights of root could not be given up")
    if kept:
        libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_OVERRIDE, 0, 0)


def main() -> None:
    parent, number, account, *command = sys.argv[1:]
    if account:
        become(account)
    die_with_parent(int(parent), int(number))  # last: a change of credentials clears it
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    os.execvp(command[0], command)  # noqa: S606 - no shell is wanted


if __name__ == "__main__":
    main()
