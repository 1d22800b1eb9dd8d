//! All subjects, from the files of a folder.

use std::fs;
use std::path::Path;

use expectspec_requirements::Party;

use crate::error::LabError;
use crate::subject_file::SubjectFile;
use crate::template;

/// The subjects, ordered by name.
#[derive(Debug)]
pub(crate) struct SubjectFiles(Vec<SubjectFile>);

impl SubjectFiles {
    /// Reads every `*.toml` of a folder. Templates are checked here, so that a slip shows before
    /// anything is started.
    pub(crate) fn load(folder: &Path) -> Result<Self, LabError> {
        let file_error = |error| LabError::File { path: folder.to_owned(), error };
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).map_err(file_error)? {
            let path = entry.map_err(file_error)?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                files.push(load_file(&path)?);
            }
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self(files))
    }

    /// Every subject.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &SubjectFile> {
        self.0.iter()
    }

    /// Every subject that plays this party.
    pub(crate) fn of_party(&self, party: Party) -> impl Iterator<Item = &SubjectFile> {
        self.iter().filter(move |file| file.party() == party)
    }

    /// The subjects with these names, in the order of the names.
    pub(crate) fn named(&self, names: &[String]) -> Result<Vec<&SubjectFile>, LabError> {
        let named = |name: &String| {
            self.iter().find(|file| &file.name == name).ok_or_else(|| LabError::Unknown {
                name: name.clone(),
                known: self.iter().map(|file| file.name.clone()).collect(),
            })
        };
        names.iter().map(named).collect()
    }
}

/// Since the name of a subject is the name of its file, names are unique.
fn load_file(path: &Path) -> Result<SubjectFile, LabError> {
    let text = fs::read_to_string(path)
        .map_err(|error| LabError::File { path: path.to_owned(), error })?;
    let file: SubjectFile = toml::from_str(&text)
        .map_err(|error| LabError::SubjectFile { path: path.to_owned(), error: Box::new(error) })?;
    if path.file_stem().is_none_or(|stem| *stem != *file.name) {
        return Err(LabError::OtherName { path: path.to_owned(), name: file.name });
    }
    template::check(&file)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn lab() -> SubjectFiles {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lab/subjects");
        SubjectFiles::load(&folder).unwrap()
    }

    #[test]
    fn every_subject_file_of_the_lab_is_valid() {
        let files = lab();
        for party in [Party::OriginServer, Party::Client, Party::Intermediary] {
            assert!(files.of_party(party).count() >= 5);
        }
        for file in files.iter() {
            assert!(!file.title.is_empty() && !file.notes.is_empty(), "{}", file.name);
            assert!(file.homepage.starts_with("https://"), "{}", file.name);
            regex_lite::Regex::new(&file.version.pattern).unwrap();
        }
    }

    #[test]
    fn names_are_unique() {
        let files = lab();
        let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names.len(), files.iter().count());
    }

    #[test]
    fn a_subject_says_how_to_install_it() {
        for file in lab().iter() {
            let packages = &file.install;
            let count = [&packages.debian, &packages.pypi, &packages.npm, &packages.crates];
            let count: usize = count.iter().map(|names| names.len()).sum();
            assert!(count > 0, "{}", file.name);
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let error = lab().named(&["ngnix".to_owned()]).unwrap_err();
        assert!(error.is_usage());
        assert!(error.to_string().contains("\"ngnix\"; there are "), "{error}");
    }

    #[test]
    fn a_file_has_the_name_of_its_subject() {
        let folder = tempfile::tempdir().unwrap();
        let text = "name = \"a\"\ntitle = \"A\"\nhomepage = \"https://a\"\nnotes = \"\"\n\
                    [install]\n[version]\ncommand = [\"a\"]\npattern = \"(a)\"\n\
                    [start]\ncommand = [\"a\"]\n";
        let path = folder.path().join("b.toml");
        fs::write(&path, text).unwrap();
        assert!(matches!(load_file(&path), Err(LabError::OtherName { .. })));
        let path = folder.path().join("a.toml");
        fs::write(&path, text).unwrap();
        assert_eq!(load_file(&path).unwrap().name, "a");
        fs::write(&path, format!("{text}arguments = []\n")).unwrap();
        assert!(matches!(load_file(&path), Err(LabError::SubjectFile { .. })));
    }
}
