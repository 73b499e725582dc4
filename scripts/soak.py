#!/usr/bin/env python3
"""Lets the programs run for a while under changes and keys, and tells whether memory, descriptors and threads stay level.

    soak.py [--minutes 30] [--changes 20] [--keys 20] [--programs .build/release]

A server with sample data and a program in a real pseudo-terminal; another user makes so many changes a second through the
API, keys are pressed all the time. Each minute is a line of the table. What grows is told, and fails nothing: it ends with an
error only where one of the programs does, or where changes or keys are not taken any more.
"""

import argparse
import base64
import fcntl
import http.client
import json
import os
import pty
import random
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time

PASSWORD = "soak"
MANAGER = "312c0871-5ef7-4b3a-85b6-0e4074c64049"
SETTLED = 5  # minutes, after which everything is to be level


class Client:
    """One connection to the server, as one user."""

    def __init__(self, address, user):
        self.address = address
        self.connection = http.client.HTTPConnection(address, timeout=60)
        secret = base64.b64encode(f"{user}:{PASSWORD}".encode()).decode()
        self.headers = {"Authorization": f"Basic {secret}", "Content-Type": "application/json"}

    def send(self, method, path, body=None, **headers):
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        self.connection.request(method, path, data, {**self.headers, **headers})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:200]}")
        return json.loads(content) if content[:1] in b"{[" and content else None


class Changes(threading.Thread):
    """Another user, who changes spaces that both are members of, so that the program hears of it, and spaces of its own."""

    def __init__(self, address, rate):
        super().__init__(daemon=True)
        self.rate, self.count, self.failure = rate, 0, None
        admin, self.client = Client(address, "admin"), Client(address, "marie")
        marie = self.client.send("GET", "/graph/v1.0/me")["id"]
        self.spaces = []
        for number in range(10):
            space = admin.send("POST", "/graph/v1.0/drives", {"name": f"Soak {number}"})["id"]
            invitation = {"recipients": [{"objectId": marie}], "roles": [MANAGER]}
            admin.send("POST", f"/graph/v1beta1/drives/{space}/root/invite", invitation)
            self.spaces.append(space)
        self.random = random.Random(1)

    def run(self):
        begin = time.monotonic()
        try:
            while True:
                self.change()
                self.count += 1
                time.sleep(max(0, begin + self.count / self.rate - time.monotonic()))
        except Exception as error:  # told at the end of the minute
            self.failure = error

    def change(self):
        space, number = self.random.choice(self.spaces), self.count
        drive, folder = f"/graph/v1.0/drives/{space}", f"/dav/spaces/{space}"
        # As much is taken away as is made: what grows, grows by itself.
        kind = number % 20
        if kind < 10:
            content = b"x" * self.random.randrange(2000)
            self.client.send("PUT", f"{folder}/f{self.random.randrange(10)}", content)
        elif kind < 14:
            self.client.send("PATCH", drive, {"description": f"change {number}"})
        elif kind == 14:
            self.client.send("PATCH", drive, {"name": f"Soak {self.spaces.index(space)} {number % 7}"})
        elif kind == 15:
            self.client.send("MKCOL", f"{folder}/folder-{number}")
            self.client.send("DELETE", f"{folder}/folder-{number}")
        elif kind == 16:
            self.client.send("DELETE", drive)
            self.client.send("PATCH", drive, {}, Restore="T")
        elif kind == 17:
            made = self.client.send("POST", "/graph/v1.0/drives", {"name": f"Short-lived {number}"})["id"]
            self.client.send("DELETE", f"/graph/v1.0/drives/{made}")
            self.client.send("DELETE", f"/graph/v1.0/drives/{made}", Purge="T")
        else:
            self.client.send("GET", drive)


class Terminal(threading.Thread):
    """A person at the program: reads what it draws, answers what it asks the terminal, and presses keys that change nothing."""

    KEYS = ["j", "k", "G", "g", "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~", ">", "<", "I", " ", "u", "w", "l", "h"]
    EPISODES = [
        "/soak\r", "/quota>50%\r", "//a.*e/\r", "\r\t\t\t", "s", "?", "J", "!", "M", ":theme", "C", "O", "T", "e", "n", "\x12",
    ]

    def __init__(self, command, environment, rate):
        super().__init__(daemon=True)
        self.rate, self.count, self.drawn, self.failure = rate, 0, 0, None
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execve(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.random = random.Random(2)

    def run(self):
        try:
            self.wait(3)
            while True:
                keys = [self.random.choice(self.KEYS) for _ in range(10)]
                for key in keys + self.split(self.random.choice(self.EPISODES)) + ["\x1b", "\x1b", "\x1b"]:
                    os.write(self.terminal, key.encode())
                    self.count += 1
                    # After an Escape long enough for it to be a key of its own.
                    self.wait(max(1 / self.rate, 0.06 if key == "\x1b" else 0))
        except Exception as error:
            self.failure = error

    @staticmethod
    def split(episode):
        return [episode] if episode.startswith("\x1b") else list(episode)

    def wait(self, seconds):
        """Reads for so long, as a terminal does, which answers when it is asked how far it is."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                output = os.read(self.terminal, 1 << 16)
                self.drawn += len(output)
                for _ in range(output.count(b"\x1b[5n")):
                    os.write(self.terminal, b"\x1b[0n")


def figures(process):
    """Memory that is the process's own share (KiB), open descriptors, threads."""
    with open(f"/proc/{process}/smaps_rollup") as rollup:
        memory = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    return memory, len(os.listdir(f"/proc/{process}/fd")), len(os.listdir(f"/proc/{process}/task"))


def verdict(name, values, unit):
    """Whether the second half of what came after the settling is level with the first."""
    after = values[SETTLED:]
    if len(after) < 4:
        return f"{name}: too short to tell ({', '.join(map(str, values))})"
    half = len(after) // 2
    first, second = statistics.median(after[:half]), statistics.median(after[half:])
    # A twentieth, and two pages of threads' stacks or a descriptor more, are noise.
    slack = max(first * 0.05, 2048 if unit == " KiB" else 1)
    word = "level" if second - first <= slack else "GROWS"
    return f"{name}: {word}, {first:.0f}{unit} and then {second:.0f}{unit}, at most {max(after)}{unit}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--changes", type=float, default=20, help="changes a second")
    parser.add_argument("--keys", type=float, default=20, help="keys a second")
    parser.add_argument("--sample", type=int, default=500, help="sample spaces")
    parser.add_argument("--programs", default=".build/release", help="where the programs are")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        soak(options, folder)


def soak(options, folder):
    users, secret = os.path.join(folder, "users.yaml"), os.path.join(folder, "password")
    with open(users, "w") as file:
        file.write(f"- {{username: admin, password: {PASSWORD}, role: Admin}}\n")
        file.write(f"- {{username: marie, password: {PASSWORD}, role: Space Admin}}\n")
    with open(os.open(secret, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.write(PASSWORD + "\n")
    server = subprocess.Popen(
        [os.path.abspath(f"{options.programs}/spaces-server"), "--database", os.path.join(folder, "spaces.sqlite"),
         "--users", users, "--sample", str(options.sample), "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE, text=True)
    try:
        url = server.stdout.readline().split()[-1]
        changes = Changes(url.split("//")[1], options.changes)
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        terminal = Terminal(
            [os.path.abspath(f"{options.programs}/spaces"), "--server", url, "--user", "admin",
             "--password-file", secret],
            environment, options.keys)
        terminal.start()
        changes.start()
        try:
            watch(options.minutes, {"spaces": terminal.process, "spaces-server": server.pid}, changes, terminal)
        finally:
            os.kill(terminal.process, signal.SIGTERM)
            os.waitpid(terminal.process, 0)
    finally:
        server.terminate()
        server.wait()


def watch(minutes, processes, changes, terminal):
    columns = [f"{name} {what}" for name in processes for what in ("PSS KiB", "descriptors", "threads")]
    print("minute  changes     keys  drawn KiB  " + "  ".join(columns), flush=True)
    table, seen = {column: [] for column in columns}, (0, 0, 0)
    begin = time.monotonic()
    for minute in range(1, minutes + 1):
        time.sleep(max(0, begin + minute * 60 - time.monotonic()))
        values = [value for process in processes.values() for value in figures(process)]
        for column, value in zip(columns, values):
            table[column].append(value)
        now = (changes.count, terminal.count, terminal.drawn)
        done = [new - old for new, old in zip(now, seen)]
        cells = "  ".join(f"{value:{len(column)}}" for column, value in zip(columns, values))
        print(f"{minute:6}  {done[0]:7}  {done[1]:7}  {done[2] // 1024:9}  {cells}", flush=True)
        if failure := changes.failure or terminal.failure:
            sys.exit(f"it went wrong in minute {minute}: {failure!r}")
        if 0 in done:
            sys.exit(f"something stands still in minute {minute}: {done[0]} changes, {done[1]} keys, {done[2]} bytes drawn")
        seen = now
    for column, values in table.items():
        name, unit = (column.removesuffix(" KiB"), " KiB") if column.endswith("KiB") else (column, "")
        print(verdict(name, values, unit))


if __name__ == "__main__":
    main()
