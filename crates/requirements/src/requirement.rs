//! One row.

use crate::{Form, Level, Party, Role, Ruling, Scope, Source, Strength, Url};

/// A requirement: who is bound, how strongly, by which sentence.
#[derive(Debug)]
pub struct Requirement {
    /// The permanent public id, such as `EXP-SRV-003`.
    pub id: &'static str,
    /// Whom it binds.
    pub roles: &'static [Role],
    /// The levels as printed.
    pub levels: &'static [Level],
    /// What breaking it means under the default profile.
    pub strength: Strength,
    /// Where it stands. The first source holds the first quote.
    pub sources: &'static [Source],
    /// The sentences, verbatim. Empty where no document prints one.
    pub quotes: &'static [&'static str],
    /// In which profiles it is in force.
    pub scope: Scope,
    /// What profiles change.
    pub rulings: &'static [Ruling],
}

impl Requirement {
    /// Whether a subject that plays `party` is bound, in any of the roles.
    ///
    /// ```
    /// use expectspec_requirements::{Party, SRV_001};
    ///
    /// assert!(SRV_001.binds(Party::OriginServer));
    /// // Toward its client, a gateway is an origin server (RFC 9110 §3.7).
    /// assert!(SRV_001.binds(Party::Intermediary));
    /// assert!(!SRV_001.binds(Party::Client));
    /// ```
    #[must_use]
    pub fn binds(&self, party: Party) -> bool {
        self.roles.iter().any(|role| role.binds(party))
    }

    /// Whether this binds an intermediary of this form.
    ///
    /// ```
    /// use expectspec_requirements::{Form, PRX_001};
    ///
    /// assert!(PRX_001.binds_form(Form::Proxy) && !PRX_001.binds_form(Form::Gateway));
    /// ```
    #[must_use]
    pub fn binds_form(&self, form: Form) -> bool {
        self.roles.iter().any(|role| role.binds_form(form))
    }

    /// Where to read the first source on the web.
    #[must_use]
    pub fn url(&self) -> Url {
        self.sources[0].url()
    }
}
