//! What the placeholders of a command stand for.

use std::path::Path;

use crate::{Content, Job};

/// The name of each placeholder, and what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Values {
    pairs: [(&'static str, String); 6],
}

impl Values {
    /// The values for one start of the program.
    pub(super) fn of(job: &Job, port: u16, file: &Path) -> Self {
        let upload = if job.content == Content::None { "GET" } else { "PUT" };
        let length = match job.content {
            Content::None => "none",
            Content::Known(_) => "known",
            Content::Unknown(_) => "unknown",
        };
        Self {
            pairs: [
                ("url", format!("http://127.0.0.1:{port}{}", job.target)),
                ("file", file.display().to_string()),
                ("size", job.content.octets().to_string()),
                ("method", job.method.clone().unwrap_or_else(|| upload.to_owned())),
                ("requests", job.requests.to_string()),
                ("length", length.to_owned()),
            ],
        }
    }

    /// A word of the command with its placeholders replaced. Other braces stand for themselves.
    pub(super) fn expand(&self, word: &str) -> String {
        let mut text = String::with_capacity(word.len());
        let mut rest = word;
        'next: while let Some(open) = rest.find('{') {
            text.push_str(&rest[..open]);
            rest = &rest[open..];
            for (name, value) in &self.pairs {
                let behind = rest[1..].strip_prefix(name).and_then(|it| it.strip_prefix('}'));
                if let Some(behind) = behind {
                    text.push_str(value);
                    rest = behind;
                    continue 'next;
                }
            }
            text.push('{');
            rest = &rest[1..];
        }
        text + rest
    }

    /// The same as variables of the environment.
    pub(super) fn environment(&self) -> impl Iterator<Item = (String, &str)> {
        let variable = |name: &str| format!("EXPECTSPEC_{}", name.to_ascii_uppercase());
        self.pairs.iter().map(move |(name, value)| (variable(name), value.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_replaced_and_other_braces_kept() {
        let job = Job {
            method: Some("POST".to_owned()),
            target: "/x".to_owned(),
            content: Content::Unknown(3),
            requests: 2,
        };
        let values = Values::of(&job, 80, Path::new("/d/content"));
        for (word, expanded) in [
            ("{url}", "http://127.0.0.1:80/x"),
            ("-T{file}", "-T/d/content"),
            ("{size},{method}{requests}", "3,POST2"),
            ("%{http_code}", "%{http_code}"),
            ("{{url}}", "{http://127.0.0.1:80/x}"),
            ("{", "{"),
            ("", ""),
        ] {
            assert_eq!(values.expand(word), expanded);
        }
        let length = values.environment().find(|(name, _)| name == "EXPECTSPEC_LENGTH");
        assert_eq!(length, Some(("EXPECTSPEC_LENGTH".to_owned(), "unknown")));
    }
}
