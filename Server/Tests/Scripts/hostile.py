"""Sends what no good client sends: `hostile.py HOST PORT PROCESS TIMEOUT MAXBODY` of a server started with those limits.

Malformed, huge, slow, half-closed and broken-off requests get their status, and cost nothing: the server goes on answering
others meanwhile, and keeps neither memory, connections nor files of those that are gone.
"""

import json
import os
import socket
import sys
import threading
import time

host, port, process = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
timeout, max_body = float(sys.argv[4]), int(sys.argv[5])
TEXT = "Chiều 27/2/2024, ông Lê Văn Sáu, Bí thư Huyện ủy U Minh, nói.".encode()
# What a server that is busy with all this needs at most to answer a good request, in seconds.
PATIENCE = 10


def check(holds, what):
    if not holds:
        print(f"hostile: FAILED: {what}", flush=True)
        os._exit(1)
    print(f"hostile: {what}", flush=True)


def connect():
    return socket.create_connection((host, port), timeout=timeout * 4 + 20)


def read(connection):
    """All that comes until the server closes its side."""
    received = b""
    try:
        while piece := connection.recv(65536):
            received += piece
    except ConnectionResetError:
        received += b"<reset>"
    return received


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


def ask(request, half_close=False):
    with connect() as connection:
        try:
            connection.sendall(request)
        except (ConnectionResetError, BrokenPipeError):
            pass
        if half_close:
            connection.shutdown(socket.SHUT_WR)
        return read(connection)


def post(body=TEXT, path="/extract", kind="text/plain", fields="Connection: close\r\n", length=None):
    length = len(body) if length is None else length
    return (
        f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{fields}\r\n".encode()
        + body)


def problem(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    return b"application/problem+json" in head and json.loads(body)["status"] == status(answer)


def resident():
    """Bytes in memory."""
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * 4096


def files():
    return len(os.listdir(f"/proc/{process}/fd"))


def ticks():
    """Processor time used, in seconds."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def load():
    """How many documents and pieces of streams wait or are being read."""
    answer = ask(b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    return json.loads(answer.split(b"\r\n\r\n")[1])["load"]


def well():
    """Whether a good request is answered in time, put off as often as may be."""
    start = time.monotonic()
    while status(answer := ask(post())) == 503 and time.monotonic() - start < PATIENCE:
        time.sleep(1)
    return status(answer) == 200 and b"m1" in answer and time.monotonic() - start < PATIENCE


check(well(), "a good request is answered")
files_before = files()

# Malformed.
for name, request in {
    "no HTTP": b"hello\r\n\r\n",
    "noise": bytes(range(256)) * 4,
    "a TLS greeting": bytes([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]) + b"\0" * 100,
    "an unknown version": b"GET / HTTP/9.9\r\nHost: a\r\n\r\n",
    "a field without a colon": b"GET /health HTTP/1.1\r\nHost a\r\n\r\n",
    "a blank in a field's name": b"GET /health HTTP/1.1\r\nHost : a\r\n\r\n",
    "a length that is no number": b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    "a negative length": b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "a length beyond 64 bits": b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "two lengths": b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "a length and chunks": b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
}.items():
    answer = ask(request)
    check(status(answer) == 400 and problem(answer), f"{name}: 400 {answer[:60] if status(answer) != 400 else ''}")
chunked = "POST /extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
for name, body in {"a chunk's size": b"zz\r\nabc\r\n", "a chunk's end": b"3\r\nabcd\r\n0\r\n\r\n"}.items():
    answer = ask(chunked + body)
    check(status(answer) == 400 and problem(answer), f"malformed in {name}: 400")
check(status(ask(post(b'{"text": "a"', kind="application/json"))) == 400, "JSON that is not closed: 400")
check(status(ask(post(b"[" * 100_000, kind="application/json"))) == 400, "JSON that is nested without end: 400")
check(status(ask(post(b"\xff\xfe\x00" * 1000))) == 200, "bytes that are no UTF-8 are read as U+FFFD")
check(status(ask(post(b"\0" * 1000))) == 200, "control characters are read")
check(status(ask(post(path="/%00/../..//etc/passwd"))) == 404, "a strange path: 404")
check(status(ask(post(path="/extract?types=%ZZ%"))) == 400, "a strange query: 400")
check(status(ask(post(fields="Connection: close\r\nContent-Encoding: gzip\r\n"))) == 415, "a compressed body: 415")

# Huge.
answer = ask(f"GET /{'a' * 200_000} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
check(status(answer) in (400, 414, 431) and problem(answer), f"a path of 200 KB: {status(answer)}")
answer = ask(b"GET / HTTP/1.1\r\nHost: a\r\nCookie: " + b"a" * 1_000_000 + b"\r\n\r\n")
check(status(answer) == 431 and problem(answer), f"a field of 1 MB: {status(answer)}")
answer = ask(b"GET / HTTP/1.1\r\nHost: a\r\n" + b"".join(b"A%d: b\r\n" % n for n in range(100_000)) + b"\r\n")
check(status(answer) == 431 and problem(answer), f"100,000 fields: {status(answer)}")
answer = ask(post(b"a" * 1000, length=10**15, fields=""))
check(status(answer) == 413 and problem(answer) and b"<reset>" not in answer, "a body that is said to be huge: 413 at once")
answer = ask(post(b"", length=10**9, fields="Expect: 100-continue\r\n"))
check(status(answer) == 413, "a client that asks first is told: 413, not 100")
answer = ask(post(fields="Expect: 100-continue\r\nConnection: close\r\n"))
check(status(answer) == 100 and b"HTTP/1.1 200" in answer, "a client that asks first is told: 100, then 200")
before = resident()
with connect() as connection:
    connection.sendall(chunked)
    sent, piece = 0, b"10000\r\n" + b"a" * 65536 + b"\r\n"
    try:
        while sent < 1_000_000_000:
            connection.sendall(piece)
            sent += 65536
    except (ConnectionResetError, BrokenPipeError):
        pass
    check(sent < 1_000_000_000, f"a body without end is cut off ({sent // 1_000_000} MB were sent)")
check(resident() - before < 100_000_000, "and kept nowhere")
with connect() as connection:
    connection.sendall(chunked)
    for _ in range(max_body // 65536 + 2):
        connection.sendall(piece)
    answer = read(connection)
check(status(answer) == 413 and problem(answer), "a body that turns out too large: 413")
line = b'{"id":"a","text":"' + b"a" * (3 * max_body) + b'"}\n{"id":"b","text":"27/2/2024"}\n'
answer = ask(post(line, kind="application/x-ndjson"))
check(status(answer) == 200 and b"bytes; at most" in answer and b'"id":"b"' in answer, "a line that is too long is answered by an error, the next as usual")

# Slow, many at a time; others are answered meanwhile.
connections = []
for kind in range(60):
    connection = connect()
    connection.sendall([b"GET /hea", post(TEXT[:10], length=len(TEXT)), chunked + b"5\r\nab"][kind % 3])
    connections.append(connection)
idle = connect()
start, used = time.monotonic(), ticks()
drip = connect()
drip.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nA: ")


def drop():
    # A byte now and then keeps no connection open.
    try:
        while True:
            drip.sendall(b"a")
            time.sleep(0.2)
    except OSError:
        pass


threading.Thread(target=drop, daemon=True).start()
check(well(), "60 slow requests keep nobody waiting")
answers = [read(connection) for connection in connections]
took = time.monotonic() - start
check(all(status(answer) == 408 and problem(answer) for answer in answers), "all 60 slow requests: 408")
check(timeout * 0.8 < took < timeout * 2 + 5, f"after {took:.1f} s, where {timeout:g} s were allowed")
check(status(read(drip)) == 408, "a head that comes byte by byte: 408")
check(ticks() - used < 2, f"they took {ticks() - used:.2f} s of the processor")
for connection in connections:
    connection.close()
drip.close()
idle.close()

# A stream that stops is cut off without an end, so that nobody takes it for whole; lines before it are answered as they come.
with connect() as connection:
    connection.sendall(chunked.replace(b"text/plain", b"application/x-ndjson"))
    document = b'{"text":"27/2/2024","lang":"vi"}\n'
    received = b""
    for number in range(3):
        connection.sendall(b"%x\r\n" % len(document) + document + b"\r\n")
        while received.count(b'"mentions"') < number + 1:
            received += connection.recv(65536) or sys.exit("hostile: FAILED: a stream was broken off")
    check(True, "each line of a stream is answered before the next is sent")
    rest = read(connection)
    check(b"0\r\n\r\n" not in rest, "a stream that stops is broken off, not ended")

# A client that takes no answers is read no further.
before = resident()
with connect() as connection:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.sendall(chunked.replace(b"text/plain", b"application/x-ndjson"))
    lines = document * 3000
    connection.settimeout(1)
    sent = 0
    try:
        while sent < 500_000_000:
            connection.sendall(b"%x\r\n" % len(lines) + lines + b"\r\n")
            sent += len(lines)
    except (TimeoutError, ConnectionResetError, BrokenPipeError):
        pass
    check(sent < 100_000_000, f"a client that takes no answers is read no further ({sent // 1000} KB were sent)")
    check(resident() - before < 150_000_000, f"and its answers do not pile up ({(resident() - before) // 1_000_000} MB)")

while load() > 0:
    time.sleep(0.1)

# Half-closed and broken off.
answer = ask(post(fields=""), half_close=True)
check(status(answer) == 200 and b"m1" in answer, "a client that has closed its side gets its answer")
answer = ask(post(TEXT[:10], length=len(TEXT), fields=""), half_close=True)
check(status(answer) == 400, f"half a body, then closed: {status(answer)}")
check(status(ask(b"GET /hea", half_close=True)) in (None, 400), "half a head, then closed: nothing or 400")
check(ask(b"", half_close=True) == b"", "nothing, then closed: nothing")
for _ in range(300):
    connection = connect()
    connection.sendall(post(TEXT * 20, fields=""))
    # Closed with a reset.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    connection.close()
check(well(), "300 clients that broke off keep nobody waiting")

# Pipelined requests are answered in their order, and what is no request behind them ends the connection.
answer = ask(post(fields="") + post(b"{}", kind="application/json", fields="") + b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
statuses = [int(part.split(b" ", 1)[0]) for part in answer.split(b"HTTP/1.1 ")[1:]]
check(statuses == [200, 400, 200], f"pipelined requests are answered in their order {statuses}")
answer = ask(post(fields="") + b"nonsense\r\n\r\n")
check(answer.count(b"HTTP/1.1 200") == 1, "nonsense behind a good request takes nothing from its answer")

# Nothing is left of all this.
deadline = time.monotonic() + timeout * 2 + 10
while (files() > files_before + 4 or load() > 0) and time.monotonic() < deadline:
    time.sleep(0.2)
check(files() <= files_before + 4, f"no connection is left open ({files()} files, {files_before} before)")
check(load() == 0, f"nothing waits ({load()})")
check(well(), "a good request is answered")
used = ticks()
time.sleep(2)
check(ticks() - used < 0.2, "the server rests")
