//! What the properties are about: the parsers, the judge and the machines, or what is planted in their place.

#[cfg(feature = "planted")]
pub(crate) use crate::planted::{
    Hop, Server, chunked_content, client_policy, head, judge, print, read_expectations,
};
#[cfg(not(feature = "planted"))]
pub(crate) use sound::{
    Hop, Server, chunked_content, client_policy, head, judge, print, read_expectations,
};

#[cfg(not(feature = "planted"))]
mod sound {
    use expectspec_engine::client::Policy;
    use expectspec_judge::Transcript;
    use expectspec_message::{Expectations, Head, HeadError, Progress};

    pub(crate) use expectspec_engine::ReferenceServer as Server;
    pub(crate) use expectspec_engine::intermediary::Intermediary as Hop;
    pub(crate) use expectspec_judge::judge;

    /// The policy of a client.
    pub(crate) const fn client_policy(policy: Policy) -> Policy {
        policy
    }

    /// Reads one field line value into the sum.
    pub(crate) fn read_expectations(sum: &mut Expectations, line: &[u8]) {
        sum.read(line);
    }

    /// What came of a head that was read in pieces of these lengths.
    pub(crate) const fn head(
        read: (Result<Progress<usize>, HeadError>, Head),
        _octets: &[u8],
        _lens: &[usize],
    ) -> (Result<Progress<usize>, HeadError>, Head) {
        read
    }

    /// The content of chunks.
    pub(crate) const fn chunked_content(content: Vec<u8>, _octets: &[u8]) -> Vec<u8> {
        content
    }

    /// The text form.
    pub(crate) fn print(transcript: &Transcript) -> String {
        transcript.to_string()
    }
}
