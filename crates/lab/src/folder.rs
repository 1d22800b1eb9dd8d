//! The directory of a subject, and the files in it.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use crate::error::LabError;
use crate::subject_file::File;

/// A new directory, gone when it is dropped.
pub(crate) fn new() -> Result<TempDir, LabError> {
    tempfile::Builder::new()
        .prefix("expectspec-lab-")
        // Some servers read their files as another user.
        .permissions(Permissions::from_mode(0o755))
        .tempdir()
        .map_err(LabError::System)
}

/// Writes the files of a subject to `dir`, each template as `fill` fills it.
pub(crate) fn write(
    files: &[File],
    dir: &Path,
    fill: impl Fn(&str) -> Result<String, LabError>,
) -> Result<(), LabError> {
    for wanted in files {
        let path = dir.join(&wanted.name);
        let file_error = |error| LabError::File { path: path.clone(), error };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(file_error)?;
        }
        fs::write(&path, fill(&wanted.text)?).map_err(file_error)?;
        let mode = if wanted.executable { 0o755 } else { 0o644 };
        fs::set_permissions(&path, Permissions::from_mode(mode)).map_err(file_error)?;
    }
    Ok(())
}
