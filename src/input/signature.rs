//! Files that are surely in a format that no reader reads, by the bytes that they begin with. They
//! are named, so that the analyst learns what he has, rather than that his file is "no text".

use super::InputError;

/// A kind of file, how it begins, and how to get text out of it.
struct Signature {
    /// The bytes it begins with.
    magic: &'static [u8],
    /// What it is, with its article.
    what: &'static str,
    /// What to do with it.
    remedy: &'static str,
}

/// Where an office suite has the command that makes a readable document of another.
const SAVE_ANEW: &str = "open it in Word or WPS and save it as DOCX or as plain text in UTF-8";
/// What to do with a container.
const UNPACK: &str = "unpack it and give the documents in it";
/// What to do with a picture.
const RECOGNISE: &str = "run a text recognition (OCR) on it and give its text";

/// In order: the first that fits names the file.
const SIGNATURES: &[Signature] = &[
    Signature { magic: b"PK\x05\x06", what: "an empty ZIP archive", remedy: UNPACK },
    Signature {
        magic: b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        what: "an office file of the old kind that is no text document (XLS, PPT)",
        remedy: "open it in Excel or WPS and save it as XLSX or as plain text in UTF-8",
    },
    Signature { magic: b"{\\rtf", what: "an RTF document", remedy: SAVE_ANEW },
    Signature { magic: b"\x89PNG", what: "a picture (PNG)", remedy: RECOGNISE },
    Signature { magic: b"\xFF\xD8\xFF", what: "a picture (JPEG)", remedy: RECOGNISE },
    Signature { magic: b"GIF8", what: "a picture (GIF)", remedy: RECOGNISE },
    Signature { magic: b"II*\0", what: "a picture (TIFF)", remedy: RECOGNISE },
    Signature { magic: b"MM\0*", what: "a picture (TIFF)", remedy: RECOGNISE },
    Signature { magic: b"\x1F\x8B", what: "a compressed file (gzip)", remedy: UNPACK },
    Signature { magic: b"7z\xBC\xAF\x27\x1C", what: "an archive (7z)", remedy: UNPACK },
    Signature { magic: b"Rar!", what: "an archive (RAR)", remedy: UNPACK },
    Signature {
        magic: b"%!PS",
        what: "a PostScript file",
        remedy: "turn it into PDF: ps2pdf file.ps",
    },
    Signature {
        magic: b"MIME-Version:",
        what: "a saved web page in one file (MHT)",
        remedy: "open it in a browser and save it as HTML",
    },
    Signature {
        magic: b"From: <Saved by",
        what: "a saved web page in one file (MHT)",
        remedy: "open it in a browser and save it as HTML",
    },
];

/// How a document of Word begins that was saved as one XML file.
const WORD_XML: &[u8] = b"<?mso-application progid=\"Word.Document\"?>";

/// Says no to a file that begins like something other than a text to be read as it is.
pub(super) fn refuse_other_formats(bytes: &[u8]) -> Result<(), InputError> {
    if let Some(&Signature { what, remedy, .. }) =
        SIGNATURES.iter().find(|signature| bytes.starts_with(signature.magic))
    {
        return Err(InputError::Unsupported { what, remedy });
    }
    let head = &bytes[..bytes.len().min(1024)];
    if head.windows(WORD_XML.len()).any(|part| part == WORD_XML) {
        return Err(InputError::Unsupported { what: "a Word document as XML", remedy: SAVE_ANEW });
    }
    Ok(())
}
