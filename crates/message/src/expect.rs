//! The `Expect` field value (RFC 9110 §10.1.1).

mod grammar;
mod owned;

use alloc::borrow::Cow;

use crate::head::{Head, unfold};
use crate::octet::{split_list, trim_ows, unquote};

pub use owned::{ExpectField, OwnedExpectation};

/// One member of an `Expect` field value.
///
/// ```text
/// expectation = token [ "=" ( token / quoted-string ) parameters ]
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Expectation<'a> {
    /// The token before the `=`.
    pub name: &'a [u8],
    /// The token or quoted-string (with its quotes) behind the `=`.
    pub value: Option<&'a [u8]>,
    /// What follows the value: `*( OWS ";" OWS [ parameter ] )`, raw.
    pub parameters: &'a [u8],
}

/// One parameter of an [`Expectation`] (RFC 9110 §5.6.6).
///
/// ```text
/// parameter = token "=" ( token / quoted-string )
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Parameter<'a> {
    /// The token before the `=`.
    pub name: &'a [u8],
    /// The token or quoted-string (with its quotes) behind the `=`.
    pub value: &'a [u8],
}

/// Why a member is not an expectation, with the octet's offset in the field value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ExpectationError {
    /// Offset in the field line value.
    pub offset: usize,
}

/// What a combined `Expect` field value says, read without allocation.
///
/// ```
/// use expectspec_message::Expectations;
///
/// let mut expectations = Expectations::default();
/// expectations.read(b"foo=\"a, b\", 100-Continue");
/// expectations.read(b"100-continue;q=1,");
/// assert_eq!(
///     expectations,
///     Expectations { continues: 1, others: 1, malformed: 1, empty: 1 }
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Expectations {
    /// Members equal to `100-continue`, without value or parameters.
    pub continues: u32,
    /// Well-formed members other than `100-continue`.
    pub others: u32,
    /// Members outside the grammar.
    pub malformed: u32,
    /// Empty list members. A field line value of nothing but OWS has none.
    pub empty: u32,
}

impl Expectations {
    /// What all `Expect` field lines of `head` say together, each obs-fold read as one SP.
    #[must_use]
    pub fn of(head: &Head, message: &[u8]) -> Self {
        let mut expectations = Self::default();
        for value in head.values(message, b"expect") {
            expectations.read(&unfold(value));
        }
        expectations
    }

    /// Reads one more field line value into the sum (RFC 9110 §5.3: lines make one list).
    ///
    /// A value with an obs-fold goes through [`unfold`] first.
    #[inline]
    pub fn read(&mut self, value: &[u8]) {
        if is_100_continue(value) {
            self.continues = self.continues.saturating_add(1);
        } else {
            self.read_list(value);
        }
    }

    fn read_list(&mut self, value: &[u8]) {
        if trim_ows(value).is_empty() {
            return;
        }
        for (_, member) in split_list(value) {
            let count = if member.is_empty() {
                &mut self.empty
            } else {
                match grammar::expectation(member) {
                    Ok(expectation) if expectation.is_100_continue() => &mut self.continues,
                    Ok(_) => &mut self.others,
                    Err(_) => &mut self.malformed,
                }
            };
            *count = count.saturating_add(1);
        }
    }

    /// Whether the value contains a 100-continue expectation.
    #[must_use]
    pub const fn has_continue(&self) -> bool {
        self.continues > 0
    }

    /// Whether the value has no member that is not empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.continues == 0 && self.others == 0 && self.malformed == 0
    }
}

impl<'a> Expectation<'a> {
    /// Whether this is the one expectation that RFC 9110 §10.1.1 defines: `100-continue` in any
    /// case, without value.
    #[must_use]
    pub fn is_100_continue(&self) -> bool {
        self.value.is_none() && is_100_continue(self.name)
    }

    /// The value without its quotes and quoted-pairs.
    #[must_use]
    pub fn unquoted_value(&self) -> Option<Cow<'a, [u8]>> {
        self.value.map(unquote)
    }

    /// The parameters in order; empty ones are left out (RFC 9110 §5.6.6).
    ///
    /// ```
    /// use expectspec_message::expect::members;
    ///
    /// let expectation = members(b"foo=bar; ;p=q;r=\"s;t\";").next().unwrap().unwrap();
    /// let names: Vec<_> = expectation.parameter_list().map(|parameter| parameter.name).collect();
    /// assert_eq!(names, [b"p", b"r"]);
    /// ```
    pub fn parameter_list(&self) -> impl Iterator<Item = Parameter<'a>> + use<'a> {
        let mut rest = self.parameters;
        core::iter::from_fn(move || {
            while !rest.is_empty() {
                let (len, parameter) = grammar::parameter(rest).ok()?;
                rest = &rest[len..];
                if parameter.is_some() {
                    return parameter;
                }
            }
            None
        })
    }
}

impl<'a> Parameter<'a> {
    /// The value without its quotes and quoted-pairs.
    #[must_use]
    pub fn unquoted_value(&self) -> Cow<'a, [u8]> {
        unquote(self.value)
    }
}

/// The members of one field line value, in order; a member outside the grammar is an error and the
/// next one follows. Empty members are left out.
///
/// A malformed member ends at the next comma outside a quoted-string, and a quoted-string that does
/// not end takes all that follows: a comma that may be quoted never makes a 100-continue
/// expectation.
///
/// ```
/// use expectspec_message::expect::{ExpectationError, members};
///
/// let mut members = members(b"100-continue;a=b, 100-continue");
/// assert_eq!(members.next(), Some(Err(ExpectationError { offset: 12 })));
/// assert!(members.next().unwrap().unwrap().is_100_continue());
/// assert_eq!(members.next(), None);
/// ```
pub fn members(value: &[u8]) -> impl Iterator<Item = Result<Expectation<'_>, ExpectationError>> {
    split_list(value).filter(|(_, member)| !member.is_empty()).map(|(start, member)| {
        grammar::expectation(member).map_err(|at| ExpectationError { offset: start + at })
    })
}

fn is_100_continue(octets: &[u8]) -> bool {
    octets.eq_ignore_ascii_case(b"100-continue")
}
