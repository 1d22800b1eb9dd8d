//! What the tests generate.

use core::slice::SliceIndex;

use expectspec_engine::origin_server::Policy;
use expectspec_properties::words::{
    ASKED_METHODS, CONTENTS, EXPECTS, FIELDS, FRAMINGS, LATENCIES, LOADS, MANNERS, METHODS, PACES,
    PIECES, RESPONSES, RESTS, TAGGED_TARGETS, TARGETS, Time, VERSIONS, WAITS, Word,
};
use expectspec_properties::{
    Action, Ask, HostStep, Mediation, Move, OriginStep, Reception, RequestHead, Schedule,
};
use proptest::prelude::*;
use proptest::sample::Select;
use proptest::test_runner::RngSeed;

/// The same values on every run, so that a change is what breaks a test. New ones are the fuzzer's,
/// or come with `PROPTEST_RNG_SEED` and `PROPTEST_CASES`; what they find becomes a script or a file
/// of the corpus, so nothing else needs to be kept.
pub(crate) fn config() -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match config.rng_seed {
        RngSeed::Random => ProptestConfig { rng_seed: RngSeed::Fixed(SEED), ..config },
        RngSeed::Fixed(_) => config,
    }
}

const SEED: u64 = 100;

/// Octets of which most choose a usual row.
pub(crate) fn choices(
    len: impl Into<prop::collection::SizeRange>,
) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop_oneof![4 => 0..3u8, 2 => 0..9u8, 1 => any::<u8>()], len)
}

/// Schedules of any actions, and of those that make up exchanges.
pub(crate) fn schedule() -> impl Strategy<Value = Schedule> {
    let any = (any::<u8>(), choices(0..80)).prop_map(|(policy, mut octets)| {
        octets.insert(0, policy);
        Schedule::decode(&octets)
    });
    let policy = prop_oneof![3 => policy(), 1 => Just("lazy"), 1 => Just("upgrading")];
    let usual = (policy, row(LATENCIES, ..), prop::collection::vec(action(), 1..14))
        .prop_map(|(policy, latency, actions)| on_a_way(policy, latency, actions));
    prop_oneof![1 => any, 3 => usual]
}

/// Some states are seen only where policy, target and fields fit together: there they are made to.
fn on_a_way(policy: &'static str, latency: &'static Time, mut actions: Vec<Action>) -> Schedule {
    if let Some(Action::Head(head)) = actions.first_mut() {
        let target = |name| TARGETS.iter().find(|word| word.name == name).expect("a word");
        match policy {
            "lazy" => head.target = target("/slow?ms=2000"),
            "upgrading" => {
                head.target = target("/upgrade");
                head.fields = FIELDS.iter().find(|word| word.name == "upgrade").expect("a word");
            }
            _ => {}
        }
    }
    Schedule { latency, ..Schedule::new(policy, actions) }
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![7 => request_head().prop_map(Action::Head), 17 => action_between()]
}

fn action_between() -> impl Strategy<Value = Action> {
    prop_oneof![
        7 => prop_oneof![4 => row(WAITS, 0..4), 1 => row(WAITS, ..)].prop_map(Action::Wait),
        5 => prop_oneof![2 => row(CONTENTS, 0..3), 1 => row(CONTENTS, ..)].prop_map(Action::Content),
        1 => prop::collection::vec(any::<u8>(), 1..9).prop_map(Action::Octets),
        2 => Just(Action::Finish),
        2 => Just(Action::Reset),
    ]
}

/// What happens around an intermediary: any moves, and those that make up exchanges.
pub(crate) fn mediation() -> impl Strategy<Value = Mediation> {
    let any = (any::<u8>(), choices(0..80)).prop_map(|(policy, mut octets)| {
        octets.insert(0, policy);
        Mediation::decode(&octets)
    });
    let usual =
        (policy_of_intermediary(), row(LATENCIES, ..), prop::collection::vec(moves(), 1..18))
            .prop_map(|(policy, latency, moves)| Mediation {
                latency,
                ..Mediation::new(policy, moves)
            });
    prop_oneof![1 => any, 3 => usual]
}

fn moves() -> impl Strategy<Value = Move> {
    let target = prop_oneof![12 => row(TAGGED_TARGETS, 0..1), 1 => row(TAGGED_TARGETS, ..)];
    let head = head_for(target).prop_map(Action::Head);
    let action = prop_oneof![4 => head, 5 => action_between()].prop_map(Move::Client);
    let answer = prop_oneof![3 => row(RESPONSES, 0..11), 2 => row(RESPONSES, ..)];
    let step = prop_oneof![
        6 => answer.prop_map(OriginStep::Answer),
        3 => Just(OriginStep::Content),
        3 => Just(OriginStep::Next),
        2 => row(WAITS, 0..4).prop_map(OriginStep::Wait),
        1 => row(WAITS, ..).prop_map(OriginStep::Wait),
        1 => Just(OriginStep::Finish),
        1 => Just(OriginStep::Reset),
        1 => prop::collection::vec(any::<u8>(), 1..9).prop_map(OriginStep::Octets),
    ];
    prop_oneof![
        10 => action,
        8 => step.prop_map(Move::Origin),
        1 => Just(Move::Open),
        1 => (0..3_u8).prop_map(Move::Use),
    ]
}

/// How an origin server receives a client: any steps, and those that make up exchanges.
pub(crate) fn reception() -> impl Strategy<Value = Reception> {
    let any = (any::<u8>(), choices(0..60)).prop_map(|(policy, mut octets)| {
        octets.insert(0, policy);
        Reception::decode(&octets)
    });
    prop_oneof![1 => any, 3 => reception_of(prop::collection::vec(host_step(), 1..16))]
}

/// Receptions by a calm origin server.
pub(crate) fn calm_reception() -> impl Strategy<Value = Reception> {
    let final_response = prop_oneof![
        Just("200"),
        Just("417"),
        Just("200-close"),
        Just("200-hello"),
        Just("204"),
        Just("413"),
        Just("200-chunked"),
        Just("304"),
        Just("417-close"),
        Just("401"),
        Just("303"),
        Just("307"),
        Just("200-keep-alive"),
        Just("200-http-1.0"),
    ];
    let before = prop_oneof![
        2 => Just(HostStep::Content),
        1 => Just(HostStep::SomeContent),
        1 => row(WAITS, 0..5).prop_map(HostStep::Wait),
        1 => row(PIECES, ..).prop_map(HostStep::Cut),
        1 => Just(HostStep::Answer(&RESPONSES[0])),
    ];
    let service =
        (prop::collection::vec(before, 0..3), final_response).prop_map(|(before, name)| {
            let word = RESPONSES.iter().find(|word| word.name == name).expect("a word");
            let mut steps = vec![HostStep::Request];
            steps.extend(before);
            steps.push(HostStep::Answer(word));
            steps
        });
    reception_of(prop::collection::vec(service, 1..6).prop_map(|services| services.concat()))
}

fn reception_of(steps: impl Strategy<Value = Vec<HostStep>>) -> impl Strategy<Value = Reception> {
    let load = prop_oneof![12 => row(LOADS, 0..8), 1 => row(LOADS, ..)];
    let manner = prop_oneof![3 => row(MANNERS, 0..1), 1 => row(MANNERS, ..)];
    let ask = (row(ASKED_METHODS, ..), load, manner).prop_map(|(method, load, manner)| Ask {
        method,
        load,
        manner,
    });
    let pace = prop_oneof![3 => row(PACES, 0..1), 1 => row(PACES, ..)];
    let pieces = prop_oneof![2 => row(PIECES, 0..1), 1 => row(PIECES, ..)];
    let rest = prop_oneof![3 => row(RESTS, 0..1), 1 => row(RESTS, ..)];
    let asks = prop::collection::vec(ask, 1..=Reception::ASKS_MAX);
    (policy_of_client(), row(LATENCIES, ..), pace, pieces, rest, asks, steps).prop_map(
        |(policy, latency, pace, pieces, rest, asks, steps)| Reception {
            latency,
            pace,
            pieces,
            rest,
            ..Reception::new(policy, asks, steps)
        },
    )
}

fn host_step() -> impl Strategy<Value = HostStep> {
    let is_redirection = |word: &&'static Word| matches!(word.name, "301" | "303" | "307");
    let redirections: Vec<_> = RESPONSES.iter().filter(is_redirection).collect();
    let answer = prop_oneof![
        6 => row(RESPONSES, 0..11),
        6 => row(RESPONSES, ..),
        1 => prop::sample::select(redirections),
    ];
    prop_oneof![
        6 => Just(HostStep::Request),
        6 => answer.prop_map(HostStep::Answer),
        3 => Just(HostStep::Content),
        1 => Just(HostStep::SomeContent),
        2 => row(WAITS, 0..5).prop_map(HostStep::Wait),
        1 => row(WAITS, ..).prop_map(HostStep::Wait),
        1 => row(PIECES, ..).prop_map(HostStep::Cut),
        1 => Just(HostStep::Finish),
        1 => Just(HostStep::Reset),
        1 => Just(HostStep::Accept),
        1 => prop_oneof![4 => Just(HostStep::Request), 1 => Just(HostStep::Refuse)],
        1 => prop::collection::vec(any::<u8>(), 1..9).prop_map(HostStep::Octets),
    ]
}

/// Names of policies of clients; the one that follows redirections has the longest way to go.
fn policy_of_client() -> impl Strategy<Value = &'static str> {
    let presets = expectspec_engine::client::Policy::presets().into_iter();
    let any = prop::sample::select(presets.map(|(name, _)| name).collect::<Vec<_>>());
    prop_oneof![4 => any, 1 => Just("following")]
}

/// Heads of requests, most of them for a resource of the site and with nothing wrong.
pub(crate) fn request_head() -> impl Strategy<Value = RequestHead> {
    head_for(prop_oneof![8 => row(TARGETS, 0..14), 1 => row(TARGETS, ..)])
}

fn head_for(target: impl Strategy<Value = &'static Word>) -> impl Strategy<Value = RequestHead> {
    let framing = prop_oneof![6 => row(FRAMINGS, 0..3), 2 => row(FRAMINGS, ..)];
    let words = (
        prop_oneof![8 => row(METHODS, 0..3), 1 => row(METHODS, ..)],
        target,
        prop_oneof![8 => row(VERSIONS, 0..1), 1 => row(VERSIONS, 1..2), 1 => row(VERSIONS, ..)],
        framing,
        prop_oneof![4 => row(EXPECTS, 0..1), 3 => row(EXPECTS, ..)],
        prop_oneof![4 => row(FIELDS, 0..3), 1 => row(FIELDS, ..)],
    );
    words.prop_map(|(method, target, version, framing, expect, fields)| RequestHead {
        method,
        target,
        version,
        framing,
        expect,
        fields,
    })
}

fn row<T>(table: &'static [T], range: impl SliceIndex<[T], Output = [T]>) -> Select<&'static T>
where
    &'static T: Clone + core::fmt::Debug,
{
    prop::sample::select(table[range].iter().collect::<Vec<_>>())
}

/// Names of policies of intermediaries.
pub(crate) fn policy_of_intermediary() -> impl Strategy<Value = &'static str> {
    let presets = expectspec_engine::intermediary::Policy::presets().into_iter();
    prop::sample::select(presets.map(|(name, _)| name).collect::<Vec<_>>())
}

/// Names of policies.
pub(crate) fn policy() -> impl Strategy<Value = &'static str> {
    let names: Vec<_> = Policy::presets().into_iter().map(|(name, _)| name).collect();
    prop::sample::select(names)
}
