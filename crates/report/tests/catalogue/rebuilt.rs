//! Cases that are built from the JSON and nothing else. What they hold is leaked: cases are static.

use expectspec_catalogue::{Case, Danger, Need, Service, Step, Task, Until, Upload};
use expectspec_judge::{Agree, Relation};
use expectspec_requirements::Requirement;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

#[derive(Deserialize)]
struct Listed {
    id: String,
    purpose: String,
    exercises: Vec<String>,
    needs: Vec<String>,
    danger: String,
    relation: Option<Value>,
    task: Option<Asked>,
    content: String,
    steps: Vec<Value>,
}

#[derive(Deserialize)]
struct Asked {
    method: Option<String>,
    content: String,
    requests: u8,
}

/// Every case of a list.
pub(crate) fn cases(list: &str) -> Vec<&'static Case> {
    let list: Value = serde_json::from_str(list).expect("JSON");
    let case = |case: &Value| &*Box::leak(Box::new(case_of(read(case))));
    list["cases"].as_array().expect("an array").iter().map(case).collect()
}

fn case_of(listed: Listed) -> Case {
    Case {
        id: leaked(listed.id),
        purpose: leaked(listed.purpose),
        exercises: listed.exercises.iter().map(|id| requirement(id)).collect::<Vec<_>>().leak(),
        content: octets(&listed.content),
        task: listed.task.map_or(Task::UPLOAD, task_of),
        script: listed.steps.iter().map(step_of).collect::<Vec<_>>().leak(),
        needs: listed.needs.iter().map(|need| need_of(need)).collect::<Vec<_>>().leak(),
        relation: listed.relation.as_ref().map(relation_of),
        danger: match listed.danger.as_str() {
            "none" => Danger::None,
            "desync" => Danger::Desync,
            "load" => Danger::Load,
            other => panic!("{other}"),
        },
    }
}

fn task_of(asked: Asked) -> Task {
    let upload = match asked.content.as_str() {
        "none" => Upload::None,
        "known" => Upload::Known,
        "unknown" => Upload::Unknown,
        other => panic!("{other}"),
    };
    Task { method: asked.method.map(leaked), upload, requests: asked.requests }
}

fn step_of(step: &Value) -> Step {
    let sent = || octets(step["octets"].as_str().expect("a text"));
    match step["do"].as_str().expect("a text") {
        "send" => Step::Send(sent()),
        "dribble" => Step::Dribble {
            octets: sent(),
            octets_each: read(&step["octets_each"]),
            gap_ms: read(&step["gap_ms"]),
        },
        "repeat" => Step::Repeat { octets: sent(), times: read(&step["times"]) },
        "await" => Step::Await(match step["until"].as_str().expect("a text") {
            "answer" => Until::Answer,
            "final" => Until::Final,
            "close" => Until::Close,
            "request" => Until::Request,
            "content-begun" => Until::ContentBegun,
            "content" => Until::Content,
            other => panic!("{other}"),
        }),
        "quiet" => Step::Quiet,
        "pause" => Step::Pause(read(&step["ms"])),
        "open" => Step::Open,
        "use" => Step::Use(read(&step["connection"])),
        "finish" => Step::Finish,
        "reset" => Step::Reset,
        "serve" => Step::Serve(match step["how"].as_str().expect("a text") {
            "proper" => Service::Proper(sent()),
            "at-once" => Service::AtOnce(sent()),
            "late" => Service::Late(sent()),
            other => panic!("{other}"),
        }),
        "at-origin" => {
            let steps = step["steps"].as_array().expect("an array");
            Step::AtOrigin(steps.iter().map(step_of).collect::<Vec<_>>().leak())
        }
        other => panic!("{other}"),
    }
}

fn relation_of(relation: &Value) -> Relation {
    Relation {
        base: leaked(read(&relation["base"])),
        requirement: requirement(relation["requirement"].as_str().expect("a text")),
        agree: match relation["agree"].as_str().expect("a text") {
            "first-answer" => Agree::FirstAnswer,
            "final-status" => Agree::FinalStatus,
            "final-status-unless-417" => Agree::FinalStatusUnless417,
            "status-codes" => Agree::StatusCodes,
            other => panic!("{other}"),
        },
    }
}

fn need_of(need: &str) -> Need {
    match need {
        "accepts-content" => Need::AcceptsContent,
        "persists" => Need::Persists,
        "serves-in-parallel" => Need::ServesInParallel,
        "upgrade" => Need::Upgrade,
        "protected" => Need::Protected,
        "resets" => Need::Resets,
        "expects" => Need::Expects,
        "method" => Need::Method,
        "requests" => Need::Requests,
        "unknown-length" => Need::UnknownLength,
        "tells" => Need::Tells,
        "redirects" => Need::Redirects,
        "credentials" => Need::Credentials,
        "pools" => Need::Pools,
        "forwards" => Need::Forwards,
        other => panic!("{other}"),
    }
}

fn requirement(id: &str) -> &'static Requirement {
    expectspec_requirements::find(id).expect("a known requirement")
}

/// Each character is the octet of its number.
fn octets(text: &str) -> &'static [u8] {
    let octet = |character| u8::try_from(u32::from(character)).expect("an octet");
    text.chars().map(octet).collect::<Vec<_>>().leak()
}

fn leaked(text: String) -> &'static str {
    text.leak()
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).expect("a value of this type")
}
