//! Files that are written whole or not at all: into a temporary file in the same folder first,
//! which then takes the place of the old one.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gangmu::diagnostic::Code;
use tempfile::NamedTempFile;

use crate::failure::Failure;

/// What to do about a folder that cannot be written to.
const OTHER_FOLDER: &str = "choose another folder with -o DIR";

/// A file that is complete and not yet in its place. Dropped, it leaves no trace.
pub struct Staged {
    file: NamedTempFile,
    path: PathBuf,
}

impl Staged {
    /// Puts it in its place, over what is there.
    pub fn commit(self) -> Result<PathBuf, Failure> {
        match self.file.persist(&self.path) {
            Ok(_) => Ok(self.path),
            Err(error) if self.path.is_dir() => {
                drop(error); // deletes the temporary file
                Err(Failure::at(&self.path, "cannot be written: a folder has this name")
                    .code(Code::FileIsFolder)
                    .remedy("choose another name with --name, or another folder with -o DIR"))
            }
            Err(error) => {
                Err(Failure::io(self.path.display().to_string(), "cannot be written", &error.error))
            }
        }
    }
}

/// Makes the folder that outputs go to, and those above it.
pub fn create_folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| {
        let in_the_way = folder.ancestors().find(|part| part.exists() && !part.is_dir());
        match in_the_way {
            Some(file) => Failure::at(
                folder,
                format!("the output folder cannot be made: {} is a file", file.display()),
            )
            .code(Code::OutputFolder)
            .remedy(OTHER_FOLDER),
            None => {
                let place = folder.display().to_string();
                Failure::io(place, "the output folder cannot be made", &error)
            }
        }
    })
}

/// Writes a whole file beside its place.
pub fn stage(path: PathBuf, content: &[u8]) -> Result<Staged, Failure> {
    match write_beside(&path, content) {
        Ok(file) => Ok(Staged { file, path }),
        Err(error) => Err(Failure::io(path.display().to_string(), "cannot be written", &error)),
    }
}

fn write_beside(path: &Path, content: &[u8]) -> io::Result<NamedTempFile> {
    // a path made by joining a folder and a name has a parent
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".gangmu-").suffix(".tmp");
    #[cfg(unix)]
    {
        // temporary files are private by default, results are not: the user's umask decides
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content)?;
    // a rename must not reach the disk before the content does
    file.as_file().sync_all()?;
    Ok(file)
}

/// Writes to standard output.
pub fn to_stdout(content: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(content)
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::io("standard output", "cannot be written", &error))
}
