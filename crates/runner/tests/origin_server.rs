//! The tester's origin server behind an intermediary keeps the rules itself.

use expectspec_catalogue::{Case, find};
use expectspec_judge::{Direction, Event, Side, Transcript};
use expectspec_requirements::Form;
use expectspec_runner::{Plan, play_intermediary};
use expectspec_subject::IntermediaryInProcess;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::runtime::Builder;

/// The case in which the origin server says 100 (Continue) as soon as it has the head.
fn case() -> &'static Case {
    find("intermediary/handshake/relays-100-and-content").expect("the id is permanent")
}

/// Plays it with an intermediary that forwards this head, whatever its client sends.
fn played(head: &'static str) -> Transcript {
    let subject =
        IntermediaryInProcess::new("stub", Form::Gateway, move |mut clients, origin| async move {
            let Some(_client) = clients.recv().await else { return };
            let Ok(mut inbound) = origin.connect().await else { return };
            // The tester may have left.
            inbound.write_all(head.as_bytes()).await.ok();
            let mut octets = [0; 1024];
            while let Ok(1..) = inbound.read(&mut octets).await {}
        });
    let plan = Plan::new(vec![case()], "t");
    let terms = plan.terms(plan.windows());
    let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
    let playing = async {
        play_intermediary(&subject, case().to_script(), &plan.places_of(case()), &terms).await
    };
    runtime.expect("a runtime").block_on(playing).expect("it can be played").transcript
}

/// What the origin server sent.
fn sent(transcript: &Transcript) -> String {
    let of = |side: Side, event: &Event| match event {
        Event::Octets(Direction::ToSubject, octets) if side == Side::Inbound => octets.clone(),
        _ => Vec::new(),
    };
    let octets = transcript.entries.iter().flat_map(|entry| of(entry.side, &entry.event));
    String::from_utf8(octets.collect()).expect("ASCII")
}

#[test]
fn it_says_100_to_whoever_asked_and_to_nobody_else() {
    const EXPECT: &str = "Expect: 100-continue\r\n";
    for (version, expect, says) in
        [("1.1", EXPECT, true), ("1.1", "", false), ("1.0", EXPECT, false), ("1.0", "", false)]
    {
        let head = format!(
            "POST /expectspec-0/a HTTP/{version}\r\nHost: t\r\nContent-Length: 5\r\n{expect}\r\n"
        );
        let sent = sent(&played(Box::leak(head.into_boxed_str())));
        assert_eq!(sent.contains("100 Continue"), says, "{version} {expect}: {sent}");
        assert!(sent.contains("200 OK"), "{version} {expect}: {sent}");
    }
}

#[test]
fn its_final_response_names_the_request_and_its_connection_ends() {
    let transcript =
        played("POST /expectspec-0/a HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n");
    assert!(sent(&transcript).contains("Expectspec-Tag: 0/a\r\n"), "{transcript}");
    let ends = |event: &Event| matches!(event, Event::End(Direction::ToSubject));
    let ended = transcript.entries.iter().any(|it| it.side == Side::Inbound && ends(&it.event));
    assert!(ended, "{transcript}");
}
