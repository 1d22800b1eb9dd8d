"""h11 as an origin server: `expectspec server --adapter -- python3 h11_server.py`, see docs/write-an-adapter.md."""
import sys
import h11

class Server:
    """Answers each request with 200 when it is complete, and asks for content that is held back."""

    def __init__(self, number):
        self.number, self.h11 = number, h11.Connection(h11.SERVER)

    def send(self, *events):
        for event in events:
            print("octets", self.number, (self.h11.send(event) or b"").hex())

    def answer(self, status):
        self.send(h11.Response(status_code=status, headers=[("Content-Length", "0")]), h11.EndOfMessage())

    def take(self, octets):
        try:
            self.h11.receive_data(octets)
            while (event := self.h11.next_event()) is not h11.NEED_DATA:
                if isinstance(event, h11.Request):
                    # h11 takes what follows a 2xx to CONNECT for another protocol.
                    self.status = 405 if event.method == b"CONNECT" else 200
                elif isinstance(event, h11.EndOfMessage):
                    self.answer(self.status)
                    if self.h11.our_state is self.h11.their_state is h11.DONE:
                        self.h11.start_next_cycle()
                    elif self.h11.our_state is h11.MUST_CLOSE:
                        return print("close", self.number)
                elif event is h11.PAUSED or isinstance(event, h11.ConnectionClosed):
                    return print("close", self.number)
            if self.h11.they_are_waiting_for_100_continue:
                self.send(h11.InformationalResponse(status_code=100, headers=[], reason="Continue"))
        except h11.RemoteProtocolError as error:
            if self.h11.our_state in (h11.IDLE, h11.SEND_RESPONSE):
                self.answer(error.error_status_hint)
            print("close", self.number)

servers = {}
for line in sys.stdin:
    word, *rest = line.split()
    if word == "expectspec-adapter":
        print("expectspec-adapter 1", flush=True)
        continue
    number, octets = rest[0], "".join(rest[1:])
    if word == "open":
        servers[number] = Server(number)
    elif word in ("octets", "end"):
        servers[number].take(bytes.fromhex(octets))
    elif word == "reset":
        del servers[number]
    print("wait", flush=True)
