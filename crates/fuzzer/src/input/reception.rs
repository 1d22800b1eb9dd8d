//! Inputs for clients as receptions of the fuzz target `client`.

use expectspec_catalogue::{Task, Upload};
use expectspec_properties::words::{ASKED_METHODS, Count, LOADS, Load, MANNERS, PIECES, Word};
use expectspec_properties::{Ask, HostStep, Reception};

use super::{Act, Answer, Cut, Input, OriginAct};

impl Input {
    /// The reception that comes closest: a seed of the fuzz target `client` when
    /// [encoded](Reception::encode). Nothing if the client is asked for TRACE or CONNECT, which nobody
    /// asks the reference client for.
    ///
    /// What comes behind `origin serve` is left out: a reception ends there.
    #[must_use]
    pub fn reception(&self) -> Option<Reception> {
        let task = self.task();
        let asks = usize::from(task.requests).clamp(1, Reception::ASKS_MAX);
        let origin = self.acts.iter().filter_map(|act| match act {
            Act::Origin(act) => Some(act),
            _ => None,
        });
        let until_it_serves = origin.take_while(|act| **act != OriginAct::Serve);
        let steps = until_it_serves.flat_map(OriginAct::host_steps).collect();
        Some(Reception::new("default", vec![ask(task)?; asks], steps))
    }
}

fn ask(Task { method, upload, .. }: Task) -> Option<Ask> {
    let wanted = method.unwrap_or(UPLOADS_WITH).as_bytes();
    let method: &'static Word = ASKED_METHODS.iter().find(|word| word.octets == wanted)?;
    let load = match upload {
        Upload::None => "none",
        Upload::Known => "length-5",
        Upload::Unknown => "chunked-5",
    };
    let load: Option<&'static Load> = LOADS.iter().find(|row| row.name == load);
    let load = load.expect("each name stands in the table");
    Some(Ask { method, load, manner: &MANNERS[0] })
}

impl OriginAct {
    /// The same as steps of a reception.
    fn host_steps(&self) -> Vec<HostStep> {
        match self {
            Self::Request => vec![HostStep::Request],
            Self::SomeContent => vec![HostStep::SomeContent],
            Self::Content => vec![HostStep::Content],
            Self::Send(answer, cut) => sent(answer, *cut),
            Self::Wait(wait) => vec![HostStep::Wait(wait.time())],
            Self::Serve => Vec::new(),
            Self::Finish => vec![HostStep::Finish],
            Self::Reset => vec![HostStep::Reset],
        }
    }
}

fn sent(answer: &Answer, cut: Cut) -> Vec<HostStep> {
    let whole = |answer: &Answer| match answer {
        Answer::Word(word) => HostStep::Answer(word),
        Answer::Octets(octets) => HostStep::Octets(octets.clone()),
    };
    match cut {
        Cut::Whole => vec![whole(answer)],
        Cut::Each(each) => {
            let (pieces, again) = (pieces_of(usize::from(each)), &PIECES[0]);
            vec![HostStep::Cut(pieces), whole(answer), HostStep::Cut(again)]
        }
        Cut::At(..) => {
            let (lengths, wait) = cut.pieces(answer.octets().len());
            let [first, _] = lengths[..] else { return vec![whole(answer)] };
            let (first, behind) = answer.octets().split_at(first);
            let piece = |octets: &[u8]| HostStep::Octets(octets.to_vec());
            vec![piece(first), HostStep::Wait(wait.time()), piece(behind)]
        }
    }
}

/// Pieces of so many octets, or the next larger ones that there are.
fn pieces_of(octets: usize) -> &'static Count {
    let enough = PIECES.iter().filter(|count| count.octets >= octets);
    enough.min_by_key(|count| count.octets).unwrap_or(&PIECES[0])
}

/// What stands for the method that a client uploads with.
const UPLOADS_WITH: &str = "POST";
