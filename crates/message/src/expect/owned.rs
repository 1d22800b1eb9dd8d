//! The `Expect` field value as a value of its own, which prints back.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::{Expectation, ExpectationError, members};
use crate::octet::is_token;

/// The members of an `Expect` field value.
///
/// What [`ExpectField::to_octets`] prints, [`ExpectField::parse`] reads back as the same value.
///
/// ```
/// use expectspec_message::expect::ExpectField;
///
/// let field = ExpectField::parse(b" foo=\"a,\\b\" ;p=\"q\";;, ,100-continue")?;
/// assert_eq!(field.to_string(), "foo=\"a,b\";p=q, 100-continue");
/// assert_eq!(ExpectField::parse(&field.to_octets())?, field);
/// # Ok::<(), expectspec_message::ExpectationError>(())
/// ```
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct ExpectField {
    /// The members in order, without the empty ones.
    pub members: Vec<OwnedExpectation>,
}

/// An expectation that owns its octets. It comes from an [`Expectation`] only, so it always prints
/// by the grammar.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct OwnedExpectation {
    name: Vec<u8>,
    value: Option<Vec<u8>>,
    parameters: Vec<(Vec<u8>, Vec<u8>)>,
}

impl ExpectField {
    /// Reads a field value.
    ///
    /// # Errors
    /// At the first member outside the grammar.
    pub fn parse(value: &[u8]) -> Result<Self, ExpectationError> {
        let members = members(value).map(|member| member.map(|it| OwnedExpectation::new(&it)));
        Ok(Self { members: members.collect::<Result<_, _>>()? })
    }

    /// The field value, quoted only where a token can't say it.
    #[must_use]
    pub fn to_octets(&self) -> Vec<u8> {
        let mut octets = Vec::new();
        for (index, member) in self.members.iter().enumerate() {
            if index > 0 {
                octets.extend_from_slice(b", ");
            }
            member.print(&mut octets);
        }
        octets
    }
}

impl OwnedExpectation {
    /// Copies an expectation that [`members`] gave; its value is unquoted.
    fn new(expectation: &Expectation<'_>) -> Self {
        Self {
            name: expectation.name.to_vec(),
            value: expectation.unquoted_value().map(|value| value.into_owned()),
            parameters: expectation
                .parameter_list()
                .map(|it| (it.name.to_vec(), it.unquoted_value().into_owned()))
                .collect(),
        }
    }

    /// The token before the `=`.
    #[must_use]
    pub fn name(&self) -> &[u8] {
        &self.name
    }

    /// The value, unquoted.
    #[must_use]
    pub fn value(&self) -> Option<&[u8]> {
        self.value.as_deref()
    }

    /// Names and unquoted values of the parameters, in order.
    pub fn parameters(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        self.parameters.iter().map(|(name, value)| (&name[..], &value[..]))
    }

    fn print(&self, octets: &mut Vec<u8>) {
        octets.extend_from_slice(&self.name);
        if let Some(value) = &self.value {
            print_value(value, octets);
        }
        for (name, value) in &self.parameters {
            octets.push(b';');
            octets.extend_from_slice(name);
            print_value(value, octets);
        }
    }
}

impl fmt::Display for ExpectField {
    /// The field value; obs-text that is not UTF-8 shows as U+FFFD.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&String::from_utf8_lossy(&self.to_octets()))
    }
}

/// Prints `"=" ( token / quoted-string )`.
fn print_value(value: &[u8], octets: &mut Vec<u8>) {
    octets.push(b'=');
    if !value.is_empty() && value.iter().all(|&octet| is_token(octet)) {
        octets.extend_from_slice(value);
        return;
    }
    octets.push(b'"');
    for &octet in value {
        if matches!(octet, b'"' | b'\\') {
            octets.push(b'\\');
        }
        octets.push(octet);
    }
    octets.push(b'"');
}
