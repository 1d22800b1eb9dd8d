//! The words of other crates, which stand in a document by their names.

use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer};

/// The value that has the name which comes next.
fn named<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    kind: &str,
    from_name: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let name = String::deserialize(deserializer)?;
    from_name(&name).ok_or_else(|| D::Error::custom(format_args!("there is no {kind} \"{name}\"")))
}

pub(super) mod verdict {
    use expectspec_requirements::Verdict;
    use serde::{Deserializer, Serializer};

    use crate::Counts;

    pub(crate) fn serialize<S: Serializer>(verdict: &Verdict, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(verdict)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Verdict, D::Error> {
        let from_name =
            |name: &str| Counts::ORDER.into_iter().find(|verdict| verdict.to_string() == name);
        super::named(from, "verdict", from_name)
    }
}

pub(super) mod outcome {
    use expectspec_requirements::Outcome;
    use serde::{Deserializer, Serializer};

    const ALL: [Outcome; 5] =
        [Outcome::Kept, Outcome::Chosen, Outcome::Unclear, Outcome::Doubtful, Outcome::Broken];

    pub(crate) fn serialize<S: Serializer>(outcome: &Outcome, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(outcome)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Outcome, D::Error> {
        let from_name = |name: &str| ALL.into_iter().find(|outcome| outcome.to_string() == name);
        super::named(from, "outcome", from_name)
    }
}

pub(super) mod party {
    use expectspec_requirements::Party;
    use serde::{Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(party: &Party, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(party.name())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Party, D::Error> {
        super::named(from, "party", Party::from_name)
    }
}

pub(super) mod profile {
    use expectspec_requirements::Profile;
    use serde::{Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(profile: &Profile, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(profile.name())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Profile, D::Error> {
        super::named(from, "profile", Profile::from_name)
    }
}

/// A form that may be missing.
pub(super) mod form {
    use expectspec_requirements::Form;
    use serde::{Deserializer, Serialize as _, Serializer};

    pub(crate) fn serialize<S: Serializer>(form: &Option<Form>, to: S) -> Result<S::Ok, S::Error> {
        form.map(Form::name).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Form>, D::Error> {
        super::named(from, "form", Form::from_name).map(Some)
    }
}
