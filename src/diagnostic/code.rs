//! The table of all codes.

use super::Severity;

/// Declares the codes, each with name, severity, meaning and remedy.
macro_rules! codes {
    ($( $variant:ident = $name:literal, $severity:ident, $meaning:literal, $remedy:literal; )+) => {
        /// What a diagnostic is: a stable name for scripts, and words for people.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code { $( #[doc = $meaning] $variant, )+ }

        impl Code {
            /// All codes, by family.
            pub const ALL: &'static [Code] = &[ $( Code::$variant, )+ ];

            /// The stable name: a family, then what is the matter (`input-empty`).
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $( Code::$variant => $name, )+ }
            }

            /// How much it matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $( Code::$variant => Severity::$severity, )+ }
            }

            /// What it means.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $( Code::$variant => $meaning, )+ }
            }

            /// What to do, unless the message itself knows better.
            #[must_use]
            pub fn remedy(self) -> &'static str {
                match self { $( Code::$variant => $remedy, )+ }
            }
        }
    };
}

codes! {
    InputEmpty = "input-empty", Error,
        "The file has no bytes, or nothing but white space.",
        "Check that the document was saved or exported completely.";
    InputFormat = "input-format", Error,
        "The file is in a format that is known and cannot be read.",
        "The message says how to get text out of that format.";
    InputEncoding = "input-encoding", Error,
        "The bytes are no text in an encoding that is read.",
        "Convert the file to UTF-8; the message gives the command.";
    InputArchive = "input-archive", Error,
        "An archive of several documents stands where one document is needed.",
        "Unpack it and give one document; `gangmu build` takes archives.";
    InputEncrypted = "input-encrypted", Error,
        "The document is locked with a password.",
        "Open it with its password and save it without one.";
    InputDamaged = "input-damaged", Error,
        "A part of the document is broken or missing.",
        "Get the file anew, or open it in its own program and save it once more.";
    InputTooLarge = "input-too-large", Error,
        "The file, or what is packed in it, is larger or deeper than what is let in.",
        "If that is meant to be so, raise the limit with --max-size; else split the document.";
    InputScan = "input-scan", Error,
        "The pages are pictures without text.",
        "Run a text recognition (OCR) on it first.";
    InputFonts = "input-fonts", Error,
        "The fonts of a PDF do not tell which characters they show.",
        "Install poppler-utils and poppler-data, or print the document to PDF anew.";
    InputUnreadable = "input-unreadable", Error,
        "The reader does not cope with how the document is built.",
        "Save it in another format, such as plain text, and report the file as a defect.";

    FileMissing = "file-missing", Error,
        "There is no such file or folder.",
        "Check the spelling of the path.";
    FilePermission = "file-permission", Error,
        "The operating system does not allow the access.",
        "Change the permissions, or use another folder.";
    FileIo = "file-io", Error,
        "The operating system refused to read or write, for another reason.",
        "The message has the system's own words.";
    FileIsFolder = "file-is-folder", Error,
        "A folder stands where a file is needed.",
        "Give the file itself, or choose another name.";
    FolderEmpty = "folder-empty", Error,
        "A folder has no documents in a format that is read.",
        "Give the files by name, or save them in a format that `gangmu formats` lists.";
    DiskFull = "disk-full", Error,
        "The disk is full; old results are as they were.",
        "Free some space, or use another disk.";
    DiskReadOnly = "disk-read-only", Error,
        "The disk can only be read.",
        "Use another folder (-o DIR).";
    OutputFolder = "output-folder", Error,
        "The folder for results cannot be made.",
        "Choose another folder with -o DIR.";
    OutputIsInput = "output-is-input", Error,
        "A result would replace one of the documents.",
        "Choose another name with --name, or another folder with -o DIR.";
    LexiconFile = "lexicon-file", Error,
        "A table of names cannot be read.",
        "Correct the row that the message names; `gangmu help build` tells the form.";
    GraphvizMissing = "graphviz-missing", Error,
        "Graphviz, which draws pictures, is not installed.",
        "Install graphviz and a font with Chinese characters, or take -f svg, which needs no other program.";
    GraphvizFailed = "graphviz-failed", Error,
        "Graphviz gave no picture.",
        "For a large graph, draw less of it (--view overview).";
    GraphvizWarning = "graphviz-warning", Warning,
        "Graphviz drew the picture and had something to say.",
        "Look at the picture.";
    PictureFailed = "picture-failed", Error,
        "The picture cannot be drawn in pixels or as PDF.",
        "Draw less of the graph (--view overview, --pillar 1).";
    PictureFont = "picture-font", Warning,
        "No font with Chinese characters was found, so they are missing in the picture.",
        "Install one, such as fonts-noto-cjk, or take -f svg.";
    PicturePages = "picture-pages", Error,
        "The picture has several pages, and standard output takes one file.",
        "Take --size screen or -f pdf, or a folder with -o DIR.";
    PictureOldPages = "picture-old-pages", Warning,
        "Pages of an earlier picture of the same name stand beside those that were written now.",
        "Delete them; or give pictures a name (--name) or a folder (-o DIR) of their own.";
    AnnotationSkipped = "annotation-skipped", Warning,
        "Annotation is left out, since the text that it is about is not there.",
        "Say in which folder the texts are (--texts).";
    Failed = "failed", Error,
        "Something else failed.",
        "The message says what.";

    TextNoPillars = "text-no-pillars", Note,
        "No heading was found: actions and names hang on the document itself.",
        "If the document has headings, give them lines of their own, numbered as the genre does.";
    TextNoActions = "text-no-actions", Warning,
        "No clause was read as an action.",
        "Check with `gangmu text` that the text is what you expect.";
    TextLittleChinese = "text-little-chinese", Warning,
        "Fewer than half of the letters are Chinese characters; the extraction reads Chinese.",
        "Check with `gangmu text` that the text was decoded and extracted well.";
    TextDamaged = "text-damaged", Warning,
        "Characters are lost: the text has replacement characters (U+FFFD), or bytes that are none.",
        "Get the document from its source again, or say which encoding it is in (--encoding).";
    TextNumbersLost = "text-numbers-lost", Warning,
        "The automatic numbers (一、 （一）) of a DOC file's lists and headings cannot be read.",
        "Save the document as DOCX to have them.";
    TextPrivateUse = "text-private-use", Warning,
        "The text has private-use characters, which mean something in one font only.",
        "Replace them by the characters that the font shows, if they stand in names.";
    TextControl = "text-control", Warning,
        "The text has control characters.",
        "Save the document as plain text again.";
    TextLongLine = "text-long-line", Note,
        "A line is longer than 20,000 characters; headings are sought at the beginnings of lines.",
        "Give the paragraphs lines of their own.";

    DecisionFile = "decision-file", Error,
        "The file of decisions cannot be read.",
        "Correct the line that the message names; `gangmu review` writes a draft to start from.";
    DecisionUnmatched = "decision-unmatched", Warning,
        "A decision concerns nothing in these documents (any more).",
        "Delete the decision, or correct its name, type or place.";

    GraphUnreadable = "graph-unreadable", Error,
        "The file is no graph of this tool.",
        "Give a JSON graph that `gangmu build -f json` wrote.";
    ExplainNothing = "explain-nothing", Error,
        "The graph holds nothing of that name or id.",
        "Give a name as it stands in the graph, a part of it, or an id.";

    VerifyFailed = "verify-failed", Error,
        "The graph does not hold; the findings say why.",
        "See what each finding's code asks for.";
    VerifySchema = "verify-schema", Error,
        "A part of the graph does not keep to the published JSON Schema.",
        "Build the graph anew; do not edit it by hand.";
    VerifyDocumentMissing = "verify-document-missing", Error,
        "The graph rests on a document that was not given.",
        "Give that document too: nothing that quotes it could be checked.";
    VerifyDocumentForeign = "verify-document-foreign", Warning,
        "A document was given that the graph does not rest on.",
        "Leave it out, or build the graph anew with it.";
    VerifySha256 = "verify-sha256", Error,
        "A document of that name is there, and its bytes are not those that the graph was made of.",
        "Get the version that the graph was made of, or build the graph anew.";
    VerifyLength = "verify-length", Error,
        "The text has another number of code points than the graph says.",
        "Build the graph anew with this version of the tool.";
    VerifyDuplicate = "verify-duplicate", Error,
        "An id, a key, or an edge between the same two nodes is there twice.",
        "Build the graph anew.";
    VerifyDangling = "verify-dangling", Error,
        "An id is referred to that no node has.",
        "Build the graph anew.";
    VerifyId = "verify-id", Error,
        "An id or key does not follow from the content that it stands for.",
        "Build the graph anew.";
    VerifyTriple = "verify-triple", Error,
        "The ontology knows no such edge between such nodes.",
        "Build the graph anew.";
    VerifyOffset = "verify-offset", Error,
        "A place lies outside of its document, or ends before it begins.",
        "Build the graph anew.";
    VerifyQuote = "verify-quote", Error,
        "The document has other words at that place than the graph quotes.",
        "Build the graph anew.";
    VerifyEvidence = "verify-evidence", Error,
        "An edge has no evidence, or evidence that does not support it.",
        "Build the graph anew.";
    VerifyName = "verify-name", Error,
        "An entity is not named by the words that are said to name it, or an alias has no reason.",
        "Build the graph anew.";
    VerifyStructure = "verify-structure", Error,
        "The hierarchy of document, pillars and actions does not hold together.",
        "Build the graph anew.";
    VerifyMissing = "verify-missing", Error,
        "An edge is missing that follows from the places of the graph's own findings.",
        "Build the graph anew.";
    VerifyCount = "verify-count", Error,
        "A number in the graph is not the number of what it counts.",
        "Build the graph anew.";
    VerifyConfidence = "verify-confidence", Error,
        "A confidence does not follow from those of the mentions, or is none.",
        "Build the graph anew.";
}

impl Code {
    /// The code of this [name](Code::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_stable_words_and_unique() {
        for (at, code) in Code::ALL.iter().enumerate() {
            assert!(
                code.name()
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit())
            );
            assert_eq!(Code::from_name(code.name()), Some(*code));
            assert!(Code::ALL[..at].iter().all(|other| other.name() != code.name()));
            assert!(code.meaning().ends_with('.') && code.remedy().ends_with('.'));
        }
    }
}
