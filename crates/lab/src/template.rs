//! Placeholders in subject files: `{port}`, `{dir}` and, for intermediaries, `{origin}`.

use std::path::Path;

use crate::error::LabError;
use crate::subject_file::{Role, SubjectFile};

/// What the placeholders stand for in one start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values<'a> {
    /// The port on loopback.
    pub(crate) port: u16,
    /// The port on loopback where an intermediary finds our origin server.
    pub(crate) origin: Option<u16>,
    /// The subject's directory.
    pub(crate) dir: &'a Path,
}

/// Fills the placeholders of a template.
///
/// A placeholder is a lower-case word in braces. Any other brace stands for itself, so that the
/// configuration of a server needs no escapes.
pub(crate) fn fill(template: &str, values: Values<'_>) -> Result<String, String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open + 1..];
        let Some(word) = rest.split_once('}').map(|(word, _)| word).filter(|word| is_word(word))
        else {
            filled.push('{');
            continue;
        };
        match (word, values.origin) {
            ("port", _) => filled.push_str(&values.port.to_string()),
            ("dir", _) => filled.push_str(&values.dir.to_string_lossy()),
            ("origin", Some(origin)) => filled.push_str(&origin.to_string()),
            (unknown, _) => return Err(unknown.to_owned()),
        }
        rest = &rest[word.len() + 1..];
    }
    filled.push_str(rest);
    Ok(filled)
}

/// A client's template with its directory in it. Any other brace stands for itself: what else a
/// command may hold is replaced when it is run.
pub(crate) fn fill_dir(template: &str, dir: &Path) -> String {
    template.replace("{dir}", &dir.to_string_lossy())
}

/// Whether all templates of a server or an intermediary hold known placeholders only.
pub(crate) fn check(file: &SubjectFile) -> Result<(), LabError> {
    let (start, origin) = match &file.role {
        Role::Server { start, .. } => (start, None),
        Role::Intermediary { start, .. } => (start, Some(0)),
        Role::Client { .. } => return Ok(()),
    };
    let values = Values { port: 0, origin, dir: Path::new("") };
    let commands = start.build.commands.iter().chain([&start.command]).flatten();
    let texts = file.files.iter().map(|file| &file.text);
    for template in commands.chain(start.environment.values()).chain(texts) {
        fill(template, values).map_err(|placeholder| LabError::Placeholder {
            subject: file.name.clone(),
            placeholder,
        })?;
    }
    Ok(())
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|octet| octet.is_ascii_lowercase() || octet == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_in_braces_are_placeholders() {
        let values = Values { port: 8080, origin: Some(9000), dir: Path::new("/tmp/x") };
        for (template, expected) in [
            ("listen 127.0.0.1:{port};", Ok("listen 127.0.0.1:8080;")),
            ("{dir}/a {dir}", Ok("/tmp/x/a /tmp/x")),
            ("http { server { } }", Ok("http { server { } }")),
            ("{SHA}x= {} {", Ok("{SHA}x= {} {")),
            ("{{port}}", Ok("{8080}")),
            ("127.0.0.1:{origin}", Ok("127.0.0.1:9000")),
            ("{ports}", Err("ports")),
        ] {
            let filled = fill(template, values);
            assert_eq!(filled.as_deref().map_err(String::as_str), expected, "{template}");
        }
    }

    #[test]
    fn a_server_has_no_origin() {
        let values = Values { port: 8080, origin: None, dir: Path::new("/tmp/x") };
        assert_eq!(fill("{origin}", values), Err("origin".to_owned()));
    }

    #[test]
    fn the_braces_of_a_client_stand_for_themselves() {
        let filled = fill_dir("f'{url} {dir}/a %{http_code}'", Path::new("/tmp/x"));
        assert_eq!(filled, "f'{url} /tmp/x/a %{http_code}'");
    }
}
