//! A plain handshake as a line with curl.

use std::io::{self, Write};

use expectspec_catalogue::{Case, Places, Step, Until, expand};

/// The parts of a head that curl sends as they are.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Handshake {
    method: &'static str,
    target: &'static str,
    /// All but those that curl writes by itself.
    fields: Vec<&'static str>,
}

impl Handshake {
    /// `None` for a case that holds anything that curl would do otherwise.
    pub(super) fn of(case: &Case) -> Option<Self> {
        let octets = match case.script {
            [
                Step::Send(head),
                Step::Await(Until::Answer),
                Step::Send(b"{content}"),
                Step::Await(Until::Final),
            ]
            | [
                Step::Send(head),
                Step::Await(Until::Answer),
                Step::Quiet,
                Step::Send(b"{content}"),
                Step::Await(Until::Final),
            ] => head,
            _ => return None,
        };
        if !case.content.iter().all(u8::is_ascii_alphanumeric) {
            return None;
        }
        let head = core::str::from_utf8(octets).ok()?.strip_suffix("\r\n\r\n")?;
        let mut lines = head.split("\r\n");
        let request: Vec<&str> = lines.next()?.split(' ').collect();
        let [method, target, "HTTP/1.1"] = request[..] else { return None };
        let mut fields: Vec<&str> = lines.collect();
        for ours in ["Host: {host}", "Content-Length: {length}", "Expect: 100-continue"] {
            fields.remove(fields.iter().position(|field| *field == ours)?);
        }
        let is_plain = |field: &&str| {
            let (name, value) = field.split_once(": ").unwrap_or_default();
            let special = ["host", "content-length", "expect", "transfer-encoding"];
            !value.is_empty()
                && name.bytes().all(|octet| octet.is_ascii_alphanumeric() || octet == b'-')
                && !special.contains(&name.to_ascii_lowercase().as_str())
                && value.bytes().all(|octet| (b' '..=b'~').contains(&octet) && octet != b'\'')
        };
        let is_target =
            target.bytes().all(|it| it.is_ascii_alphanumeric() || b"{}-/".contains(&it));
        let is_token = method.bytes().all(|octet| octet.is_ascii_uppercase());
        (is_target && is_token && fields.iter().all(is_plain)).then_some(Self {
            method,
            target,
            fields,
        })
    }

    pub(super) fn write(
        &self,
        case: &Case,
        places: &Places,
        subject: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let filled = |text: &str| {
            String::from_utf8_lossy(&expand(text.as_bytes(), case, places)).into_owned()
        };
        write!(out, "curl -v --http1.1 --expect100-timeout 5 -X {}", self.method)?;
        write!(out, " -H 'Expect: 100-continue' -H 'Content-Type:'")?;
        self.fields.iter().try_for_each(|field| write!(out, " -H '{}'", filled(field)))?;
        let target = filled(self.target);
        writeln!(out, " --data-binary '{}' 'http://{subject}{target}'", filled("{content}"))
    }
}
