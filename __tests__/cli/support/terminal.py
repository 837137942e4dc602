"""Runs a command on a terminal of its own, types what it is told to, and reports as JSON what was to be seen."""
import fcntl, json, os, pty, select, signal, subprocess, sys, termios, time

spec = json.load(sys.stdin)
master, slave = pty.openpty()
before = termios.tcgetattr(slave)
end = time.monotonic() + 15


def own_terminal():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


child = subprocess.Popen(
    spec["argv"], env=spec["env"], stdin=slave, stderr=slave, stdout=subprocess.PIPE, preexec_fn=own_terminal
)
screen = b""


def read(wait):
    global screen
    if select.select([master], [], [], wait)[0]:
        screen += os.read(master, 65536)
        return True
    return False


seen = 0
for step in spec["steps"]:
    wanted = step["expect"].encode()
    while wanted not in screen[seen:] and time.monotonic() < end and child.poll() is None:
        read(0.05)
    at = screen.find(wanted, seen)
    if at < 0:
        break
    seen = at + len(wanted)
    if "signal" in step:
        os.kill(child.pid, getattr(signal, step["signal"]))
    else:
        os.write(master, step["type"].encode())
while child.poll() is None and time.monotonic() < end:
    read(0.05)
if child.poll() is None:
    child.kill()
while read(0):
    pass
json.dump(
    {
        "status": child.wait(),
        "screen": screen.decode("utf-8", "replace"),
        "stdout": child.stdout.read().decode(),
        "sane": termios.tcgetattr(slave) == before,
    },
    sys.stdout,
)
