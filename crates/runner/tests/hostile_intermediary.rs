//! Whatever an intermediary does to its two neighbours, a case ends within its waits, and what is kept
//! of it has a bound.

use core::time::Duration;
use std::io;

use expectspec_catalogue::{Case, Step, Until, of};
use expectspec_judge::{Event, Transcript, Windows, judge};
use expectspec_requirements::{Form, Party};
use expectspec_runner::{Plan, play_intermediary};
use expectspec_subject::{Connector, IntermediaryInProcess};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::runtime::Builder;
use tokio::sync::mpsc::Receiver;
use tokio::time::{Instant, sleep};

/// What an intermediary does with every client that connects.
#[derive(Clone, Copy, Debug)]
enum Conduct {
    Deaf,
    Gone,
    Swallows,
    FloodsClients,
    FloodsOrigin,
    ConnectsForEver,
    EndlessHeadToOrigin,
    Babbles,
    Drips,
    AbandonsItsRequest,
    AsksForOthers,
}

impl Conduct {
    const ALL: [Self; 11] = [
        Self::Deaf,
        Self::Gone,
        Self::Swallows,
        Self::FloodsClients,
        Self::FloodsOrigin,
        Self::ConnectsForEver,
        Self::EndlessHeadToOrigin,
        Self::Babbles,
        Self::Drips,
        Self::AbandonsItsRequest,
        Self::AsksForOthers,
    ];
}

const CONTINUE: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";
const REQUEST: &[u8] = b"GET /expectspec-0/x HTTP/1.1\r\nHost: t\r\n\r\n";

async fn pass_on(mut clients: Receiver<DuplexStream>, origin: Connector, conduct: Conduct) {
    let mut open = Vec::new();
    while let Some(mut client) = clients.recv().await {
        // Whatever ends it, ends it.
        turn(&mut client, &origin, conduct).await.ok();
        if !matches!(conduct, Conduct::Gone) {
            open.push(client);
        }
    }
}

async fn turn(client: &mut DuplexStream, origin: &Connector, conduct: Conduct) -> io::Result<()> {
    match conduct {
        Conduct::Deaf | Conduct::Gone => Ok(()),
        Conduct::Swallows => {
            let mut octets = [0; 1024];
            while client.read(&mut octets).await? > 0 {}
            Ok(())
        }
        Conduct::FloodsClients => loop {
            client.write_all(CONTINUE).await?;
        },
        Conduct::FloodsOrigin => {
            let mut inbound = origin.connect().await?;
            loop {
                inbound.write_all(REQUEST).await?;
            }
        }
        Conduct::ConnectsForEver => {
            let mut open = Vec::new();
            loop {
                let mut inbound = origin.connect().await?;
                inbound.write_all(REQUEST).await?;
                open.push(inbound);
            }
        }
        Conduct::EndlessHeadToOrigin => {
            let mut inbound = origin.connect().await?;
            inbound.write_all(b"GET /expectspec-0/x HTTP/1.1\r\nX: ").await?;
            loop {
                inbound.write_all(&[b'a'; 4096]).await?;
            }
        }
        Conduct::Babbles => {
            let mut inbound = origin.connect().await?;
            inbound.write_all(b"\0\xff no request\r\n\r\n").await?;
            client.write_all(b"\0\xff no response\r\n\r\n").await?;
            sleep(Duration::from_secs(3600)).await;
            Ok(())
        }
        Conduct::Drips => {
            let mut inbound = origin.connect().await?;
            for octet in CONTINUE.iter().cycle() {
                client.write_all(&[*octet]).await?;
                inbound.write_all(b"G").await?;
                sleep(Duration::from_secs(1)).await;
            }
            Ok(())
        }
        Conduct::AbandonsItsRequest => {
            let mut inbound = origin.connect().await?;
            inbound
                .write_all(b"POST /expectspec-0/x HTTP/1.1\r\nContent-Length: 9\r\n\r\nab")
                .await?;
            sleep(Duration::from_secs(3600)).await;
            Ok(())
        }
        Conduct::AsksForOthers => {
            let mut inbound = origin.connect().await?;
            inbound.write_all(b"GET /elsewhere HTTP/1.1\r\nHost: t\r\n\r\n").await?;
            let mut octets = [0; 1024];
            while inbound.read(&mut octets).await? > 0 {}
            Ok(())
        }
    }
}

/// What a script waits for in all, if every wait and every write is in vain, in microseconds.
fn bound_us(steps: &[Step], windows: Windows) -> u64 {
    let of = |step: &Step| match *step {
        Step::Send(_) | Step::Repeat { .. } => windows.final_us,
        Step::Dribble { octets, gap_ms, .. } => {
            windows.final_us + (octets.len() as u64 + 100) * 1000 * u64::from(gap_ms)
        }
        Step::Await(Until::Answer) => windows.immediate_us,
        Step::Await(Until::Request) => windows.immediate_us + windows.quiet_us,
        Step::Await(Until::Close) => windows.close_us,
        // It may first wait for the request.
        Step::Await(_) => 2 * windows.final_us,
        Step::Quiet => windows.quiet_us,
        Step::Pause(ms) => 1000 * u64::from(ms),
        Step::Open | Step::Use(_) | Step::Finish | Step::Reset => 0,
        Step::Serve(_) => 40 * windows.final_us,
        Step::AtOrigin(steps) => bound_us(steps, windows),
    };
    steps.iter().map(of).sum()
}

fn octets(transcript: &Transcript) -> usize {
    let of = |event: &Event| match event {
        Event::Octets(_, octets) => octets.len(),
        _ => 0,
    };
    transcript.entries.iter().map(|entry| of(&entry.event)).sum()
}

fn play_all(cases: &[&'static Case], conduct: Conduct) {
    let subject = IntermediaryInProcess::new("hostile", Form::Proxy, move |clients, origin| {
        pass_on(clients, origin, conduct)
    });
    let plan = Plan::new(cases.to_vec(), "t");
    let terms = plan.terms(plan.windows());
    for case in cases {
        let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
        runtime.expect("a runtime").block_on(async {
            let began = Instant::now();
            let played =
                play_intermediary(&subject, case.to_script(), &plan.places_of(case), &terms).await;
            let bound = Duration::from_micros(bound_us(case.script, terms.windows));
            let took = began.elapsed();
            assert!(took <= bound, "{conduct:?} {}: {took:?} of {bound:?}", case.id);
            let transcript = match played {
                Ok(played) => played.transcript,
                Err(error) => error.transcript,
            };
            assert!(octets(&transcript) < 4 * 1024 * 1024, "{conduct:?} {}", case.id);
            // Whatever it is, it can be judged.
            assert!(judge(&transcript).len() <= 100_000, "{conduct:?} {}", case.id);
        });
    }
}

#[test]
fn every_case_ends_within_its_waits() {
    let cases = of(Party::Intermediary);
    for conduct in Conduct::ALL {
        play_all(&cases, conduct);
    }
}
