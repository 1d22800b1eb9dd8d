//! Each invariant of a client can fail: a transcript that breaks it, and only that one.

use expectspec_judge::{Reading, Transcript};
use expectspec_properties::Reception;
use expectspec_properties::invariants::requesting::Requesting;
use expectspec_properties::invariants::table::{Check, Function, Invariant, OF_CLIENTS};

/// What breaks an invariant: what was asked for, and a transcript of a client.
struct Broken {
    id: &'static str,
    asks: &'static str,
    transcript: &'static str,
}

const BROKEN: &[Broken] = &[
    Broken {
        id: "C32",
        asks: "ask GET none plain",
        transcript: "0.000 inbound < GET /0 HTTP/1.1
            < Host: t
            < Expect: 100-continue
            <
            0.000 inbound < FIN",
    },
    Broken {
        id: "C33",
        asks: "ask PUT length-5 plain",
        transcript: "0.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 5
            < Expect: 100-continue,
            <
            1.000 inbound < \"aaaaa\"",
    },
    Broken {
        id: "C34",
        asks: "ask PUT length-5 plain",
        transcript: "0.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 4
            <
            < \"aaaa\"",
    },
    Broken {
        id: "C35",
        asks: "ask PUT length-40 plain
            ask GET none plain",
        transcript: "0.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 40
            < Expect: 100-continue
            <
            1.000 inbound > HTTP/1.1 403 Forbidden
            > Content-Length: 0
            >
            2.000 inbound = status 403
            3.000 inbound < GET /1 HTTP/1.1
            < Host: t
            <
            4.000 inbound < FIN",
    },
    Broken {
        id: "C36",
        asks: "ask PUT length-5 plain",
        transcript: "0.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 5
            < Expect: 100-continue
            <
            9000.000 inbound < \"aaaaa\"",
    },
    Broken {
        id: "C37",
        asks: "ask PUT length-5 plain",
        transcript: "0.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 5
            <
            500.000 inbound > HTTP/1.1 100 Continue
            >
            501.000 inbound < \"aaaaa\"",
    },
    Broken {
        id: "C38",
        asks: "ask PUT length-5 plain",
        transcript: "0.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 5
            < Expect: 100-continue
            <
            1.000 inbound > HTTP/1.1 100 Continue
            >
            > HTTP/1.1 100 Continue
            >
            2.000 inbound < \"aaaaa\"
            3.000 inbound < \"aaaaa\"
            4.000 inbound < FIN",
    },
    Broken {
        id: "C39",
        asks: "ask GET none plain",
        transcript: "0.000 inbound < GET /0 HTTP/1.1
            < Host: t
            <
            1.000 inbound > HTTP/1.1 103 Early Hints
            >
            > HTTP/1.1 204 No Content
            >
            2.000 inbound = status 103",
    },
    Broken {
        id: "C41",
        asks: "ask PUT length-5 plain",
        transcript: "0.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 5
            < Expect: 100-continue
            <
            1.000 inbound > HTTP/1.1 417 Expectation Failed
            > Content-Length: 0
            >
            2.000 inbound < \"aaaaa\"
            3.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 5
            < Expect: 100-continue
            <
            3.000 inbound < \"aaaaa\"",
    },
    Broken {
        id: "C42",
        asks: "ask POST length-5 plain",
        transcript: "0.000 inbound < POST /0 HTTP/1.1
            < Host: t
            < Content-Length: 5
            <
            < \"aaaaa\"
            1.000 inbound > HTTP/1.1 303 See Other
            > Location: /other
            > Content-Length: 0
            >
            2.000 inbound < GET /other HTTP/1.1
            < Host: t
            < Content-Length: 5
            <
            < \"aaaaa\"",
    },
    Broken {
        id: "C43",
        asks: "ask GET none plain
            ask GET none plain",
        transcript: "0.000 inbound < GET /0 HTTP/1.1
            < Host: t
            <
            1.000 inbound > HTTP/1.1 200 OK
            > Connection: close
            > Content-Length: 0
            >
            2.000 inbound = status 200
            3.000 inbound < GET /1 HTTP/1.1
            < Host: t
            <",
    },
    Broken {
        id: "C44",
        asks: "ask PUT length-40 plain
            ask GET none plain",
        transcript: "0.000 inbound < PUT /0 HTTP/1.1
            < Host: t
            < Content-Length: 40
            <
            < \"aaaaa\"
            1.000 inbound > HTTP/1.1 403 Forbidden
            > Content-Length: 0
            >
            2.000 inbound = status 403
            3.000 inbound < GET /1 HTTP/1.1
            < Host: t
            <
            4.000 inbound < FIN",
    },
    Broken {
        id: "C45",
        asks: "ask GET none plain",
        transcript: "0.000 inbound < GET /0 HTTP/1.1
            < Host: t
            <
            1.000 inbound > HTTP/1.1 100 Continue
            >
            2.000 inbound > FIN
            3.000 inbound = success",
    },
];

#[test]
fn each_invariant_can_fail_alone() {
    let of_plays = OF_CLIENTS.iter().filter(|it| it.functions().iter().any(holds_of_a_play));
    assert!(BROKEN.iter().map(|broken| broken.id).eq(of_plays.map(|it| it.id)));
    for Broken { id, asks, transcript } in BROKEN {
        let reception: Reception = asks.parse().expect("a script");
        let heading = "# subject: client  transport: h1/any\n";
        let transcript: Transcript =
            format!("{heading}{transcript}").parse().expect("a transcript");
        let reading = Reading::of(&transcript);
        let seen = Requesting::new(&reception, &reading);
        let is_broken = |invariant: &&Invariant| {
            invariant.functions().iter().any(|function| match function.check {
                Check::Client(holds) => holds(&seen).is_err(),
                _ => false,
            })
        };
        let broken: Vec<_> = OF_CLIENTS.iter().filter(is_broken).map(|it| it.id).collect();
        assert_eq!(broken, [*id], "{transcript}");
    }
}

fn holds_of_a_play(function: &Function) -> bool {
    matches!(function.check, Check::Client(_))
}
