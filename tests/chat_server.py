"""A server on this machine that speaks the OpenAI protocol, with a language model that a test writes itself: yes or no for a figure of a prompt."""

import json
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

_PROMPT = re.compile(r"问题：(?P<question>.*?)\n\n(?P<text>.*)\n\n用其中的“(?P<figure>[^”]*)”来回答", re.DOTALL)

# What a model is asked (question, what it is shown, figure), and how likely it says yes.
Says = Callable[[str, str, str], float]


@contextmanager
def chat_server(says: Says, *, names: tuple[str, ...] = ("tiny",), probabilities: bool = True) -> Iterator[str]:
    """Yield the address of a server whose model says yes with the probability that `says` gives; without `probabilities` the likelier word alone."""

    class _Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply({"object": "list", "data": [{"id": name, "object": "model"} for name in names]})

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert asked["model"] in names and asked["max_tokens"] == 1
            prompt = _PROMPT.search(asked["messages"][-1]["content"])
            assert prompt is not None
            yes = says(prompt["question"], prompt["text"], prompt["figure"])
            likely: list[dict[str, object]] = [
                {"token": token, "logprob": math.log(p), "bytes": None, "top_logprobs": []}
                for token, p in (("是", yes), ("否", 1 - yes))
            ]
            word = "是" if yes >= 0.5 else "否"
            choice = {"index": 0, "finish_reason": "length", "message": {"role": "assistant", "content": word}}
            if probabilities:
                choice["logprobs"] = {"content": [{**likely[0], "token": word, "top_logprobs": likely}]}
            usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
            self._reply(
                {"id": "1", "object": "chat.completion", "created": 0, "model": names[0], "choices": [choice], "usage": usage}
            )

        def _reply(self, told: object) -> None:
            body = json.dumps(told).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
