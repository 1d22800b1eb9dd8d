//! What becomes of the message at hand, by the rules that hold for it.

use super::stream::Content;
use crate::Edit;
use crate::edit::edited_head;
use crate::intermediary::{Deviation, Moment, OnContent, Until};

/// What becomes of a message whose head has passed.
#[derive(Clone, Debug, Default)]
pub(super) struct Course {
    pub(super) goes: Goes,
    on_content: Vec<OnContent>,
    /// The content waits.
    pub(super) holds_content: Option<Until>,
    /// Octets of data that went on, and what they were.
    data: Vec<u8>,
}

/// Where a message goes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Goes {
    #[default]
    On,
    Nowhere,
    /// To the client as it came.
    Raw,
}

impl Course {
    pub(super) fn new(deviations: &[Deviation]) -> Self {
        let mut course = Self::default();
        for deviation in deviations {
            match *deviation {
                Deviation::Drops | Deviation::Answers(_) => course.goes = Goes::Nowhere,
                Deviation::PassesOn => course.goes = Goes::Raw,
                Deviation::Content(on_content) => course.on_content.push(on_content),
                Deviation::HoldsContent(until) => course.holds_content = Some(until),
                _ => {}
            }
        }
        course
    }

    /// What a piece of content becomes; `foreign` is the content of another client.
    pub(super) fn content(&mut self, piece: Content, foreign: &[u8]) -> Vec<u8> {
        let on_content = std::mem::take(&mut self.on_content);
        let piece = on_content.iter().fold(piece, |piece, it| self.becomes(*it, piece, foreign));
        self.on_content = on_content;
        piece.octets
    }

    fn becomes(&mut self, on_content: OnContent, mut piece: Content, foreign: &[u8]) -> Content {
        let data = piece.octets[piece.data.clone()].to_vec();
        let before = self.data.len();
        self.data.extend_from_slice(&data);
        let new_data = match on_content {
            OnContent::Nothing => return Content { octets: Vec::new(), data: 0..0, ..piece },
            OnContent::Altered => {
                piece.octets[piece.data.clone()].iter_mut().for_each(|octet| *octet ^= 1);
                return piece;
            }
            OnContent::Foreign => {
                let range = piece.data.clone();
                let others = foreign.iter().cycle().skip(before);
                for (octet, other) in piece.octets[range].iter_mut().zip(others) {
                    *octet = *other;
                }
                return piece;
            }
            OnContent::Repeated => {
                if piece.is_last {
                    piece.octets.extend_from_slice(&self.data);
                }
                return piece;
            }
            OnContent::LastChunk(last) => {
                if piece.is_last && piece.is_chunked {
                    piece.octets = last.to_vec();
                    piece.data = 0..0;
                }
                return piece;
            }
            OnContent::Doubled => [&data[..], &data].concat(),
            OnContent::Cut(most) => data[..data.len().min(most.saturating_sub(before))].to_vec(),
            OnContent::Chunked => return chunks(&data, 1, piece.is_last),
        };
        if piece.is_chunked {
            return chunks(&new_data, usize::MAX, piece.is_last);
        }
        Content { data: 0..new_data.len(), octets: new_data, ..piece }
    }
}

/// Data in chunks of so many octets, and the last chunk if it is the last.
fn chunks(data: &[u8], size: usize, is_last: bool) -> Content {
    let mut octets = Vec::new();
    for chunk in data.chunks(size) {
        octets.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        octets.extend_from_slice(chunk);
        octets.extend_from_slice(b"\r\n");
    }
    if is_last {
        octets.extend_from_slice(b"0\r\n\r\n");
    }
    Content { data: 0..0, octets, is_chunked: true, is_last }
}

/// The head as the rules would have it.
pub(super) fn head(deviations: &[Deviation], moment: &Moment<'_>) -> Vec<u8> {
    let mut octets = moment.message.octets.to_vec();
    let mut around: Vec<Edit> = Vec::new();
    for deviation in deviations {
        match *deviation {
            Deviation::Rewrites(rewrite) => octets = rewrite(moment),
            Deviation::Edits(edits) => {
                // What stands around the head is no part of it for edits that follow.
                let is_around =
                    |edit: &&Edit| matches!(edit, Edit::Before(_) | Edit::Then(_) | Edit::Whole(_));
                around.extend(edits.iter().filter(is_around));
                let within: Vec<Edit> = edits.iter().filter(|it| !is_around(it)).copied().collect();
                octets = edited_head(&within, &octets);
            }
            _ => {}
        }
    }
    edited_head(&around, &octets)
}
