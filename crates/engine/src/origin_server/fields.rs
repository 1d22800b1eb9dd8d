//! The field lines of a request that the server itself heeds, read in one pass.

use alloc::vec::Vec;

use expectspec_message::octet::{is_token, list_members, trim_ows};
use expectspec_message::{Expectations, Head, Version};

use super::exchange::Upgrade;
use super::policy::Policy;

/// What the `Connection` field says of persistence.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Persistence {
    Unsaid,
    KeepAlive,
    Close,
}

/// What the head says in fields that concern every resource.
#[derive(Clone, Debug)]
pub(super) struct Fields<'a> {
    hosts: u32,
    pub(super) host: &'a [u8],
    pub(super) persistence: Persistence,
    pub(super) expectations: Expectations,
    pub(super) has_expect: bool,
    /// A `Content-Length` says something more than once.
    pub(super) repeats_length: bool,
    lengths: u32,
    upgrade_option: bool,
    protocol_offered: bool,
}

impl<'a> Fields<'a> {
    pub(super) fn read(head: &Head, message: &'a [u8], policy: &Policy) -> Self {
        let mut fields = Self {
            hosts: 0,
            host: b"",
            persistence: Persistence::Unsaid,
            expectations: Expectations::default(),
            has_expect: false,
            repeats_length: false,
            lengths: 0,
            upgrade_option: false,
            protocol_offered: false,
        };
        for line in &head.fields {
            let name = line.name.of(message);
            // The length tells the five names apart, and most others from them.
            let known: &[u8] = match name.len() {
                4 => b"host",
                6 => b"expect",
                7 => b"upgrade",
                10 => b"connection",
                14 => b"content-length",
                _ => continue,
            };
            if name.eq_ignore_ascii_case(known) {
                fields.read_value(known.len(), trim_ows(line.value.of(message)), policy);
            }
        }
        fields
    }

    fn read_value(&mut self, name_len: usize, value: &'a [u8], policy: &Policy) {
        match name_len {
            4 => {
                self.hosts += 1;
                self.host = value;
            }
            6 => {
                self.has_expect = true;
                self.expectations.read(value);
            }
            7 => {
                self.protocol_offered |= policy.upgrade.is_some_and(|protocol| {
                    let protocol = protocol.as_bytes();
                    list_members(value).any(|member| member.eq_ignore_ascii_case(protocol))
                });
            }
            10 => list_members(value).for_each(|option| self.read_option(option)),
            _ => {
                self.lengths += 1;
                self.repeats_length |= self.lengths > 1 || value.contains(&b',');
            }
        }
    }

    fn read_option(&mut self, option: &[u8]) {
        if option.eq_ignore_ascii_case(b"close") {
            self.persistence = Persistence::Close;
        } else if option.eq_ignore_ascii_case(b"keep-alive") {
            self.persistence = self.persistence.max(Persistence::KeepAlive);
        } else if option.eq_ignore_ascii_case(b"upgrade") {
            self.upgrade_option = true;
        }
    }

    /// Counts malformed members that begin with `100-continue` as that (RFC 9110 §2.4).
    pub(super) fn recover_expectations(&mut self, head: &Head, message: &[u8]) {
        if self.expectations.malformed == 0 {
            return;
        }
        let values: Vec<_> = head.values(message, b"expect").collect();
        for member in values.into_iter().flat_map(list_members) {
            let token_len = member.iter().take_while(|&&octet| is_token(octet)).count();
            let (token, behind) = member.split_at(token_len);
            if token.eq_ignore_ascii_case(b"100-continue") && !behind.starts_with(b"=") {
                self.expectations.continues = self.expectations.continues.saturating_add(1);
            }
        }
    }

    /// RFC 9112 §3.2: one `Host` field line, or none before HTTP/1.1.
    pub(super) fn has_one_host(&self, version: Version) -> bool {
        self.hosts == 1 || (self.hosts == 0 && !version.is_11_or_later())
    }

    /// RFC 9110 §7.8: the protocol counts only with the connection option.
    pub(super) fn upgrade(&self) -> Upgrade {
        if self.upgrade_option && self.protocol_offered {
            Upgrade::Offered
        } else {
            Upgrade::NotOffered
        }
    }
}
