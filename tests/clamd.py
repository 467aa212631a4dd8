"""A scanner that speaks ClamAV’s protocol on a real socket, and knows one virus."""

import socketserver
import threading
from contextlib import contextmanager

from .files import EICAR


class _Scan(socketserver.StreamRequestHandler):
    def handle(self):
        if self._until_nought() != b"zINSTREAM":
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while length := int.from_bytes(self.rfile.read(4), "big"):
            content += self.rfile.read(length)
            if len(content) > self.server.most:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.server.asked.append(content)
        found = EICAR in content
        answer = b"stream: Eicar-Test-Signature FOUND" if found else b"stream: OK"
        self.wfile.write(answer + b"\0")

    def _until_nought(self):
        said = b""
        while not said.endswith(b"\0"):
            said += self.rfile.read(1)
        return said[:-1]


@contextmanager
def clamd(most=25_000_000):
    """Its address; `asked` on the server is what came to be scanned."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Scan) as server:
        server.daemon_threads, server.asked, server.most = True, [], most
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            server.url = f"tcp://127.0.0.1:{server.server_address[1]}"
            yield server
        finally:
            server.shutdown()
