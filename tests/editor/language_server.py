"""A small client of the YAML language server: what an editor asks it, over pipes."""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

FOLDER = Path(__file__).resolve().parent
PROGRAM = FOLDER / "node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 30
"""Seconds to wait for an answer before the server counts as stuck."""

Message = dict[str, Any]


class LanguageServer:
    """A server that runs, and the messages it has sent."""

    def __init__(self, process: subprocess.Popen[bytes], settings: Message) -> None:
        assert process.stdin
        assert process.stdout
        self._out: IO[bytes] = process.stdin
        self._settings = settings
        self._ids = 0
        self._inbox: queue.Queue[Message] = queue.Queue()
        self._diagnostics: dict[str, list[Message]] = {}
        threading.Thread(target=self._listen, args=(process.stdout,), daemon=True).start()

    def ask(self, method: str, params: Any) -> Any:
        """The answer to a request."""
        self._ids += 1
        self._send({"id": self._ids, "method": method, "params": params})
        while (message := self._next()).get("id") != self._ids or "method" in message:
            self._take(message)
        assert "error" not in message, message["error"]
        return message["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send something that has no answer."""
        self._send({"method": method, "params": params})

    def diagnostics(self, uri: str) -> list[Message]:
        """What the server says about a file once it has said something."""
        while uri not in self._diagnostics:
            self._take(self._next())
        return self._diagnostics[uri]

    def _next(self) -> Message:
        return self._inbox.get(timeout=PATIENCE)

    def _take(self, message: Message) -> None:
        """Keep diagnostics, answer what the server asks of an editor, let the rest go."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            self._send({"id": message["id"], "result": [self._section(item) for item in message["params"]["items"]]})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _section(self, item: Message) -> Message:
        return dict(self._settings.get(item["section"], {}))

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._out.flush()

    def _listen(self, stream: IO[bytes]) -> None:
        while header := stream.readline():
            length = int(header.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._inbox.put(json.loads(stream.read(length)))


@contextmanager
def running(node: str, root: Path, settings: Message) -> Iterator[LanguageServer]:
    """A server for a folder, with an editor's settings by section, until the end of the block."""
    command = [node, str(PROGRAM), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = LanguageServer(process, settings)
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
            },
        }
        folder = {"uri": root.as_uri(), "name": root.name}
        asked = {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder]}
        server.ask("initialize", {**asked, "capabilities": capabilities})
        server.tell("initialized", {})
        try:
            yield server
        finally:
            process.kill()
