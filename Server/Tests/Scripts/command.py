"""Tries the command itself: `command.py SERVE EXTRACT FOLDER`, the two programs and a folder of texts.

Options, exit statuses and messages; that only loopback is listened at; that answers are byte for byte those of `vnextract
extract`; that what has begun is finished after a signal.
"""

import atexit
import json
import pathlib
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

serve, extract, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])


def check(holds, what):
    if not holds:
        sys.exit(f"command: FAILED: {what}")
    print(f"command: {what}", flush=True)


def start(*options):
    """A server that listens at a free port: the process and the port."""
    process = subprocess.Popen([serve, "--port", "0", *options], stderr=subprocess.PIPE, text=True)
    atexit.register(process.kill)
    line = process.stderr.readline()
    found = re.search(r"listening at http://.*:(\d+)/", line)
    check(found, f"it says where it listens {'' if found else line}")
    return process, int(found.group(1))


def run(*options, code):
    """What the server says where it cannot begin."""
    done = subprocess.run([serve, *options], capture_output=True, text=True, timeout=60)
    check(done.returncode == code, f"{' '.join(options)}: exit status {done.returncode}, {code} wanted")
    return done.stdout + done.stderr


def post(port, path, body, kind):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", data=body, headers={"Content-Type": kind}, method="POST")
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.read()


def by_command(body, *options):
    return subprocess.run([extract, "extract", *options], input=body, capture_output=True, timeout=300).stdout


check("--max-body" in run("--help", code=0), "the help names the options")
version = run("--version", code=0).strip()
check(version == subprocess.run([extract, "--version"], capture_output=True, text=True).stdout.strip(), f"the version is the command's, {version}")
check("Unknown option" in run("--nothing", code=2), "an unknown option is told")
check("0 to 65535" in run("--port", "70000", code=2), "a wrong port is told")
check("cannot be read" in run("--lexicons", "/nowhere", code=2), "a folder that is not there is told")
check("does not have the address" in run("--host", "203.0.113.1", code=1), "an address of others is told")

process, port = start()
check("listens there already" in run("--port", str(port), code=1), "a port that is taken is told")
with open(f"/proc/net/tcp") as table:
    listening = [line.split()[1] for line in table if line.split()[3] == "0A" and line.split()[1].endswith(f":{port:04X}")]
check(listening == [f"0100007F:{port:04X}"], "only loopback is listened at")
answer = json.loads(urllib.request.urlopen(f"http://127.0.0.1:{port}/version").read())
check(answer["version"] == version, "GET /version says the version")

# Byte for byte what the command writes.
texts = sorted(folder.rglob("*.gold.xml"))[:200] or sorted(path for path in folder.iterdir() if path.is_file())
documents = [re.sub(rb"<[^>]*>", b"", path.read_bytes()) for path in texts]
check(len(documents) > 0, f"{len(documents)} documents are compared")
for body in documents[:20] + [b"", b"\xef\xbb\xbf27/2/2024", b"\xff\xfe\x00\x80", b"a\r\nb"]:
    if post(port, "/extract", body, "text/plain") != by_command(body, "--format", "jsonl"):
        check(False, f"a text is answered as by the command: {body[:100]}")
check(True, "texts are answered as by the command")
body = documents[0]
check(
    post(port, "/extract?language=vi&date=2024-02-27&offsets=utf8&evidence=possible&with-entries=true&vague=true", body, "text/plain")
    == by_command(
        body, "--format", "jsonl", "--language", "vi", "--date", "2024-02-27", "--offsets", "utf8", "--evidence",
        "possible", "--with-entries", "--vague"), "options are those of the command")
lines = [json.dumps({"id": str(number), "text": body.decode("utf-8", "replace")}).encode() for number, body in enumerate(documents)]
lines[1:1] = [b"", b"{", b'{"id":"q","text":5}', b'{"text":"x","date":"y"}', b"\xff", b'\xef\xbb\xbf{"text":"z"}']
for end in (b"\n", b"\r\n", b""):
    stream = (end or b"\n").join(lines) + end
    if post(port, "/extract", stream, "application/x-ndjson") != by_command(stream, "--input", "jsonl", "--format", "jsonl"):
        check(False, f"a stream with line ends {end} is answered as by the command")
check(True, "streams are answered as by the command")
line = lines[0]
check(post(port, "/extract", line, "application/json") == by_command(line, "--input", "jsonl", "--format", "jsonl"), "objects are answered as by the command")
line = json.dumps({"text": "Ngày 27/2/2024, ông Lê Văn Sáu nói."}).encode()
explained = subprocess.run(
    [extract, "explain", "--format", "json", "--at", "3", "--language", "vi"], input=json.loads(line)["text"].encode(),
    capture_output=True, timeout=120).stdout
check(post(port, "/explain?at=3&language=vi", line, "application/json") == explained, "explanations are those of the command")

# A stream of many documents in memory that does not grow.


def resident():
    with open(f"/proc/{process.pid}/statm") as file:
        return int(file.read().split()[1]) * 4096


def stream(connection, seconds):
    """Sends lines for so long, reading the answers; how many of each."""
    connection.sendall(
        b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n\r\n")
    counts = [0, 0]

    def read():
        rest = b""
        while piece := connection.recv(1 << 20):
            counts[1] += (rest + piece).count(b'"schema"')
            # Too short to hold what is counted.
            rest = (rest + piece)[-7:]
            if rest == b"\r\n0\r\n\r\n":
                return

    reader = threading.Thread(target=read)
    reader.start()
    end = time.monotonic() + seconds
    document = json.dumps({"text": "Ngày 27/2/2024, ông Lê Văn Sáu nói."}).encode() + b"\n"
    while time.monotonic() < end:
        connection.sendall(b"%x\r\n" % (len(document) * 50) + document * 50 + b"\r\n")
        counts[0] += 50
        while counts[0] - counts[1] > 500 and time.monotonic() < end + 60:
            time.sleep(0.01)
    connection.sendall(b"0\r\n\r\n")
    reader.join(60)
    return counts


with socket.create_connection(("127.0.0.1", port)) as connection:
    stream(connection, 2)
before = resident()
with socket.create_connection(("127.0.0.1", port)) as connection:
    sent, answered = stream(connection, 8)
check(sent > 100 and answered == sent, f"a stream of {sent} documents is answered whole")
check(resident() - before < 50_000_000, f"in memory that does not grow ({(resident() - before) / 1e6:.1f} MB more)")

# What has begun is finished after a signal, and nothing new is begun.
with socket.create_connection(("127.0.0.1", port)) as connection, socket.create_connection(("127.0.0.1", port)) as idle:
    text = documents[0] * 20
    connection.sendall(
        b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n" % len(text)
        + text[:1000])
    time.sleep(0.3)
    process.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    check(process.poll() is None, "it goes on while a request is under way")
    check(idle.recv(1) == b"", "connections without a request are closed")
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
        check(False, "nobody is let in any more")
    except OSError:
        check(True, "nobody is let in any more")
    connection.sendall(text[1000:])
    received = b""
    while piece := connection.recv(1 << 16):
        received += piece
    check(received.startswith(b"HTTP/1.1 200") and received.endswith(b"}\n"), "what has begun is answered whole")
check(process.wait(30) == 0, "and then it ends with status 0")

process, port = start("--timeout", "2")
with socket.create_connection(("127.0.0.1", port)) as connection:
    connection.sendall(b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/jsonl\r\nContent-Length: 999\r\n\r\n")
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    begun = time.monotonic()
    check(process.wait(30) == 0, f"a client that does not go on does not hold it up, {time.monotonic() - begun:.1f} s")
