//! Placeholders in subject files: `{port}` and `{dir}`.

use std::path::Path;

use crate::error::LabError;
use crate::subject_file::{Role, SubjectFile};

/// What the placeholders stand for in one start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values<'a> {
    /// The port on loopback.
    pub(crate) port: u16,
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
        match word {
            "port" => filled.push_str(&values.port.to_string()),
            "dir" => filled.push_str(&values.dir.to_string_lossy()),
            unknown => return Err(unknown.to_owned()),
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

/// Whether all templates of a server hold known placeholders only.
pub(crate) fn check(file: &SubjectFile) -> Result<(), LabError> {
    let Role::Server { start, .. } = &file.role else { return Ok(()) };
    let values = Values { port: 0, dir: Path::new("") };
    let start = start.command.iter().chain(start.environment.values());
    let texts = file.files.iter().map(|file| &file.text);
    for template in start.chain(texts) {
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
        let values = Values { port: 8080, dir: Path::new("/tmp/x") };
        for (template, expected) in [
            ("listen 127.0.0.1:{port};", Ok("listen 127.0.0.1:8080;")),
            ("{dir}/a {dir}", Ok("/tmp/x/a /tmp/x")),
            ("http { server { } }", Ok("http { server { } }")),
            ("{SHA}x= {} {", Ok("{SHA}x= {} {")),
            ("{{port}}", Ok("{8080}")),
            ("{ports}", Err("ports")),
        ] {
            let filled = fill(template, values);
            assert_eq!(filled.as_deref().map_err(String::as_str), expected, "{template}");
        }
    }

    #[test]
    fn the_braces_of_a_client_stand_for_themselves() {
        let filled = fill_dir("f'{url} {dir}/a %{http_code}'", Path::new("/tmp/x"));
        assert_eq!(filled, "f'{url} /tmp/x/a %{http_code}'");
    }
}
