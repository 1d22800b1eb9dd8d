"""h11 as a client: `expectspec client --adapter -- python3 h11_client.py`, see docs/write-an-adapter.md."""
import sys
import h11

class Client:
    def __init__(self, method, target, content, octets, requests):
        method = method if method != "-" else "GET" if content == "none" else "PUT"
        length = ("Transfer-Encoding", "chunked") if content == "unknown" else ("Content-Length", octets)
        fields = [length] if content != "none" or method in ("PATCH", "POST", "PUT") else []
        fields += [("Content-Type", "text/plain"), ("Expect", "100-continue")] if content != "none" else []
        head = h11.Request(method=method, target=target, headers=[("Host", "origin"), *fields])
        self.content = [h11.Data(data=b"a" * int(octets)), h11.EndOfMessage()]
        self.request = [head] if content != "none" else [head, h11.EndOfMessage()]
        self.requests, self.h11, self.number, self.wakes = int(requests), h11.Connection(h11.CLIENT), 0, None
        print("connect 0")

    def send(self, *events, wakes=None):
        self.wakes = wakes
        for event in events:
            print("octets", self.number, (self.h11.send(event) or b"").hex())

    def begin(self):
        self.send(*self.request, wakes=now + 1000 if len(self.request) == 1 else None)

    def take(self, octets):
        try:
            self.h11.receive_data(octets)
            while (event := self.h11.next_event()) is not h11.NEED_DATA:
                if isinstance(event, h11.InformationalResponse) and event.status_code == 100 and self.wakes:
                    self.send(*self.content)
                elif isinstance(event, h11.Response):
                    self.status = event.status_code
                elif isinstance(event, h11.EndOfMessage) or event is h11.PAUSED:
                    return self.tell(f"status {self.status}")
        except h11.RemoteProtocolError:
            self.tell("failure")

    def tell(self, outcome):
        print("said", outcome)
        self.requests, self.wakes = self.requests - 1, None
        if self.requests and self.h11.our_state is self.h11.their_state is h11.DONE:
            self.h11.start_next_cycle()
            self.begin()
        elif self.requests:
            print(f"close {self.number}\nconnect {self.number + 1}")
            self.h11, self.number = h11.Connection(h11.CLIENT), self.number + 1

print("expectspec-adapter 1 method requests unknown-length tells", flush=True)
sys.stdin.readline()
for line in sys.stdin:
    word, *rest = line.split()
    if word == "job":
        client, now = Client(*rest), 0
    elif word == "time":
        now = int(rest[0])
        if client.wakes and client.wakes <= now:
            client.send(*client.content)
    elif int(rest[0]) == client.number and client.requests:
        client.begin() if word == "open" else client.take(bytes.fromhex("".join(rest[1:])))
    print("done" if not client.requests else f"wait {client.wakes or ''}", flush=True)
