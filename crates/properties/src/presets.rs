//! The presets of the reference's policies, made once: schedules name them, and a fuzzer reads many.

use std::sync::LazyLock;

use expectspec_engine::{client, intermediary, origin_server};

/// The policies of the origin server.
pub(crate) static SERVERS: Presets<origin_server::Policy> =
    Presets::new(origin_server::Policy::presets);
/// The policies of the intermediary.
pub(crate) static HOPS: Presets<intermediary::Policy> = Presets::new(intermediary::Policy::presets);
/// The policies of the client.
pub(crate) static CLIENTS: Presets<client::Policy> = Presets::new(client::Policy::presets);

/// Policies by name, in the order in which octets choose them.
pub(crate) struct Presets<P: 'static>(LazyLock<Vec<(&'static str, P)>>);

impl<P: Clone> Presets<P> {
    const fn new(make: fn() -> Vec<(&'static str, P)>) -> Self {
        Self(LazyLock::new(make))
    }

    /// The name that an octet chooses.
    pub(crate) fn chosen_by(&self, octet: u8) -> &'static str {
        self.0[usize::from(octet) % self.0.len()].0
    }

    /// The octet that chooses this name.
    pub(crate) fn octet(&self, name: &str) -> u8 {
        let place = self.0.iter().position(|(known, _)| *known == name);
        place.and_then(|place| u8::try_from(place).ok()).expect("the name of a preset")
    }

    /// The name as it stands in the table.
    pub(crate) fn known(&self, name: &str) -> Option<&'static str> {
        self.0.iter().map(|(known, _)| *known).find(|known| *known == name)
    }

    /// The policy itself.
    pub(crate) fn policy(&self, name: &str) -> P {
        let preset = self.0.iter().find(|(known, _)| *known == name);
        preset.expect("the name of a preset").1.clone()
    }
}
